import { defineTable } from './table-definition.ts';

/**
 * Bills that are entered and not yet posted. Verified: keys and the columns up to PrepaidCheckNo (release 4.40 layout),
 * the invoice number as wide as recent releases have it. Inferred: the amounts' widths and the order of the last columns.
 */
export const apInvoiceHeader = defineTable({
  name: 'AP_InvoiceHeader',
  key: 'APDivisionNo+VendorNo+InvoiceNo',
  indexes: ['BatchNo+APDivisionNo+VendorNo+InvoiceNo'],
  columns: `
    APDivisionNo:s2 VendorNo:s7 InvoiceNo:s20 InvoiceDate:d InvoiceDueDate:d InvoiceDiscountDate:d
    TermsCode:s2 HoldPayment:s1 Comment:s40 JobNo:s7 Adjustment:s1 RecurringInvoice:s1
    PrepaidApplyToInvoiceNo:s20 PrepaidPaymentDate:d PrepaidCheckNo:s10 BatchNo:s5 PurchaseOrderNo:s7
    TaxSchedule:s9 InvoiceAmt:n13.2 DiscountAmt:n13.2 SalesTaxAmt:n12.2 FreightAmt:n12.2
    DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
