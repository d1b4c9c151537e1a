import type { Decimal } from 'decimal.js';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import { formatCustomerKey, type CustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import { priceAnswerSchema } from '../../canonical/price-answer.ts';
import { price, type PriceSettings } from '../../rules/price/price.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { createLiveOrLast, type LiveOrLastParts } from '../live-or-last.ts';
import { readCustomerKey, unknownCustomer } from '../read-customer-key.ts';
import { createSageDay } from '../sage-day.ts';
import { readItemCode, unknownItem } from '../stock/read-item-code.ts';
import { priceLevelFor, priceLevelsOf } from './price-level.ts';
import { priceRecords } from './price-records.ts';

const PRICE = 'price';

/** A price for one customer, or the list price without one. */
export const itemPriceSchema = z
  .object({
    ...priceAnswerSchema.shape,
    itemCodeDesc: z.string(),
    customerNo: z.string().optional(),
    currency: z.string(),
    ...freshnessSchema.shape
  })
  .meta({ id: 'ItemPrice' });

export type ItemPrice = z.infer<typeof itemPriceSchema>;

export interface PriceQuestion {
  readonly itemCode: string;
  /** As `01-ABF`. */
  readonly customerNo?: string | undefined;
  readonly quantity: Decimal;
}

export interface PriceParts extends LiveOrLastParts {
  readonly records: Pick<SageRecords, 'items' | 'customers' | 'priceRecords' | 'priceLevels'>;
  readonly price: PriceSettings;
  readonly currency: string;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Makes the inquiry "price". Rejects with LB101, LB109, LB401, LB402 or LB3xx. */
export function createPriceInquiry(parts: PriceParts): (question: PriceQuestion) => Promise<ItemPrice> {
  const liveOrLast = createLiveOrLast(PRICE, itemPriceSchema, parts);
  const sageDay = createSageDay(parts.timeZone);
  return async ({ itemCode: asked, customerNo, quantity }) => {
    const itemCode = readItemCode(asked);
    const customer = customerNo === undefined ? undefined : readCustomerKey(customerNo);
    const who = customer === undefined ? '' : formatCustomerKey(customer);
    return liveOrLast([itemCode, who, quantity.toFixed()].join('|'), () =>
      readPrice({ itemCode, customer, quantity }, sageDay, parts)
    );
  };
}

interface ReadQuestion {
  readonly itemCode: string;
  readonly customer: CustomerKey | undefined;
  readonly quantity: Decimal;
}

async function readPrice(
  { itemCode, customer: key, quantity }: ReadQuestion,
  sageDay: (moment: DateTime<true>) => CalendarDay,
  parts: PriceParts
): Promise<ItemPrice> {
  const { records } = parts;
  const now = parts.clock();
  const day = sageDay(now);
  const [[item], customer, levels] = await Promise.all([
    records.items.byKeys([itemCode]),
    key === undefined ? null : readCustomer(key, records),
    priceLevelsOf(key ?? null, records)
  ]);
  if (item === undefined) throw unknownItem(itemCode);
  const priceLevel = priceLevelFor(item, customer, levels, { day });
  const found = await priceRecords(item, priceLevel, records);
  const answer = price({ item, customer, priceLevel, quantity, day, records: found }, parts.price);
  return {
    ...answer,
    itemCodeDesc: item.itemCodeDesc,
    ...(key !== undefined && { customerNo: formatCustomerKey(key) }),
    currency: parts.currency,
    asOf: now.toUTC().toISO(),
    source: 'live'
  };
}

async function readCustomer(key: CustomerKey, records: PriceParts['records']): Promise<Customer> {
  const [customer] = await records.customers.byKeys([key]);
  if (customer === undefined) throw unknownCustomer(formatCustomerKey(key));
  return customer;
}
