import type { Aging, AgingBucket } from 'c/agingChart';
import type { Credit } from 'c/creditBar';
import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';
import type { OpenOrder } from 'c/openOrderList';
import type { Figures, Staleness } from './figures';

/** More than the service ever sends; a longer list is not its answer. */
const MOST_BUCKETS = 12;
const MOST_ORDERS = 50;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * Reads the service's answer to `getCustomerSummary`. Every value is checked: one that is missing or of another kind
 * throws a `JsonFault`, so that the page never shows half an answer. Members it does not know are left alone.
 */
export function readCustomerSummary(text: string): Figures {
  const json = readJsonObject(text);
  const credit = json.object('credit');
  const orders = json.object('openOrders');
  const payment = json.object('lastPayment');
  return {
    source: json.oneOf('source', ['live', 'cache']),
    asOf: json.moment('asOf'),
    currency: json.matching('currency', CURRENCY, 'a currency code'),
    customerNo: json.text('customerNo'),
    customerName: json.text('customerName'),
    status: json.oneOf('status', ['active', 'inactive', 'temporary']),
    stale: readStaleness(json.optionalObject('stale')),
    amountDue: json.money('amountDue'),
    creditLimit: credit.money('limit'),
    creditLeft: credit.optionalMoney('left'),
    unlimited: credit.flag('unlimited'),
    onHold: credit.flag('onHold'),
    credit: readCredit(credit),
    agings: readAgings(json),
    openOrderAmount: orders.money('amount'),
    openOrderCount: orders.count('count'),
    latestOrders: orders.list('latest', MOST_ORDERS, readOrder),
    lastPaymentAmount: payment.money('amount'),
    lastPaymentDay: payment.optionalDay('date'),
    averageDaysToPay: payment.count('averageDaysToPay'),
    terms: json.optionalObject('terms')?.text('description')
  };
}

function readStaleness(json: JsonReader | undefined): Staleness | undefined {
  return (
    json && {
      code: json.text('code'),
      title: json.text('title'),
      detail: json.text('detail'),
      action: json.text('action')
    }
  );
}

function readCredit(json: JsonReader): Credit {
  return {
    limit: json.money('limit'),
    unlimited: json.flag('unlimited'),
    used: json.money('used'),
    left: json.optionalMoney('left'),
    amountDue: json.money('amountDue'),
    openOrders: json.money('openOrders'),
    includesOpenOrders: json.flag('includesOpenOrders')
  };
}

function readAgings(json: JsonReader): readonly Aging[] {
  return [readComputedAging(json.object('agingComputed')), readAging('stored', json.object('agingStored'))];
}

function readComputedAging(json: JsonReader): Aging {
  return {
    ...readAging('computed', json),
    basis: json.oneOf('basis', ['invoice-date', 'due-date']),
    openInvoiceCount: json.count('openInvoiceCount')
  };
}

function readAging(kind: Aging['kind'], json: JsonReader): Aging {
  return {
    kind,
    day: json.optionalDay('asOf'),
    buckets: json.list('buckets', MOST_BUCKETS, readBucket),
    total: json.money('total')
  };
}

function readBucket(json: JsonReader): AgingBucket {
  return {
    fromDays: json.optionalCount('fromDays'),
    toDays: json.optionalCount('toDays'),
    amount: json.money('amount')
  };
}

function readOrder(json: JsonReader): OpenOrder {
  return {
    salesOrderNo: json.text('salesOrderNo'),
    orderDate: json.optionalDay('orderDate'),
    shipDate: json.optionalDay('shipDate'),
    status: json.oneOf('status', ['new', 'open', 'hold']),
    customerPONo: json.optionalText('customerPONo'),
    total: json.money('total')
  };
}
