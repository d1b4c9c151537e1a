import { defineTable } from './table-definition.ts';

/** Posted invoices, credit memos and prepayments with a balance left. */
export const arOpenInvoice = defineTable({
  name: 'AR_OpenInvoice',
  key: 'ARDivisionNo+CustomerNo+InvoiceNo+InvoiceType',
  columns: `
    ARDivisionNo:s2 CustomerNo:s20 InvoiceNo:s7 InvoiceType:s2 InvoiceDate:d InvoiceDueDate:d
    InvoiceDiscountDate:d InvoiceHistoryHeaderSeqNo:s6 PostingDate:d TermsCode:s2 TaxSchedule:s9
    SalespersonDivisionNo:s2 SalespersonNo:s4 SplitCommissionFlag:s1 Comment:s30
    CreditMemoInvoiceReference:s7 JobNo:s7 CustomerPONo:s30 PostingReference:s14 CheckNo:s10
    CommissionRate:n8.3 TaxableAmt:n13.2 NonTaxableAmt:n13.2 FreightAmt:n12.2 SalesTaxAmt:n12.2
    CostOfSalesAmt:n13.2 SalesSubjectToComm:n13.2 CostSubjectToComm:n13.2 CommissionAmt:n12.2
    DiscountAmt:n13.2 PaymentsToday:n13.2 Balance:n13.2 RetentionAmt:n13.2 DateUpdated:d TimeUpdated:s8
    UserUpdatedKey:s10 SoldToDivisionNo:s2 SoldToCustomerNo:s20 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 EInvoiceId:s24
  `
});
