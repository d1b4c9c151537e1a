import { Decimal } from 'decimal.js';
import { DateTime } from 'luxon';
import type { CustomerKey } from '../../canonical/customer-key.ts';
import type { CashReceiptDraft } from '../../canonical/drafts/cash-receipt-draft.ts';
import { csvLine } from './csv.ts';

/**
 * The columns of the import file, in the order in which the Visual Integrator job must map them; the first line names
 * them. Each further line applies a part of the receipt to one invoice; what is left over is a line without one.
 */
export const receiptColumns = [
  'BankCode',
  'DepositNo',
  'DepositType',
  'DepositDate',
  'ARDivisionNo',
  'CustomerNo',
  'CheckNo',
  'PaymentType',
  'CheckAmount',
  'InvoiceNo',
  'InvoiceType',
  'AmountPosted',
  'DiscountAmount',
  'Comment',
  'RequestKey'
] as const;

const DEPOSIT_TYPES = { cash: 'C', card: 'R' } as const;

/** The text of the file for one receipt. Throws a RangeError for a text that cannot stand in it. */
export function receiptFile(draft: CashReceiptDraft, customer: CustomerKey): string {
  const left = leftOver(draft);
  const rest = { invoiceNo: '', invoiceType: '', amount: left.toFixed(2), discount: '0.00' };
  const parts = [...draft.applyTo, ...(left.isZero() ? [] : [rest])];
  const lines = parts.map(({ invoiceNo, invoiceType, amount, discount }) =>
    csvLine([
      draft.bankCode,
      depositNo(draft),
      DEPOSIT_TYPES[draft.depositType],
      draft.depositDate.replaceAll('-', ''),
      customer.arDivisionNo,
      customer.customerNo,
      draft.checkNo,
      draft.paymentType ?? '',
      draft.amount,
      invoiceNo,
      invoiceType,
      amount,
      discount,
      draft.comment ?? '',
      draft.requestKey
    ])
  );
  return [csvLine(receiptColumns), ...lines].join('');
}

/** Five digits, the same for all receipts of a day: its place in the year behind the last digit of the year. */
function depositNo({ depositDate }: CashReceiptDraft): string {
  const day = DateTime.fromISO(depositDate, { zone: 'utc' });
  return `${day.year % 10}${String(day.ordinal).padStart(3, '0')}0`;
}

/** What of the receipt is applied to no invoice; negative when more is applied than was paid. */
export function leftOver({ amount, applyTo }: CashReceiptDraft): Decimal {
  return applyTo.reduce((left, part) => left.minus(part.amount), new Decimal(amount));
}
