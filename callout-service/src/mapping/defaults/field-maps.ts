import type { ConflictRule, FieldMap } from '../mapping-content.ts';
import type { Transform } from '../transforms/transform.ts';

type WhenEmpty = FieldMap['whenEmpty'];

const emptied: WhenEmpty = { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } };
const kept: WhenEmpty = { toSalesforce: { do: 'keep' }, toSage: { do: 'keep' } };

/** A field that only Sage decides: what is entered in Salesforce is overwritten with the next change. */
export function fromSage(
  id: string,
  sage: string | readonly string[],
  salesforce: string | readonly string[],
  ...transforms: readonly Transform[]
): FieldMap {
  return {
    ...fieldMap(id, sage, salesforce, transforms),
    direction: 'to-salesforce',
    conflict: 'sage-wins',
    whenEmpty: emptied
  };
}

/** A field that only Salesforce decides. */
export function fromSalesforce(
  id: string,
  sage: string | readonly string[],
  salesforce: string | readonly string[],
  ...transforms: readonly Transform[]
): FieldMap {
  return {
    ...fieldMap(id, sage, salesforce, transforms),
    direction: 'to-sage',
    conflict: 'salesforce-wins',
    whenEmpty: emptied
  };
}

/** A field that people change in both systems. */
export function bothWays(
  id: string,
  sage: string | readonly string[],
  salesforce: string | readonly string[],
  conflict: ConflictRule,
  ...transforms: readonly Transform[]
): FieldMap {
  return {
    ...fieldMap(id, sage, salesforce, transforms),
    direction: 'both',
    conflict,
    whenEmpty: emptied
  };
}

/** The same where both systems insist on a value: an empty one is never carried over. */
export function neverEmptied(map: FieldMap): FieldMap {
  return { ...map, whenEmpty: kept };
}

/** Several fields of Sage that go as they are, each to the field beside it. */
export function copied(pairs: Readonly<Record<string, string>>): FieldMap[] {
  return Object.entries(pairs).map(([sage, salesforce]) => fromSage(idOf(sage), sage, salesforce));
}

/** `billTo.zipCode` → `bill-to-zip-code`. */
function idOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[._]/g, '-')
    .toLowerCase();
}

function fieldMap(
  id: string,
  sage: string | readonly string[],
  salesforce: string | readonly string[],
  transforms: readonly Transform[]
): Pick<FieldMap, 'id' | 'sage' | 'salesforce' | 'transforms'> {
  return { id, sage: [sage].flat(), salesforce: [salesforce].flat(), transforms: [...transforms] };
}
