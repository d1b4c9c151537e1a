import type { PriceRecord } from '../../canonical/price-record.ts';
import type { PriceRule } from '../../canonical/price-answer.ts';
import type { PricedCustomer, PricedItem } from './price.ts';

/** A step of the precedence that needs a record of IM_PriceCode, with the one that fits, if any. */
export interface RecordStep {
  readonly rule: Exclude<PriceRule, 'promotion' | 'standard'>;
  readonly record: PriceRecord | undefined;
  /** Whether the step asks for a customer or a level that is not there, so that no record could fit. */
  readonly needsCustomer: boolean;
}

/**
 * Steps 2 to 6 of the precedence that the Sage knowledge base gives (quoted by resellers): the customer's own price for
 * the item, the item at the customer's level, the item at no level, the item's price code at the customer's level, the
 * price code at no level.
 */
export function recordsInPrecedence(
  item: PricedItem,
  customer: PricedCustomer | null,
  level: string | null,
  records: readonly PriceRecord[]
): readonly RecordStep[] {
  const ofItem = records.filter(({ record, itemCode }) => record === 'item' && itemCode === item.itemCode);
  const ofCode =
    item.priceCode === null
      ? []
      : records.filter(({ record, priceCode }) => record === 'priceCode' && priceCode === item.priceCode);
  const atLevel = (among: readonly PriceRecord[], wanted: string | null) =>
    among.find(({ customerPriceLevel }) => customerPriceLevel === wanted);
  return [
    { rule: 'customerItem', record: ownRecord(item, customer, records), needsCustomer: customer === null },
    {
      rule: 'itemLevel',
      record: level === null ? undefined : atLevel(ofItem, level),
      needsCustomer: level === null
    },
    { rule: 'item', record: atLevel(ofItem, null), needsCustomer: false },
    {
      rule: 'priceCodeLevel',
      record: level === null ? undefined : atLevel(ofCode, level),
      needsCustomer: level === null
    },
    { rule: 'priceCode', record: atLevel(ofCode, null), needsCustomer: false }
  ];
}

function ownRecord(
  item: PricedItem,
  customer: PricedCustomer | null,
  records: readonly PriceRecord[]
): PriceRecord | undefined {
  if (customer === null) return undefined;
  return records.find(
    (record) =>
      record.record === 'itemCustomer' &&
      record.itemCode === item.itemCode &&
      record.arDivisionNo === customer.arDivisionNo &&
      record.customerNo === customer.customerNo
  );
}
