import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { formatCents, tenthsOfPercent } from '../money.ts';
import type { Cents } from '../money.ts';
import { arInvoiceHistoryDetail } from '../tables/ar-invoice-history-detail.ts';
import { arInvoiceHistoryHeader } from '../tables/ar-invoice-history-header.ts';
import { arInvoiceHistoryTracking } from '../tables/ar-invoice-history-tracking.ts';
import { arOpenInvoice } from '../tables/ar-open-invoice.ts';
import { customerKey, documentColumns } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { DocumentAmounts, DocumentLine } from './document-amounts.ts';
import { writeInvoiceLinks } from './invoice-links.ts';
import type { InvoicedOrder } from './invoice-links.ts';
import { headerSequenceNo, itemColumns, priceColumns } from './line-columns.ts';
import { writePayments } from './payments.ts';
import type { Payment } from './payments.ts';
import type { SageRecord } from './record-writer.ts';

/** A document that has been posted to accounts receivable. */
export interface PostedInvoice {
  readonly invoiceNo: string;
  /** IN invoice, CM credit memo, DM debit memo, FC finance charge, AD adjustment, PP prepayment, BF balance forward. */
  readonly invoiceType: 'IN' | 'CM' | 'DM' | 'FC' | 'AD' | 'PP' | 'BF';
  /** Tells documents of the same number apart; the first is 0. */
  readonly headerSequence?: number;
  readonly invoiceDate: CalendarDay;
  /** What is still owed; below zero for credit memos and prepayments. */
  readonly balance: Cents;
  readonly amounts: DocumentAmounts;
  readonly lines: readonly DocumentLine[];
  readonly payments?: readonly Payment[];
  /** The order it was made from; an invoice without one was entered by itself. */
  readonly order?: InvoicedOrder;
  readonly trackingIds?: readonly string[];
  /** Further columns of the history header, by Sage's names. */
  readonly more?: SageRecord;
}

/** Writes a posted document: its history and lines, its payments, and its open invoice while something is owed. */
export function writePostedInvoice(draft: CompanyDraft, account: Account, invoice: PostedInvoice): void {
  const written = stamps(draft, draft.random.fork(`invoice ${invoice.invoiceNo}`));
  if (invoice.invoiceType !== 'PP' && invoice.invoiceType !== 'BF') {
    writeHistoryHeader(draft, account, invoice, written);
    writeHistoryLines(draft, invoice);
    writeTracking(draft, invoice);
  }
  if (invoice.order !== undefined) writeInvoiceLinks(draft, invoice, invoice.order);
  if (invoice.balance !== 0) writeOpenInvoice(draft, account, invoice, written);
  writePayments(draft, account, invoice, written);
}

function writeHistoryHeader(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  written: SageRecord
): void {
  const { amounts } = invoice;
  draft.writer.write(arInvoiceHistoryHeader, {
    InvoiceNo: invoice.invoiceNo,
    HeaderSeqNo: headerSequenceNo(invoice.headerSequence),
    ModuleCode: 'S/O',
    InvoiceType: invoice.invoiceType,
    InvoiceDate: invoice.invoiceDate,
    TransactionDate: invoice.invoiceDate,
    ...dueColumns(account, invoice, 'DiscountDueDate'),
    ShipDate: invoice.invoiceDate,
    SourceJournal: 'SO',
    ...orderColumns(invoice),
    NumberOfPackages: invoice.trackingIds?.length ?? 0,
    ...documentColumns(account),
    TaxableSalesAmt: formatCents(amounts.taxable),
    NonTaxableSalesAmt: formatCents(amounts.nonTaxable),
    FreightAmt: formatCents(amounts.freight),
    SalesTaxAmt: formatCents(amounts.salesTax),
    DiscountAmt: formatCents(amounts.discount),
    ...written,
    ...invoice.more
  });
}

function orderColumns({ order }: PostedInvoice): SageRecord {
  // Type 1: a one-step invoice, entered without an order.
  if (order === undefined) return { OrderType: '1' };
  const { salesOrderNo, orderType, orderDate, customerPONo } = order;
  return {
    SalesOrderNo: salesOrderNo,
    OrderType: orderType,
    OrderDate: orderDate,
    CustomerPONo: customerPONo
  };
}

function writeHistoryLines(draft: CompanyDraft, invoice: PostedInvoice): void {
  for (const [index, line] of invoice.lines.entries())
    draft.writer.write(arInvoiceHistoryDetail, {
      InvoiceNo: invoice.invoiceNo,
      HeaderSeqNo: headerSequenceNo(invoice.headerSequence),
      DetailSeqNo: (index + 1).toString().padStart(6, '0'),
      ...itemColumns(line),
      ProductLine: line.item.productLine,
      QuantityOrdered: line.quantity,
      QuantityShipped: line.quantity,
      ...priceColumns(line),
      AppliedSalesOrderNo: invoice.order?.salesOrderNo ?? '',
      AppliedCustomerPONo: invoice.order?.customerPONo ?? ''
    });
}

function writeTracking(draft: CompanyDraft, invoice: PostedInvoice): void {
  for (const [index, trackingId] of (invoice.trackingIds ?? []).entries())
    draft.writer.write(arInvoiceHistoryTracking, {
      InvoiceNo: invoice.invoiceNo,
      HeaderSeqNo: headerSequenceNo(invoice.headerSequence),
      PackageNo: (index + 1).toString().padStart(4, '0'),
      TrackingID: trackingId,
      StarshipShipVia: 'UPS GROUND',
      Weight: '12.50'
    });
}

function writeOpenInvoice(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  written: SageRecord
): void {
  const { amounts } = invoice;
  draft.writer.write(arOpenInvoice, {
    ...customerKey(account),
    InvoiceNo: invoice.invoiceNo,
    InvoiceType: invoice.invoiceType,
    InvoiceDate: invoice.invoiceDate,
    ...dueColumns(account, invoice, 'InvoiceDiscountDate'),
    InvoiceHistoryHeaderSeqNo: headerSequenceNo(invoice.headerSequence),
    PostingDate: invoice.invoiceDate,
    TermsCode: account.termsCode,
    TaxSchedule: account.taxSchedule,
    SalespersonDivisionNo: account.arDivisionNo,
    SalespersonNo: account.salespersonNo,
    CustomerPONo: invoice.order?.customerPONo ?? '',
    TaxableAmt: formatCents(amounts.taxable),
    NonTaxableAmt: formatCents(amounts.nonTaxable),
    FreightAmt: formatCents(amounts.freight),
    SalesTaxAmt: formatCents(amounts.salesTax),
    DiscountAmt: formatCents(termsDiscount(account, invoice)),
    Balance: formatCents(invoice.balance),
    ...written
  });
}

/** What the terms take off when an invoice is paid in time. */
function termsDiscount(account: Account, { invoiceType, amounts }: PostedInvoice): Cents {
  if (invoiceType !== 'IN') return 0;
  return tenthsOfPercent(amounts.taxable + amounts.nonTaxable, account.termsDiscountTenths);
}

/** When it is due and until when the terms grant a discount; only an invoice has terms, all else is due at once. */
function dueColumns(account: Account, invoice: PostedInvoice, discountColumn: string): SageRecord {
  if (invoice.invoiceType !== 'IN') return { InvoiceDueDate: invoice.invoiceDate };
  const dueDate = addDays(invoice.invoiceDate, account.daysBeforeDue);
  if (account.termsDiscountTenths === 0) return { InvoiceDueDate: dueDate };
  return {
    InvoiceDueDate: dueDate,
    [discountColumn]: addDays(invoice.invoiceDate, account.daysBeforeDiscountDue)
  };
}
