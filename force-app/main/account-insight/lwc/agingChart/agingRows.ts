import { absoluteMoney, compareMoney, formatMoney, largestMoney, moneyRatio } from 'c/money';
import type { Aging } from './agingChart';
import { bucketName } from './agingWords';

/** One period as it is drawn. */
export interface AgingRow {
  readonly key: string;
  readonly name: string;
  readonly amount: string;
  /** The exact amount, for tests and for copying. */
  readonly value: string;
  /** Per cent of the longest bar. */
  readonly width: string;
  readonly barClass: string;
}

/** The oldest periods share the strongest colour. */
const STRONGEST = 4;

/** The periods, youngest first. A bar is as long as the amount without its sign; a credit balance looks different. */
export function agingRows(aging: Aging, currency: string): readonly AgingRow[] {
  const longest = largestMoney(aging.buckets.map(({ amount }) => absoluteMoney(amount)));
  return aging.buckets.map((bucket, index) => ({
    key: `${index}`,
    name: bucketName(bucket, index),
    amount: formatMoney(bucket.amount, currency),
    value: bucket.amount,
    width: `${(moneyRatio(absoluteMoney(bucket.amount), longest) * 100).toFixed(2)}%`,
    barClass:
      compareMoney(bucket.amount, '0.00') < 0 ? 'bar bar_credit' : `bar bar_${Math.min(index, STRONGEST)}`
  }));
}
