import { LightningElement, api } from 'lwc';
import AMOUNT_DUE from '@salesforce/label/c.Sage_Credit_Amount_Due';
import LEFT from '@salesforce/label/c.Sage_Credit_Left';
import NO_LIMIT from '@salesforce/label/c.Sage_Credit_No_Limit';
import OPEN_ORDERS from '@salesforce/label/c.Sage_Credit_Open_Orders';
import OVER from '@salesforce/label/c.Sage_Credit_Over';
import SUMMARY from '@salesforce/label/c.Sage_Credit_Bar_Summary';
import SUMMARY_OVER from '@salesforce/label/c.Sage_Credit_Bar_Summary_Over';
import { fillIn } from 'c/labelText';
import { absoluteMoney, compareMoney, formatMoney } from 'c/money';
import type { Money } from 'c/money';
import { creditSegments } from './creditSegments';
import type { CreditSegment, SegmentKind } from './creditSegments';

/** The terms of a customer's credit. `left` is absent when there is no limit, and negative when it is exceeded. */
export interface Credit {
  readonly limit: Money;
  readonly unlimited: boolean;
  readonly used: Money;
  readonly left: Money | undefined;
  readonly amountDue: Money;
  readonly openOrders: Money;
  readonly includesOpenOrders: boolean;
}

interface LegendEntry {
  readonly key: string;
  readonly swatchClass: string;
  readonly words: string;
}

const WORDS: Readonly<Record<SegmentKind, string>> = {
  'amount-due': AMOUNT_DUE,
  'open-orders': OPEN_ORDERS,
  left: LEFT,
  over: OVER
};

/** Draws how much of a credit limit is used, and by what. Every part is in the legend in words as well. */
export default class CreditBar extends LightningElement {
  @api credit: Credit | undefined;
  @api currency = '';

  readonly labels = { noLimit: NO_LIMIT };

  get isLimited(): boolean {
    return this.credit?.left !== undefined && !this.credit.unlimited;
  }

  get segments(): readonly CreditSegment[] {
    return this.credit === undefined ? [] : creditSegments(this.credit);
  }

  get legend(): readonly LegendEntry[] {
    return this.segments.map(({ kind, amount }) => ({
      key: kind,
      swatchClass: `swatch swatch_${kind}`,
      words: fillIn(WORDS[kind], this.format(amount))
    }));
  }

  /** What the picture says, for those who do not see it. */
  get summary(): string {
    const { used = '0.00', limit = '0.00', left = '0.00' } = this.credit ?? {};
    const isOver = compareMoney(left, '0.00') < 0;
    const words = isOver ? SUMMARY_OVER : SUMMARY;
    return fillIn(words, this.format(used), this.format(limit), this.format(absoluteMoney(left)));
  }

  private format(amount: Money): string {
    return formatMoney(amount, this.currency);
  }
}
