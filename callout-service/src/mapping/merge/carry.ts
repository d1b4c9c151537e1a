import type { FieldValue } from '../field-value.ts';
import type { FieldMap } from '../mapping-content.ts';
import type { TransformContext } from '../transforms/transform-context.ts';
import { turnValues } from '../transforms/turn-values.ts';
import { isRefused, refusal, type Refusal, type Turned, type Values } from '../transforms/turning.ts';
import { fitValue } from '../values/fit-value.ts';
import { areEmpty } from '../values/same-values.ts';
import type { MergeContext } from './merge-context.ts';
import { otherSide, sideFacts, type Side } from './side-values.ts';

/** What values of one side become on the other one; `keep` leaves there what is there. */
export type Carried = Values | Refusal | 'keep';

/** Values of one side through the transforms and into the fields of the other one. */
export function carry(map: FieldMap, from: Side, values: Values, context: MergeContext): Carried {
  const turned = turn(map, from, values, context);
  if (isRefused(turned)) return turned;
  const rule = from === 'sage' ? map.whenEmpty.toSalesforce : map.whenEmpty.toSage;
  if (!areEmpty(turned) || rule.do === 'empty') return fitted(map, from, turned, context);
  if (rule.do === 'keep') return 'keep';
  return fitted(map, from, [rule.value, ...turned.slice(1)], context);
}

/** Values through the transforms alone, without what stands in for empty ones. */
export function turn(map: FieldMap, from: Side, values: Values, context: MergeContext): Turned {
  const turned = turnValues(
    map.transforms,
    values,
    from === 'sage' ? 'forward' : 'backward',
    transformContext(map, context)
  );
  const wanted = map[otherSide(from)].length;
  if (isRefused(turned) || turned.length === wanted) return turned;
  const problem = `Its transforms give ${turned.length} values for ${wanted} fields.`;
  return refusal(null, problem, 'Correct the transforms of the field map.');
}

function fitted(map: FieldMap, from: Side, values: Values, context: MergeContext): Turned {
  const to = otherSide(from);
  const facts = sideFacts(map, to, context);
  const fitting: FieldValue[] = [];
  for (const [index, value] of values.entries()) {
    const fit = fitValue(value, facts[index]);
    if (isRefused(fit)) return { ...fit, problem: `${map[to][index] ?? ''}: ${fit.problem}` };
    fitting.push(fit);
  }
  return fitting;
}

function transformContext(map: FieldMap, context: MergeContext): TransformContext {
  const { businessCountry, timeZone, today, exchangeRates, fields } = context;
  const sageLengths = map.sage.map((name) => fields.sage.get(name)?.length);
  return { businessCountry, timeZone, today, exchangeRates, sageLengths };
}
