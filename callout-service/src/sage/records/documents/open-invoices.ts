import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { Invoice, OpenInvoiceKey } from '../../../canonical/invoice.ts';
import { arInvoiceHistoryHeader } from '../../catalogue/ar-invoice-history-header.ts';
import { arOpenInvoice } from '../../catalogue/ar-open-invoice.ts';
import { defineChild, defineRecord, type WholeRow } from '../definition.ts';
import { code, division, documentNo } from '../key-segments.ts';
import { salespersonOf } from '../salesperson-of.ts';
import { NO_ADDRESS } from './addresses.ts';
import { invoiceOfHistory, linesOfInvoice, packagesOfInvoice } from './invoice-of-history.ts';

type Row = WholeRow<typeof arOpenInvoice.columns>;

const lines = linesOfInvoice('InvoiceHistoryHeaderSeqNo');
const packages = packagesOfInvoice('InvoiceHistoryHeaderSeqNo');
// By type too: a prepayment or a balance forward may bear the number of an invoice that it has nothing to do with.
const posted = defineChild({
  table: arInvoiceHistoryHeader,
  on: { InvoiceNo: 'InvoiceNo', HeaderSeqNo: 'InvoiceHistoryHeaderSeqNo', InvoiceType: 'InvoiceType' },
  always: true,
  toPart: invoiceOfHistory
});

/**
 * AR_OpenInvoice: what customers owe and what they are owed. What was posted is told by AR_InvoiceHistoryHeader and its
 * lines; whose it is, when it is due and what is left of it by the open invoice, which Sage goes on changing.
 */
export const openInvoices = defineRecord({
  table: arOpenInvoice,
  segments: (key: OpenInvoiceKey) => [
    division(key.arDivisionNo),
    code(key.customerNo),
    documentNo(key.invoiceNo),
    code(key.invoiceType)
  ],
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  children: [posted, lines, packages],
  toEntity: ({ row, userDefinedFields, stamps, childrenOf }): Invoice => {
    const [history] = childrenOf(posted);
    if (history === undefined) return { ...withoutHistory(row), userDefinedFields, ...stamps };
    return {
      ...history,
      ...stillChanging(row, history),
      lines: [...childrenOf(lines)],
      packages: [...childrenOf(packages)],
      userDefinedFields: { ...history.userDefinedFields, ...userDefinedFields },
      ...stamps
    };
  }
});

function stillChanging(row: Row, history: ReturnType<typeof invoiceOfHistory>) {
  return {
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

/** A prepayment, a balance forward, or an invoice from before the site kept history. */
function withoutHistory(row: Row) {
  return {
    invoiceNo: row.InvoiceNo,
    headerSeqNo: null,
    posted: true,
    invoiceType: row.InvoiceType,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    ...datesAndTerms(row),
    ...UNKNOWN_WITHOUT_HISTORY,
    ...amounts(row),
    lines: [],
    packages: []
  };
}

function datesAndTerms(row: Row) {
  return {
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDueDate: row.InvoiceDiscountDate,
    postingDate: row.PostingDate,
    termsCode: row.TermsCode,
    salesperson: salespersonOf(row),
    customerPONo: row.CustomerPONo,
    comment: row.Comment,
    applyToInvoiceNo: row.CreditMemoInvoiceReference
  };
}

const UNKNOWN_WITHOUT_HISTORY = {
  salesOrderNo: null,
  orderDate: null,
  shipDate: null,
  shipVia: null,
  billToName: null,
  billTo: NO_ADDRESS,
  shipToCode: null,
  shipToName: null,
  shipTo: NO_ADDRESS
};

function amounts(row: Row) {
  return {
    taxableAmount: row.TaxableAmt,
    nonTaxableAmount: row.NonTaxableAmt,
    discountAmount: row.DiscountAmt,
    salesTaxAmount: row.SalesTaxAmt,
    freightAmount: row.FreightAmt,
    depositAmount: '0.00',
    costOfSalesAmount: row.CostOfSalesAmt,
    // A prepayment and a balance forward have no amounts beside their balance, so that is all there is to go by.
    total: row.Balance,
    balance: row.Balance
  };
}
