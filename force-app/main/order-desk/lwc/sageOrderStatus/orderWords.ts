import CURRENCY from '@salesforce/i18n/currency';
import ASKED_AMEND from '@salesforce/label/c.Sage_Order_Asked_Amend';
import ASKED_CANCEL from '@salesforce/label/c.Sage_Order_Asked_Cancel';
import ASKED_SUBMIT from '@salesforce/label/c.Sage_Order_Asked_Submit';
import DISCOUNT from '@salesforce/label/c.Sage_Order_Discount';
import FAILED_ACTION from '@salesforce/label/c.Sage_Order_Failed_Action';
import FAILED_TITLE from '@salesforce/label/c.Sage_Order_Failed_Title';
import FREIGHT from '@salesforce/label/c.Sage_Order_Freight';
import LOADING from '@salesforce/label/c.Sage_Order_Loading';
import LONG_WAIT from '@salesforce/label/c.Sage_Order_Long_Wait';
import NO_ACCESS from '@salesforce/label/c.Sage_Order_No_Access';
import NO_NUMBER from '@salesforce/label/c.Sage_Order_No_Number';
import NONE_OPPORTUNITY from '@salesforce/label/c.Sage_Order_None_Opportunity';
import NONE_ORDER from '@salesforce/label/c.Sage_Order_None_Order';
import NUMBER from '@salesforce/label/c.Sage_Order_Number';
import PROGRESS from '@salesforce/label/c.Sage_Order_Progress';
import REFRESH from '@salesforce/label/c.Sage_Order_Refresh';
import SPOKEN from '@salesforce/label/c.Sage_Order_Spoken';
import SUBTOTAL from '@salesforce/label/c.Sage_Order_Subtotal';
import TAX from '@salesforce/label/c.Sage_Order_Tax';
import TITLE from '@salesforce/label/c.Sage_Order_Title';
import TOTAL from '@salesforce/label/c.Sage_Order_Total';
import WARNING from '@salesforce/label/c.Sage_Order_Warning';
import { fillIn } from 'c/labelText';
import { formatMoney } from 'c/money';
import type { Money } from 'c/money';
import type { Problem } from 'c/reduceErrors';
import type { OrderState, OrderTotals, RequestedAction, SageOrder } from './orderState';

export const labels = {
  loading: LOADING,
  longWait: LONG_WAIT,
  noAccess: NO_ACCESS,
  noNumber: NO_NUMBER,
  number: NUMBER,
  progress: PROGRESS,
  refresh: REFRESH,
  title: TITLE,
  warning: WARNING
};

/** One line of the totals. */
export interface TotalLine {
  readonly key: string;
  readonly label: string;
  readonly amount: string;
  readonly value: Money;
  readonly style: string;
}

const ASKED: Readonly<Record<RequestedAction, string>> = {
  submit: ASKED_SUBMIT,
  amend: ASKED_AMEND,
  cancel: ASKED_CANCEL
};

/** What was asked for, as a sentence. */
export function askedInWords(action: RequestedAction): string {
  return ASKED[action];
}

/** What a record without an order says. */
export function noneInWords(objectApiName: string | undefined): string {
  return objectApiName === 'Order' ? NONE_ORDER : NONE_OPPORTUNITY;
}

/** The parts that are not zero, and the total. */
export function totalLines(totals: OrderTotals): readonly TotalLine[] {
  const parts: readonly [string, string, Money | undefined][] = [
    ['subtotal', SUBTOTAL, totals.subtotal],
    ['discount', DISCOUNT, totals.discount],
    ['tax', TAX, totals.tax],
    ['freight', FREIGHT, totals.freight]
  ];
  const worthALine = parts.filter(([, , amount]) => amount !== undefined && amount !== '0.00');
  return [
    ...worthALine.map(([key, label, amount = '0.00']) => line(key, label, amount, '')),
    line('total', TOTAL, totals.total, 'total')
  ];
}

/** The failure of an order as the panel shows it. */
export function failureInWords({
  code,
  message
}: {
  readonly code: string;
  readonly message: string;
}): Problem {
  return { code, title: FAILED_TITLE, detail: message, action: FAILED_ACTION, retryable: false };
}

/** What a screen reader is told when the order comes, or fails. */
export function announce(state: OrderState): string {
  if (state.kind === 'failed') return `${FAILED_TITLE} ${state.message}`;
  return state.kind === 'done' && state.order !== undefined ? orderInWords(state.order) : '';
}

function orderInWords({ salesOrderNo, status = '', totals }: SageOrder): string {
  return fillIn(
    SPOKEN,
    salesOrderNo,
    status,
    totals === undefined ? '' : formatMoney(totals.total, CURRENCY)
  );
}

function line(key: string, label: string, value: Money, style: string): TotalLine {
  return { key, label, amount: formatMoney(value, CURRENCY), value, style };
}
