import type { FieldReference, RecordRepresentation } from 'lightning/uiRecordApi';
import CURRENCY from '@salesforce/i18n/currency';
import AGING_1 from '@salesforce/schema/Account.Sage_Aging_1__c';
import AGING_2 from '@salesforce/schema/Account.Sage_Aging_2__c';
import AGING_3 from '@salesforce/schema/Account.Sage_Aging_3__c';
import AGING_4 from '@salesforce/schema/Account.Sage_Aging_4__c';
import AGING_CURRENT from '@salesforce/schema/Account.Sage_Aging_Current__c';
import AMOUNT_DUE from '@salesforce/schema/Account.Sage_Amount_Due__c';
import AS_OF from '@salesforce/schema/Account.Sage_Figures_As_Of__c';
import CREDIT_HOLD from '@salesforce/schema/Account.Sage_Credit_Hold__c';
import CREDIT_LEFT from '@salesforce/schema/Account.Sage_Credit_Left__c';
import CREDIT_LIMIT from '@salesforce/schema/Account.Sage_Credit_Limit__c';
import CUSTOMER_NO from '@salesforce/schema/Account.Sage_Customer_No__c';
import LAST_PAYMENT_AMOUNT from '@salesforce/schema/Account.Sage_Last_Payment_Amount__c';
import LAST_PAYMENT_DATE from '@salesforce/schema/Account.Sage_Last_Payment_Date__c';
import OPEN_ORDER_AMOUNT from '@salesforce/schema/Account.Sage_Open_Order_Amount__c';
import type { Aging } from 'c/agingChart';
import type { Credit } from 'c/creditBar';
import { moneyFromNumber, subtractMoney } from 'c/money';
import type { Money } from 'c/money';
import type { Figures } from './figures';

const AGING_FIELDS = [AGING_CURRENT, AGING_1, AGING_2, AGING_3, AGING_4];

/** The fields of Account that the page reads, all optional: one that the user may not see is left out. */
export const SAVED_FIELDS: readonly FieldReference[] = [
  CUSTOMER_NO,
  AS_OF,
  AMOUNT_DUE,
  CREDIT_LIMIT,
  CREDIT_LEFT,
  CREDIT_HOLD,
  OPEN_ORDER_AMOUNT,
  LAST_PAYMENT_AMOUNT,
  LAST_PAYMENT_DATE,
  ...AGING_FIELDS
];

/** What the account says of its customer in Sage. `undefined`: the user may not see it; `null`: it is not linked. */
export function readCustomerNo(record: RecordRepresentation): string | null | undefined {
  const value = valueOf(record, CUSTOMER_NO);
  if (value === undefined) return undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The figures saved on the account; undefined when none were saved yet. */
export function readSavedFigures(record: RecordRepresentation): Figures | undefined {
  const asOf = valueOf(record, AS_OF);
  const customerNo = readCustomerNo(record);
  if (typeof asOf !== 'string' || typeof customerNo !== 'string') return undefined;
  const money = (field: FieldReference): Money | undefined => moneyFromNumber(valueOf(record, field));
  const paymentDay = valueOf(record, LAST_PAYMENT_DATE);
  return {
    source: 'salesforce',
    asOf,
    currency: CURRENCY,
    customerNo,
    customerName: undefined,
    status: undefined,
    stale: undefined,
    amountDue: money(AMOUNT_DUE),
    creditLimit: money(CREDIT_LIMIT),
    creditLeft: money(CREDIT_LEFT),
    unlimited: false,
    onHold: valueOf(record, CREDIT_HOLD) === true,
    credit: creditOf(money(CREDIT_LIMIT), money(CREDIT_LEFT), money(AMOUNT_DUE)),
    agings: agingOf(AGING_FIELDS.map(money), money(AMOUNT_DUE)),
    openOrderAmount: money(OPEN_ORDER_AMOUNT),
    openOrderCount: undefined,
    latestOrders: undefined,
    lastPaymentAmount: money(LAST_PAYMENT_AMOUNT),
    lastPaymentDay: typeof paymentDay === 'string' ? paymentDay : undefined,
    averageDaysToPay: undefined,
    terms: undefined
  };
}

/** What is used, and what of it is not due, follows from what was saved: nothing is worked out anew. */
function creditOf(limit?: Money, left?: Money, amountDue?: Money): Credit | undefined {
  if (limit === undefined || left === undefined || amountDue === undefined) return undefined;
  const used = subtractMoney(limit, left);
  const openOrders = subtractMoney(used, amountDue);
  const includesOpenOrders = openOrders !== '0.00';
  return { limit, unlimited: false, used, left, amountDue, openOrders, includesOpenOrders };
}

function agingOf(amounts: readonly (Money | undefined)[], total: Money | undefined): readonly Aging[] {
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length < amounts.length || total === undefined) return [];
  const buckets = known.map((amount) => ({ fromDays: undefined, toDays: undefined, amount }));
  return [{ kind: 'saved', day: undefined, buckets, total }];
}

function valueOf(record: RecordRepresentation, field: FieldReference): unknown {
  return record.fields[field.fieldApiName]?.value;
}
