import { defineTable } from './table-definition.ts';

/**
 * Posted bills, paid ones too. Verified: the names of these columns (release 4.40 layout of the history report's work
 * table, and queries of real sites) and the key (that of AP_InvoiceHistoryMemo begins with it). Inferred: the widths, as
 * wide as recent releases have them elsewhere; the real table has more columns. It is known for bad dates.
 */
export const apInvoiceHistoryHeader = defineTable({
  name: 'AP_InvoiceHistoryHeader',
  key: 'InvoiceNo+HeaderSeqNo',
  indexes: ['APDivisionNo+VendorNo+InvoiceNo+HeaderSeqNo'],
  columns: `
    InvoiceNo:s20 HeaderSeqNo:s6 ModuleCode:s3 InvoiceType:s2 APDivisionNo:s2 VendorNo:s7 InvoiceDate:d
    TransactionDate:d InvoiceDueDate:d InvoiceDiscountDate:d TermsCode:s2 Comment:s40 TaxSchedule:s9
    TaxClass:s2 UseTax:s1 PurchaseOrderNo:s7 ReceiptNo:s7 PurchaseName:s50 PurchaseAddress1:s40
    PurchaseAddress2:s40 PurchaseAddress3:s40 PurchaseCity:s30 PurchaseState:s2 PurchaseZipCode:s10
    TaxableAmt:n13.2 NonTaxableAmt:n13.2 FreightAmt:n12.2 SalesTaxAmt:n12.2 InvoiceAmt:n13.2
    DiscountAmt:n13.2 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
