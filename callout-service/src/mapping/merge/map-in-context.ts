import type { FieldMap } from '../mapping-content.ts';
import { isRefused, type Turned, type Values } from '../transforms/turning.ts';
import { areEmpty, isCapitalised, sameValues } from '../values/same-values.ts';
import { carry, turn, type Carried } from './carry.ts';
import type { MergeContext } from './merge-context.ts';
import type { AgreedValues } from './merge.ts';
import { otherSide, sideFacts, type Side } from './side-values.ts';

/**
 * What one field map in both directions takes for the same. Either side may write one thing in several forms, and a
 * transform may turn several values into one; so values are compared by what they become on the other side, too.
 */
export class MapInContext {
  readonly #map: FieldMap;
  readonly #context: MergeContext;

  constructor(map: FieldMap, context: MergeContext) {
    this.#map = map;
    this.#context = context;
  }

  /** What values of one side become on the other one. */
  carried(from: Side, values: Values): Carried {
    return carry(this.#map, from, values, this.#context);
  }

  /** Whether values of one side are the same in its own form. */
  same(side: Side, one: Values, other: Values): boolean {
    return sameValues(one, other, sideFacts(this.#map, side, this.#context));
  }

  /** Whether both sides have the same: one is what the other becomes, or both become the same in Salesforce. */
  areEqual(sage: Values, salesforce: Values): boolean {
    if (this.#becomes('sage', sage, salesforce) || this.#becomes('salesforce', salesforce, sage)) return true;
    const back = this.#turned('salesforce', salesforce);
    if (isRefused(back)) return false;
    const inSalesforce = this.#turned('sage', back);
    return !isRefused(inSalesforce) && this.#becomes('sage', sage, inSalesforce);
  }

  /**
   * Whether two sides could have been left like this by this mapping. Values agreed under another one may not be, and then
   * tell nothing any more.
   */
  couldAgree({ sage, salesforce }: AgreedValues): boolean {
    const fits = sage.length === this.#map.sage.length && salesforce.length === this.#map.salesforce.length;
    if (!fits) return false;
    if (this.carried('sage', sage) === 'keep' || this.carried('salesforce', salesforce) === 'keep')
      return true;
    return this.areEqual(sage, salesforce);
  }

  /** Whether a person or a program changed a side since it was agreed, and not only the form of it. */
  hasChanged(side: Side, agreed: Values, now: Values): boolean {
    if (this.same(side, agreed, now)) return false;
    if (side === 'sage' && isCapitalised(agreed, now, sideFacts(this.#map, 'sage', this.#context)))
      return false;
    const [before, after] = [this.#turned(side, agreed), this.#turned(side, now)];
    return isRefused(before) || isRefused(after) || !this.same(otherSide(side), before, after);
  }

  #becomes(from: Side, values: Values, other: Values): boolean {
    const carried = this.carried(from, values);
    if (carried === 'keep') return areEmpty(other);
    return !isRefused(carried) && this.same(otherSide(from), carried, other);
  }

  #turned(from: Side, values: Values): Turned {
    return turn(this.#map, from, values, this.#context);
  }
}
