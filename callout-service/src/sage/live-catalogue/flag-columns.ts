/**
 * Columns of one character that hold Y or N, under the same name in every table that has them. Source: Sage 100 file
 * layouts, the notes "Valid: Y or N" of Accounts Receivable, Accounts Payable, Inventory, Sales Order, Purchase Order.
 */
export const flagColumns: ReadonlySet<string> = new Set(
  `AllowBackOrders AllowReturns AllowTradeDiscount BatchFax BatchEmail CancelledLine CreditCardVendor CreditHold
   DiscountDateADayOfTheMo DropShip DueDateADayOfTheMonth ElectronicPayment ExplodedKitItem HoldPayment InactiveItem
   OnHold OpenItemCustomer PickingSheetPrinted PriceOverridden PrintDunningMessage PrintPickingSheets PrintSalesOrders
   ResidentialAddress SalesOrderPrinted SeparateCheck SplitCommissions TemporaryCustomer TemporaryVendor UseInAR UseInBM
   UseInPO UseInSO`.split(/\s+/)
);
