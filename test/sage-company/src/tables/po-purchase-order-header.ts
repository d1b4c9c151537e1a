import { defineTable } from './table-definition.ts';

/** Open purchase orders. */
export const poPurchaseOrderHeader = defineTable({
  name: 'PO_PurchaseOrderHeader',
  key: 'PurchaseOrderNo',
  indexes: ['APDivisionNo+VendorNo+PurchaseOrderNo'],
  columns: `
    PurchaseOrderNo:s7 PurchaseOrderDate:d OrderType:s1 MasterRepeatingOrderNo:s7 RequiredExpireDate:d
    APDivisionNo:s2 VendorNo:s7 PurchaseName:s50 PurchaseAddress1:s40 PurchaseAddress2:s40
    PurchaseAddress3:s40 PurchaseCity:s30 PurchaseState:s2 PurchaseZipCode:s10 PurchaseCountryCode:s3
    PurchaseAddressCode:s4 ShipToCode:s4 ShipToName:s50 ShipToAddress1:s40 ShipToAddress2:s40
    ShipToAddress3:s40 ShipToCity:s30 ShipToState:s2 ShipToZipCode:s10 ShipToCountryCode:s3 OrderStatus:s1
    UseTax:s1 PrintPurchaseOrders:s1 OnHold:s1 BatchFax:s1 CompletionDate:d ShipVia:s15 FOB:s15
    WarehouseCode:s3 ConfirmTo:s50 Comment:s30 ARDivisionNo:s2 CustomerNo:s20 TermsCode:s2
    LastInvoiceDate:d LastInvoiceNo:s20 Form1099:s1 Box1099:s3 LastReceiptDate:d LastIssueDate:d
    LastReceiptNo:s7 LastIssueNo:s7 PrepaidCheckNo:s10 FaxNo:s20 TaxSchedule:s9 InvalidTaxCalc:s1
    PrepaidAmt:n12.2 TaxableAmt:n12.2 NonTaxableAmt:n12.2 SalesTaxAmt:n11.2 FreightAmt:n11.2
    PrepaidFreightAmt:n11.2 InvoicedAmt:n12.2 ReceivedAmt:n12.2 FreightSalesTaxInvAmt:n12.2
    BackOrderLostAmt:n12.2 DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8
    UserUpdatedKey:s10 BatchEmail:s1 EmailAddress:s250 LastPurchaseOrderDate:d LastPurchaseOrderNo:s7
    SalesOrderNo:s7 RequisitorName:s50 RequisitorDepartment:s30
  `
});
