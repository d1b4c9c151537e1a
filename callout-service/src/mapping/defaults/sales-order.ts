import { billToAndShipTo, lineMaps } from './document-maps.ts';
import { copied, fromSage } from './field-maps.ts';
import { mirror } from './mirror.ts';
import { inWords, orderLetters } from './shared-transforms.ts';

const kindWords = {
  standard: 'Standard',
  backOrder: 'Back Order',
  quote: 'Quote',
  master: 'Master',
  repeating: 'Repeating',
  prospectQuote: 'Prospect Quote'
} as const;

/** Sales orders and quotes, whoever entered them. */
export const salesOrder = mirror('Sage_Sales_Order__c-sales-order', [
  fromSage('name', 'salesOrderNo', 'Name'),
  fromSage('place', 'place', 'Place__c', inWords({ open: 'Open', history: 'History' })),
  fromSage('kind', 'kind', 'Kind__c', inWords(kindWords)),
  fromSage('order-status', 'orderStatus', 'Order_Status__c', inWords(orderLetters)),
  ...billToAndShipTo(),
  ...copied({
    salesOrderNo: 'Sales_Order_No__c',
    orderDate: 'Order_Date__c',
    shipDate: 'Ship_Date__c',
    expiresOn: 'Expires_On__c',
    customerKey: 'Customer_No__c',
    shipVia: 'Ship_Via__c',
    customerPONo: 'Customer_PO_No__c',
    warehouseCode: 'Warehouse_Code__c',
    termsCode: 'Terms_Code__c',
    taxSchedule: 'Tax_Schedule__c',
    salesperson: 'Salesperson__c',
    confirmTo: 'Confirm_To__c',
    emailAddress: 'Email_Address__c',
    comment: 'Comment__c',
    cancelReasonCode: 'Cancel_Reason_Code__c',
    invoiceNo: 'Invoice_No__c',
    lastInvoiceDate: 'Last_Invoice_Date__c',
    taxableAmount: 'Taxable_Amount__c',
    nonTaxableAmount: 'Non_Taxable_Amount__c',
    discountRate: 'Discount_Rate__c',
    discountAmount: 'Discount_Amount__c',
    salesTaxAmount: 'Sales_Tax_Amount__c',
    freightAmount: 'Freight_Amount__c',
    depositAmount: 'Deposit_Amount__c',
    total: 'Total__c'
  })
]);

/** Their lines. */
export const salesOrderLine = mirror('Sage_Sales_Order_Line__c-sales-order-line', [
  ...lineMaps(),
  ...copied({
    lineSeqNo: 'Line_Seq_No__c',
    quantityOrdered: 'Quantity_Ordered__c',
    quantityShipped: 'Quantity_Shipped__c',
    quantityBackordered: 'Quantity_Backordered__c',
    quantityInvoiced: 'Quantity_Invoiced__c',
    unitPrice: 'Unit_Price__c',
    unitCost: 'Unit_Cost__c',
    discountPercent: 'Discount_Percent__c',
    extensionAmount: 'Extension_Amount__c',
    priceOverridden: 'Price_Overridden__c',
    promiseDate: 'Promise_Date__c',
    dropShip: 'Drop_Ship__c',
    purchaseOrderNo: 'Purchase_Order_No__c',
    cancelled: 'Cancelled__c'
  })
]);
