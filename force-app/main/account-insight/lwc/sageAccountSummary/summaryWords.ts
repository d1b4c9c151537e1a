import ANNOUNCEMENT from '@salesforce/label/c.Sage_Summary_Announcement';
import ANNOUNCEMENT_STALE from '@salesforce/label/c.Sage_Summary_Announcement_Stale';
import AGING from '@salesforce/label/c.Sage_Summary_Aging';
import AMOUNT_DUE from '@salesforce/label/c.Sage_Summary_Amount_Due';
import AVERAGE_DAYS from '@salesforce/label/c.Sage_Summary_Average_Days';
import AVERAGE_DAYS_ONE from '@salesforce/label/c.Sage_Summary_Average_Days_One';
import BALANCE from '@salesforce/label/c.Sage_Summary_Balance';
import CREDIT from '@salesforce/label/c.Sage_Summary_Credit';
import CREDIT_LEFT from '@salesforce/label/c.Sage_Summary_Credit_Left';
import CREDIT_LIMIT from '@salesforce/label/c.Sage_Summary_Credit_Limit';
import HOLD from '@salesforce/label/c.Sage_Summary_On_Hold';
import INACTIVE from '@salesforce/label/c.Sage_Summary_Inactive';
import LAST_PAYMENT from '@salesforce/label/c.Sage_Summary_Last_Payment';
import LAST_PAYMENT_UNDATED from '@salesforce/label/c.Sage_Summary_Last_Payment_Undated';
import LATEST_ORDERS from '@salesforce/label/c.Sage_Summary_Latest_Orders';
import LOADING from '@salesforce/label/c.Sage_Summary_Loading';
import NO_ACCESS_ACTION from '@salesforce/label/c.Sage_Summary_No_Access_Action';
import NO_ACCESS_TITLE from '@salesforce/label/c.Sage_Summary_No_Access_Title';
import NO_LIMIT from '@salesforce/label/c.Sage_Summary_No_Limit';
import NO_PAYMENT from '@salesforce/label/c.Sage_Summary_No_Payment';
import NOT_LINKED_ACTION from '@salesforce/label/c.Sage_Summary_Not_Linked_Action';
import NOT_LINKED_TITLE from '@salesforce/label/c.Sage_Summary_Not_Linked_Title';
import OPEN_ORDERS from '@salesforce/label/c.Sage_Summary_Open_Orders';
import ORDER_AMOUNT from '@salesforce/label/c.Sage_Summary_Open_Order_Amount';
import ORDER_COUNT from '@salesforce/label/c.Sage_Summary_Order_Count';
import ORDER_COUNT_ONE from '@salesforce/label/c.Sage_Summary_Order_Count_One';
import REFRESH from '@salesforce/label/c.Sage_Summary_Refresh';
import REFRESHING from '@salesforce/label/c.Sage_Summary_Refreshing';
import TEMPORARY from '@salesforce/label/c.Sage_Summary_Temporary';
import TERMS from '@salesforce/label/c.Sage_Summary_Terms';
import TITLE from '@salesforce/label/c.Sage_Summary_Title';
import WARNING from '@salesforce/label/c.Sage_Summary_Warning';
import { formatDay } from 'c/calendarDay';
import { countInWords, fillIn } from 'c/labelText';
import { formatMoney } from 'c/money';
import type { Figures } from './figures';

/** The words that never change. */
export const labels = {
  aging: AGING,
  amountDue: AMOUNT_DUE,
  balance: BALANCE,
  credit: CREDIT,
  creditLeft: CREDIT_LEFT,
  creditLimit: CREDIT_LIMIT,
  loading: LOADING,
  noAccessAction: NO_ACCESS_ACTION,
  noAccessTitle: NO_ACCESS_TITLE,
  notLinkedAction: NOT_LINKED_ACTION,
  notLinkedTitle: NOT_LINKED_TITLE,
  onHold: HOLD,
  openOrders: OPEN_ORDERS,
  orderAmount: ORDER_AMOUNT,
  refresh: REFRESH,
  refreshing: REFRESHING,
  title: TITLE,
  warning: WARNING
};

/** The words that a customer's figures are put into. Undefined where there is nothing to say. */
export interface FigureWords {
  readonly customer: string;
  readonly status: string | undefined;
  readonly limit: string | undefined;
  readonly lastPayment: string | undefined;
  readonly averageDays: string | undefined;
  readonly terms: string | undefined;
  readonly orderCount: string | undefined;
}

/** Puts a customer's figures into words. */
export function wordsFor(figures: Figures): FigureWords {
  const { customerNo, customerName, terms } = figures;
  return {
    customer: customerName === undefined ? customerNo : `${customerNo} · ${customerName}`,
    status: statusWords(figures),
    limit: figures.unlimited ? NO_LIMIT : undefined,
    lastPayment: paymentWords(figures),
    averageDays: averageDaysWords(figures),
    terms: terms === undefined ? undefined : fillIn(TERMS, terms),
    orderCount: orderCountWords(figures)
  };
}

/** What a screen reader is told when an answer has come. */
export function announce({ source, amountDue, currency }: Figures): string {
  const amount = amountDue === undefined ? '' : formatMoney(amountDue, currency);
  return fillIn(source === 'live' ? ANNOUNCEMENT : ANNOUNCEMENT_STALE, amount);
}

function statusWords({ status }: Figures): string | undefined {
  if (status === 'inactive') return INACTIVE;
  return status === 'temporary' ? TEMPORARY : undefined;
}

function paymentWords({ lastPaymentAmount, lastPaymentDay, currency }: Figures): string | undefined {
  if (lastPaymentAmount === undefined) return undefined;
  const amount = formatMoney(lastPaymentAmount, currency);
  if (lastPaymentDay !== undefined) return fillIn(LAST_PAYMENT, amount, formatDay(lastPaymentDay));
  return lastPaymentAmount === '0.00' ? NO_PAYMENT : fillIn(LAST_PAYMENT_UNDATED, amount);
}

/** Sage keeps 0 for a customer that has never paid. */
function averageDaysWords({ averageDaysToPay }: Figures): string | undefined {
  if (averageDaysToPay === undefined || averageDaysToPay <= 0) return undefined;
  return countInWords(averageDaysToPay, { one: AVERAGE_DAYS_ONE, other: AVERAGE_DAYS });
}

function orderCountWords({ openOrderCount, latestOrders }: Figures): string | undefined {
  if (openOrderCount === undefined || openOrderCount === 0) return undefined;
  const count = countInWords(openOrderCount, { one: ORDER_COUNT_ONE, other: ORDER_COUNT });
  const shown = latestOrders?.length ?? 0;
  return shown < openOrderCount ? `${count} ${fillIn(LATEST_ORDERS, `${shown}`)}` : count;
}
