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
  void before;
  void after;
  return { settings: [], added: [], removed: [], changed: [] };
}

/** The differences as sentences for people; empty where there are none. */
export function describeDifferences(differences: MappingDifferences): readonly string[] {
  void differences;
  return [];
}
