import type { FieldMap, MappingContent } from '../mapping-content.ts';

/** One setting that differs; both as JSON text, null where there was or is none. */
export interface Difference {
  /** As `master`, `filter.sage`, or within a field map `transforms`. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface MappingDifferences {
  /** Settings of the mapping itself. */
  readonly settings: readonly Difference[];
  readonly added: readonly FieldMap[];
  readonly removed: readonly FieldMap[];
  readonly changed: readonly { readonly id: string; readonly differences: readonly Difference[] }[];
}

/** What a version of a mapping has that another one has not; the order of field maps and of properties does not count. */
export function compareMappings(before: MappingContent, after: MappingContent): MappingDifferences {
  const { fields: fieldsBefore, ...settingsBefore } = before;
  const { fields: fieldsAfter, ...settingsAfter } = after;
  const old = new Map(fieldsBefore.map((map) => [map.id, map]));
  const kept = new Set(fieldsAfter.map(({ id }) => id));
  return {
    settings: differences(settingsBefore, settingsAfter),
    added: fieldsAfter.filter(({ id }) => !old.has(id)),
    removed: fieldsBefore.filter(({ id }) => !kept.has(id)),
    changed: fieldsAfter.flatMap((map) => {
      const found = differences(old.get(map.id) ?? map, map);
      return found.length === 0 ? [] : [{ id: map.id, differences: found }];
    })
  };
}

/** The differences as sentences for people; empty where there are none. */
export function describeDifferences(found: MappingDifferences): readonly string[] {
  return [
    ...found.settings.map((difference) => describe('', difference)),
    ...found.added.map((map) => `${map.id} is new: ${fieldsOf(map)}.`),
    ...found.removed.map((map) => `${map.id} is gone: ${fieldsOf(map)}.`),
    ...found.changed.flatMap(({ id, differences: all }) =>
      all.map((difference) => describe(`${id}, `, difference))
    )
  ];
}

function describe(where: string, { what, before, after }: Difference): string {
  return `${where}${what}: ${before ?? 'nothing'} becomes ${after ?? 'nothing'}.`;
}

const ARROWS = { both: '↔', 'to-salesforce': '→', 'to-sage': '←' } as const;

function fieldsOf({ sage, salesforce, direction }: FieldMap): string {
  return `${sage.join(' + ') || 'nothing'} ${ARROWS[direction]} ${salesforce.join(' + ') || 'nothing'}`;
}

function differences(before: object, after: object): readonly Difference[] {
  const [was, is] = [leaves(before), leaves(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.flatMap((what) => {
    const [one, other] = [was.get(what) ?? null, is.get(what) ?? null];
    return one === other ? [] : [{ what, before: one, after: other }];
  });
}

/** The settings below an object by their path, each as JSON; a list is one setting. */
function leaves(value: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(value).flatMap(([name, part]: [string, unknown]): (readonly [string, string])[] => {
      if (part === undefined) return [];
      const place = path === '' ? name : `${path}.${name}`;
      const isGroup = typeof part === 'object' && part !== null && !Array.isArray(part);
      return isGroup ? [...leaves(part, place)] : [[place, JSON.stringify(ordered(part))]];
    })
  );
}

/** With properties in the order of their names, so that the same is written the same. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(entries.map(([name, part]: [string, unknown]) => [name, ordered(part)]));
}
