import { Decimal } from 'decimal.js';
import {
  cashReceiptDraftSchema,
  type CashReceiptDraft
} from '../../../canonical/drafts/cash-receipt-draft.ts';
import { LedgerBridgeError, type FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { FieldValue, FieldValues } from '../../../mapping/field-value.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import type { SageWriter, WriteReceipt } from '../../../sage/port/sage-writer.ts';
import type { SageTarget } from '../object-pair.ts';

/** Sage fills the number of an invoice up to this width. */
const DOCUMENT_NUMBER_WIDTH = 7;

/**
 * Books a payment that people ask for as a cash receipt, once: the record's id is the key of the request. What it pays is
 * one invoice, or it is left open on the account.
 * @throws LedgerBridgeError LB794 for what does not fit by itself.
 */
export async function savePayment(
  writer: SageWriter,
  values: FieldValues,
  target: SageTarget
): Promise<WriteReceipt> {
  if (target.key !== undefined) return { key: target.key, outcome: 'unchanged', warnings: [] };
  return writer.createCashReceipt(receiptOf(values, target));
}

function receiptOf(values: FieldValues, { salesforceId, references }: SageTarget): CashReceiptDraft {
  const amount = moneyOf(values['amount']);
  const discount = moneyOf(values['discountAmount'] ?? '0');
  const draft = {
    requestKey: salesforceId,
    customerNo: references['Account__c'] ?? '',
    depositDate: textOf(values['depositDate']),
    bankCode: textOf(values['bankCode']).toUpperCase(),
    depositType: textOf(values['depositType']).toLowerCase(),
    checkNo: textOf(values['checkNo']),
    amount,
    applyTo: applied(values, amount, discount),
    ...optional('paymentType', values['paymentType']),
    ...optional('comment', values['comment'])
  };
  const read = cashReceiptDraftSchema.safeParse(draft);
  const faults = [
    ...(read.success
      ? []
      : [...new Set(read.error.issues.map(({ path }) => path[0]))].flatMap((name) =>
          shapeFault(name, values)
        )),
    ...requiredFaults(draft),
    ...discountFaults(values, discount)
  ];
  if (read.success && faults.length === 0) return read.data;
  throw new LedgerBridgeError('LB794', {
    detail: 'A payment cannot be booked in Sage as it is.',
    subject: `Sage_Payment__c ${salesforceId}`,
    faults
  });
}

function applied(values: FieldValues, amount: string, discount: string) {
  const invoiceNo = textOf(values['invoiceNo']).toUpperCase();
  if (invoiceNo === '') return [];
  return [
    {
      invoiceNo: /^\d+$/.test(invoiceNo) ? invoiceNo.padStart(DOCUMENT_NUMBER_WIDTH, '0') : invoiceNo,
      invoiceType: textOf(values['invoiceType']).toUpperCase() || 'IN',
      amount,
      discount
    }
  ];
}

/** With two digits after the point; as it is where it has more, so that it is refused and not rounded. */
function moneyOf(value: FieldValue | undefined): string {
  const text = textOf(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const number = new Decimal(text);
  return number.decimalPlaces() > 2 ? text : number.toFixed(2);
}

const FORMS = new Map<PropertyKey, string>([
  ['amount', 'It is an amount with two digits after the point.'],
  ['depositDate', 'It is a day.'],
  ['bankCode', 'It is one character, the bank of the deposit.'],
  ['depositType', 'It is cash or card.']
]);

function shapeFault(name: PropertyKey | undefined, values: FieldValues): FieldFault[] {
  const field = name === 'applyTo' ? 'discountAmount' : String(name);
  const problem = FORMS.get(field) ?? 'It is an amount with two digits after the point.';
  return [fieldFault('LB794', { field, value: textOf(values[field]) }, problem)];
}

function requiredFaults({
  customerNo,
  checkNo,
  amount
}: {
  customerNo: string;
  checkNo: string;
  amount: string;
}) {
  return [
    ...(customerNo === ''
      ? [
          fieldFault(
            'LB794',
            { field: 'Account__c', value: '' },
            'It names no account that is a customer of Sage.'
          )
        ]
      : []),
    ...(checkNo === ''
      ? [fieldFault('LB794', { field: 'checkNo', value: '' }, 'Sage needs a check or reference number.')]
      : []),
    ...(/^-|^0+(?:\.0*)?$/.test(amount)
      ? [fieldFault('LB794', { field: 'amount', value: amount }, 'A receipt is of more than zero.')]
      : [])
  ];
}

function discountFaults(values: FieldValues, discount: string): FieldFault[] {
  const value = { field: 'discountAmount', value: discount };
  if (discount.startsWith('-')) return [fieldFault('LB794', value, 'A discount is not below zero.')];
  if (discount === '0.00' || textOf(values['invoiceNo']) !== '') return [];
  return [fieldFault('LB794', value, 'A discount is taken on an invoice, and the payment names none.')];
}

function optional(name: 'paymentType' | 'comment', value: FieldValue | undefined) {
  const text = textOf(value);
  return text === '' ? {} : { [name]: text };
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
