import type { Columns } from '../catalogue/table.ts';
import type { Condition } from '../sql/select.ts';
import { MAX_IN_VALUES } from '../sql/select-grammar.ts';
import type { RawKey } from './raw-key.ts';

export type Conditions = readonly Condition<Columns>[];

/**
 * The conditions of the statements that find these keys without OR. All columns but one are compared with `=`, the one
 * with IN; it is the one with which fewest statements are needed, mostly the last.
 */
export function conditionsOfKeys(columns: readonly string[], keys: readonly RawKey[]): readonly Conditions[] {
  const fewest = columns
    .map((_, listed) => ({ listed, groups: groupsWithout(listed, keys) }))
    .reduce((best, next) => (next.groups.length <= best.groups.length ? next : best));
  return fewest.groups.flatMap((group) => conditionsOfGroup(columns, fewest.listed, group));
}

function groupsWithout(listed: number, keys: readonly RawKey[]): readonly (readonly RawKey[])[] {
  return [...Map.groupBy(keys, (key) => key.with(listed, '').join('\0')).values()];
}

function conditionsOfGroup(
  columns: readonly string[],
  listed: number,
  group: readonly RawKey[]
): Conditions[] {
  const [first = []] = group;
  const fixed = columns.flatMap((column, index) =>
    index === listed ? [] : [{ column, op: '=', value: first[index] ?? '' } as const]
  );
  const column = columns[listed] ?? '';
  const values = [...new Set(group.map((key) => key[listed] ?? ''))];
  return chunks(values, MAX_IN_VALUES).map((chunk) => {
    const [only] = chunk;
    if (chunk.length === 1 && only !== undefined) return [...fixed, { column, op: '=', value: only }];
    return [...fixed, { column, in: chunk }];
  });
}

/**
 * The conditions of the statements that, one after the other, find what stands behind a key in the order of its columns:
 * for three columns `a = x AND b = y AND c > z`, then `a = x AND b > y`, then `a > x`. With no key it is everything.
 */
export function conditionsBehind(columns: readonly string[], key: RawKey): readonly Conditions[] {
  if (key.length === 0) return [[]];
  const depths = key.map((_, index) => key.length - 1 - index);
  return depths.map((depth) => [
    ...key.slice(0, depth).map((value, index) => ({ column: columns[index] ?? '', op: '=', value }) as const),
    { column: columns[depth] ?? '', op: '>', value: key[depth] ?? '' }
  ]);
}

/** A list in parts of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size)
  );
}
