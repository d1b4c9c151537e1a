import type { Invoice } from '../../../canonical/invoice.ts';
import type { arOpenInvoice } from '../../catalogue/ar-open-invoice.ts';
import { NO_ADDRESS } from './addresses.ts';
import { documentSalesperson } from './document-codes.ts';
import type { FullRow } from './full-row.ts';

export type OpenInvoiceRow = FullRow<typeof arOpenInvoice>;
type OwnFields = Omit<Invoice, 'createdAt' | 'updatedAt'>;

/** A receivable that has no history: a prepayment, a balance forward, an invoice from before Sage. */
export function toOpenInvoiceWithoutHistory(row: OpenInvoiceRow): OwnFields {
  return {
    invoiceNo: row.InvoiceNo,
    headerSeqNo: null,
    posted: true,
    invoiceType: row.InvoiceType,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDueDate: row.InvoiceDiscountDate,
    postingDate: row.PostingDate,
    termsCode: row.TermsCode,
    salesperson: documentSalesperson(row),
    customerPONo: row.CustomerPONo,
    salesOrderNo: null,
    orderDate: null,
    shipDate: null,
    shipVia: null,
    billToName: null,
    billTo: NO_ADDRESS,
    shipToCode: null,
    shipToName: null,
    shipTo: NO_ADDRESS,
    comment: row.Comment,
    applyToInvoiceNo: row.CreditMemoInvoiceReference,
    taxableAmount: row.TaxableAmt,
    nonTaxableAmount: row.NonTaxableAmt,
    discountAmount: row.DiscountAmt,
    salesTaxAmount: row.SalesTaxAmt,
    freightAmount: row.FreightAmt,
    depositAmount: '0.00',
    costOfSalesAmount: row.CostOfSalesAmt,
    // What the amounts add up to was perhaps paid in part before this row was made; the balance is what Sage stands by.
    total: row.Balance,
    balance: row.Balance,
    lines: [],
    packages: [],
    userDefinedFields: {}
  };
}

/**
 * A receivable with the invoice that it was posted with: what it was is told by history, whose it is, when it is due and
 * what is owed by the open invoice, which Sage still changes.
 */
export function toOpenInvoiceWithHistory(row: OpenInvoiceRow, history: OwnFields): OwnFields {
  return {
    ...history,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    invoiceDate: row.InvoiceDate ?? history.invoiceDate,
    dueDate: row.InvoiceDueDate ?? history.dueDate,
    discountDueDate: row.InvoiceDiscountDate ?? history.discountDueDate,
    postingDate: row.PostingDate ?? history.postingDate,
    comment: row.Comment ?? history.comment,
    balance: row.Balance
  };
}
