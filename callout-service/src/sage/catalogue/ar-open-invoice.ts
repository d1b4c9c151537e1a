import { date, decimal, optionalString, string } from './column-type.ts';
import { documentSalespersonColumns } from './document-columns.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Open invoices, credits and prepayments. Where bill-to and sold-to customers are kept apart, the customer is the one
 * who is billed. Source: Sage 100 file layouts, Accounts Receivable, AR_OpenInvoice.
 */
export const arOpenInvoice = defineTable({
  name: 'AR_OpenInvoice',
  key: ['ARDivisionNo', 'CustomerNo', 'InvoiceNo', 'InvoiceType'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    InvoiceNo: string(7),
    InvoiceType: string(2),
    InvoiceDate: date(),
    InvoiceDueDate: date(),
    InvoiceDiscountDate: date(),
    /** The header of AR_InvoiceHistoryHeader that this invoice was posted with. */
    InvoiceHistoryHeaderSeqNo: optionalString(6),
    PostingDate: date(),
    TermsCode: optionalString(2),
    ...documentSalespersonColumns,
    Comment: optionalString(30),
    CreditMemoInvoiceReference: optionalString(7),
    CustomerPONo: optionalString(30),
    TaxableAmt: decimal(13, 2),
    NonTaxableAmt: decimal(13, 2),
    FreightAmt: decimal(12, 2),
    SalesTaxAmt: decimal(12, 2),
    CostOfSalesAmt: decimal(13, 2),
    DiscountAmt: decimal(13, 2),
    Balance: decimal(13, 2),
    ...stampColumns
  }
});
