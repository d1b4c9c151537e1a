import { Decimal } from 'decimal.js';
import type { CashReceiptDraft } from '../../canonical/drafts/cash-receipt-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { dayFault } from '../../rules/written-values/day-fault.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import { fitsCsv } from './csv.ts';
import { leftOver } from './receipt-lines.ts';

// Sage 100 file layouts, AR_TransactionPaymentHistory and AR_OpenInvoice: CheckNo 10, PaymentType 5, Comment 30.
const LENGTHS = { checkNo: 10, paymentType: 5, comment: 30 } as const;

/** What is wrong with a receipt by itself. */
export function receiptFaults(draft: CashReceiptDraft): FieldFault[] {
  const { checkNo, paymentType = '', comment = '', requestKey, bankCode } = draft;
  const texts = Object.entries({ checkNo, paymentType, comment, requestKey, bankCode });
  const day = dayFault({ column: '', kind: 'date', field: 'depositDate', value: draft.depositDate });
  const amount = { field: 'amount', value: draft.amount };
  return [
    ...texts.filter(([, value]) => !fitsCsv(value)).map(([field, value]) => unfit(field, value)),
    ...Object.entries(LENGTHS).flatMap(([field, length]) =>
      tooLong(field, texts.find(([name]) => name === field)?.[1] ?? '', length)
    ),
    ...(day === undefined ? [] : [day]),
    ...(new Decimal(draft.amount).greaterThan(0)
      ? []
      : [fieldFault('LB506', amount, 'A receipt is of more than zero.')]),
    ...(leftOver(draft).isNegative()
      ? [fieldFault('LB506', amount, 'More is applied to invoices than was paid.')]
      : [])
  ];
}

function unfit(field: string, value: string): FieldFault {
  const problem = 'A text for an import file is on one line, and does not begin like a formula.';
  return fieldFault(
    'LB506',
    { field, value },
    problem,
    'Leave out = + - @ at its beginning, and line breaks.'
  );
}

function tooLong(field: string, value: string, length: number): FieldFault[] {
  const characters = [...value].length;
  if (characters <= length) return [];
  const problem = `The text has ${characters} characters, and the field holds ${length}.`;
  return [fieldFault('LB505', { field, value }, problem)];
}
