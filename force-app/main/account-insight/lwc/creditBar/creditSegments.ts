import { absoluteMoney, compareMoney, largestMoney, moneyRatio } from 'c/money';
import type { Money } from 'c/money';
import type { Credit } from './creditBar';

export type SegmentKind = 'amount-due' | 'open-orders' | 'left' | 'over';

/** A part of the bar: what it stands for, and where it is drawn, in per cent of the bar's length. */
export interface CreditSegment {
  readonly kind: SegmentKind;
  readonly amount: Money;
  readonly x: string;
  readonly width: string;
  readonly cssClass: string;
}

/**
 * The parts of the bar from left to right. The bar is as long as the limit, or as what is used where that is more;
 * then its end, from the limit on, is drawn over the others as "over". What the customer has to its credit with us
 * leaves less of the open orders to draw, so the part that is left is measured from the right.
 */
export function creditSegments(credit: Credit): readonly CreditSegment[] {
  const length = largestMoney([credit.limit, credit.used]);
  const ratioOf = (amount: Money): number => moneyRatio(amount, length);
  const left = credit.left ?? '0.00';
  const isOver = compareMoney(left, '0.00') < 0;
  const due = ratioOf(credit.amountDue);
  const leftFrom = isOver ? 1 : 1 - ratioOf(left);
  const ordersTo = Math.min(due + ratioOf(credit.openOrders), leftFrom);
  return [
    segment('amount-due', credit.amountDue, 0, due),
    ...(credit.includesOpenOrders ? [segment('open-orders', credit.openOrders, due, ordersTo)] : []),
    isOver
      ? segment('over', absoluteMoney(left), ratioOf(credit.limit), 1)
      : segment('left', left, leftFrom, 1)
  ];
}

function segment(kind: SegmentKind, amount: Money, from: number, to: number): CreditSegment {
  return {
    kind,
    amount,
    x: percent(from),
    width: percent(Math.max(0, to - from)),
    cssClass: `segment segment_${kind}`
  };
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(2)}%`;
}
