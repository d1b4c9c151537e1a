import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { arCashReceiptsHistory } from '../tables/ar-cash-receipts-history.ts';
import { arTransactionPaymentHistory } from '../tables/ar-transaction-payment-history.ts';
import { customerKey } from './account.ts';
import type { Account } from './account.ts';
import type { CompanyDraft } from './company-draft.ts';
import { documentTotal } from './document-amounts.ts';
import { headerSequenceNo } from './line-columns.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { SageRecord } from './record-writer.ts';

/** Money received for an invoice, or for none yet where the document is a prepayment. */
export interface Payment {
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly checkNo: string;
  /** CHECK when left out; a card has no check number. */
  readonly paymentType?: 'CHECK' | 'VISA';
  /** Which of the invoices this check pays it is, from 1. */
  readonly position?: number;
}

/** Writes the payments of a document: in its own payment history, and in the history of cash receipts. */
export function writePayments(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  written: SageRecord
): void {
  let balance = documentTotal(invoice.amounts);
  for (const [index, payment] of (invoice.payments ?? []).entries()) {
    const paidOn = { DateUpdated: payment.day, TimeUpdated: written['TimeUpdated'] ?? '' };
    writeTransaction(draft, account, invoice, payment, { SequenceNo: sequence(index + 1), ...paidOn });
    writeCashReceipt(draft, account, invoice, payment, { InvoiceBalance: formatCents(balance), ...paidOn });
    balance -= payment.amount;
  }
}

function writeTransaction(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  payment: Payment,
  columns: SageRecord
): void {
  draft.writer.write(arTransactionPaymentHistory, {
    ...customerKey(account),
    InvoiceNo: invoice.invoiceNo,
    InvoiceType: invoice.invoiceType,
    InvoiceHistoryHeaderSeqNo: headerSequenceNo(invoice.headerSequence),
    TransactionDate: payment.day,
    PaymentReference: payment.checkNo,
    CheckNo: payment.checkNo,
    TransactionType: 'P',
    PaymentDate: payment.day,
    PaymentType: payment.paymentType ?? 'CHECK',
    TransactionAmt: formatCents(payment.amount),
    ...cardColumns(payment),
    ...columns
  });
}

function writeCashReceipt(
  draft: CompanyDraft,
  account: Account,
  invoice: PostedInvoice,
  payment: Payment,
  columns: SageRecord
): void {
  const isCard = payment.paymentType === 'VISA';
  draft.writer.write(arCashReceiptsHistory, {
    BankCode: 'A',
    DepositDate: payment.day,
    DepositNo: payment.day.slice(5).replace('-', '').padStart(5, '0'),
    DepositType: isCard ? 'R' : 'C',
    ...customerKey(account),
    CreditCardEntryNo: isCard ? invoice.invoiceNo.slice(-6) : '',
    CheckNo: payment.checkNo,
    SequenceNo: sequence(payment.position ?? 1),
    PostingDate: payment.day,
    CustomerName: account.customerName,
    OpenItemCustomer: account.balanceForward === true ? 'N' : 'Y',
    InvoiceNo: invoice.invoiceNo,
    InvoiceType: invoice.invoiceType,
    CashAmountApplied: formatCents(payment.amount),
    PaymentType: payment.paymentType ?? 'CHECK',
    ...cardColumns(payment),
    ...columns
  });
}

function cardColumns({ paymentType }: Payment): SageRecord {
  return paymentType === 'VISA' ? { CardType: 'V', Last4UnencryptedCreditCardNos: '1111' } : {};
}

function sequence(position: number): string {
  return position.toString().padStart(6, '0');
}
