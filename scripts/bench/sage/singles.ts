import { Decimal } from 'decimal.js';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { formatCustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { createPriceInquiry } from '../../../callout-service/src/inquiry/price/price-inquiry.ts';
import { createAvailabilityInquiry } from '../../../callout-service/src/inquiry/stock/availability-inquiry.ts';
import type { SageRecords } from '../../../callout-service/src/sage/port/sage-records.ts';
import type { LastAnswers } from '../../../callout-service/src/store/port/last-answers.ts';
import { systemClock } from '../../../callout-service/src/telemetry/clock.ts';
import { SAGE_TIME_ZONE } from '../../demo/service-environment.ts';

/** What one single read needs; each kind takes of it what it wants. */
export interface SingleQuestion {
  readonly customer: CustomerKey;
  readonly itemCode: string;
  readonly salesOrderNo: string;
}

export const singleNames = ['customer', 'item', 'order with lines', 'availability', 'price'] as const;
export type SingleName = (typeof singleNames)[number];

type SingleRead = (question: SingleQuestion) => Promise<unknown>;

/** The single reads of the service over its records; each rejects when there is no such record. */
export function singleReads(records: SageRecords): Readonly<Record<SingleName, SingleRead>> {
  const shared = { records, lastAnswers: nothingKept, clock: systemClock };
  const availability = createAvailabilityInquiry({
    ...shared,
    availability: { includePurchaseOrders: false, includeWorkOrders: false }
  });
  const price = createPriceInquiry({
    ...shared,
    price: { costBasis: 'standard', unitPriceDecimals: 3 },
    currency: 'USD',
    timeZone: SAGE_TIME_ZONE
  });
  return {
    customer: async ({ customer }) => only(await records.customers.byKeys([customer])),
    item: async ({ itemCode }) => only(await records.items.byKeys([itemCode])),
    'order with lines': async ({ salesOrderNo }) => only(await records.salesOrders.byKeys([salesOrderNo])),
    availability: ({ itemCode }) => availability(itemCode),
    price: ({ itemCode, customer }) =>
      price({ itemCode, customerNo: formatCustomerKey(customer), quantity: new Decimal(1) })
  };
}

function only(found: readonly unknown[]): unknown {
  if (found.length !== 1) throw new Error(`${found.length} records were found by one key.`);
  return found[0];
}

/** The store is not what is measured here. */
const nothingKept: LastAnswers = {
  find: () => Promise.resolve(undefined),
  remember: () => undefined,
  forget: () => undefined,
  count: () => 0,
  state: () => ({ working: true, reason: undefined }),
  close: () => Promise.resolve()
};
