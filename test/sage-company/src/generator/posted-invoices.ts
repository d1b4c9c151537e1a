import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { arCashReceiptsHistory } from '../tables/ar-cash-receipts-history.ts';
import { arInvoiceHistoryDetail } from '../tables/ar-invoice-history-detail.ts';
import { arInvoiceHistoryHeader } from '../tables/ar-invoice-history-header.ts';
import { arOpenInvoice } from '../tables/ar-open-invoice.ts';
import { arTransactionPaymentHistory } from '../tables/ar-transaction-payment-history.ts';
import { customerKey, documentColumns } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { documentTotal, extension } from './document-amounts.ts';
import type { DocumentAmounts, DocumentLine } from './document-amounts.ts';
import type { SageRecord } from './record-writer.ts';

/** A document that has been posted to accounts receivable. */
export interface PostedInvoice {
  readonly invoiceNo: string;
  /** IN invoice, CM credit memo, PP prepayment, BF balance forward. */
  readonly invoiceType: 'IN' | 'CM' | 'PP' | 'BF';
  readonly invoiceDate: CalendarDay;
  /** What is still owed; below zero for credit memos and prepayments. */
  readonly balance: Cents;
  readonly amounts: DocumentAmounts;
  readonly lines: readonly DocumentLine[];
  readonly payment?: Payment;
}

export interface Payment {
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly checkNo: string;
}

/** Writes a posted document: its history and lines, its payment, and its open invoice while something is owed. */
export function writePostedInvoice(draft: CompanyDraft, account: Account, invoice: PostedInvoice): void {
  const written = stamps(draft, draft.random.fork(`invoice ${invoice.invoiceNo}`));
  if (invoice.invoiceType === 'IN' || invoice.invoiceType === 'CM') {
    writeHistoryHeader(draft, account, invoice, written);
    writeHistoryLines(draft, invoice);
  }
  if (invoice.balance !== 0) writeOpenInvoice(draft, account, invoice, written);
  if (invoice.payment !== undefined) {
    const paidOn = { DateUpdated: invoice.payment.day, TimeUpdated: written['TimeUpdated'] ?? '' };
    writePayment(draft, account, invoice, invoice.payment, paidOn);
    writeCashReceipt(draft, account, invoice, invoice.payment, paidOn);
  }
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
    HeaderSeqNo: '000000',
    ModuleCode: 'S/O',
    InvoiceType: invoice.invoiceType,
    InvoiceDate: invoice.invoiceDate,
    TransactionDate: invoice.invoiceDate,
    InvoiceDueDate: dueDate(account, invoice),
    ShipDate: invoice.invoiceDate,
    SourceJournal: 'SO',
    ...documentColumns(account),
    TaxableSalesAmt: formatCents(amounts.taxable),
    NonTaxableSalesAmt: formatCents(amounts.nonTaxable),
    FreightAmt: formatCents(amounts.freight),
    SalesTaxAmt: formatCents(amounts.salesTax),
    DiscountAmt: formatCents(amounts.discount),
    ...written
  });
}

function writeHistoryLines(draft: CompanyDraft, invoice: PostedInvoice): void {
  for (const [index, line] of invoice.lines.entries())
    draft.writer.write(arInvoiceHistoryDetail, {
      InvoiceNo: invoice.invoiceNo,
      HeaderSeqNo: '000000',
      DetailSeqNo: (index + 1).toString().padStart(6, '0'),
      ItemCode: line.item.itemCode,
      ItemType: line.item.itemType,
      ItemCodeDesc: line.item.description.slice(0, 30),
      UnitOfMeasure: 'EACH',
      WarehouseCode: line.warehouseCode,
      ProductLine: line.item.productLine,
      QuantityOrdered: line.quantity,
      QuantityShipped: line.quantity,
      UnitPrice: formatCents(line.unitPrice),
      UnitCost: formatCents(line.item.cost),
      UnitOfMeasureConvFactor: '1',
      ExtensionAmt: formatCents(extension(line))
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
    InvoiceDueDate: dueDate(account, invoice),
    InvoiceHistoryHeaderSeqNo: '000000',
    PostingDate: invoice.invoiceDate,
    TermsCode: account.termsCode,
    TaxSchedule: account.taxSchedule,
    SalespersonDivisionNo: account.arDivisionNo,
    SalespersonNo: account.salespersonNo,
    TaxableAmt: formatCents(amounts.taxable),
    NonTaxableAmt: formatCents(amounts.nonTaxable),
    FreightAmt: formatCents(amounts.freight),
    SalesTaxAmt: formatCents(amounts.salesTax),
    DiscountAmt: formatCents(amounts.discount),
    Balance: formatCents(invoice.balance),
    ...written
  });
}

function writePayment(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  payment: Payment,
  written: SageRecord
): void {
  draft.writer.write(arTransactionPaymentHistory, {
    ...customerKey(account),
    InvoiceNo: invoice.invoiceNo,
    InvoiceType: invoice.invoiceType,
    InvoiceHistoryHeaderSeqNo: '000000',
    TransactionDate: payment.day,
    SequenceNo: '000001',
    PaymentReference: payment.checkNo,
    CheckNo: payment.checkNo,
    TransactionType: 'P',
    PaymentDate: payment.day,
    PaymentType: 'CHECK',
    TransactionAmt: formatCents(payment.amount),
    ...written
  });
}

function writeCashReceipt(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  payment: Payment,
  written: SageRecord
): void {
  draft.writer.write(arCashReceiptsHistory, {
    BankCode: 'A',
    DepositDate: payment.day,
    DepositNo: payment.day.slice(5).replace('-', '').padStart(5, '0'),
    DepositType: 'C',
    ...customerKey(account),
    CheckNo: payment.checkNo,
    SequenceNo: '000001',
    PostingDate: payment.day,
    CustomerName: account.customerName,
    OpenItemCustomer: account.balanceForward === true ? 'N' : 'Y',
    InvoiceNo: invoice.invoiceNo,
    InvoiceType: invoice.invoiceType,
    CashAmountApplied: formatCents(payment.amount),
    InvoiceBalance: formatCents(documentTotal(invoice.amounts)),
    PaymentType: 'CHECK',
    ...written
  });
}

// A credit memo or a prepayment is due at once.
function dueDate(account: Account, invoice: PostedInvoice): CalendarDay {
  return addDays(invoice.invoiceDate, invoice.invoiceType === 'IN' ? account.daysBeforeDue : 0);
}
