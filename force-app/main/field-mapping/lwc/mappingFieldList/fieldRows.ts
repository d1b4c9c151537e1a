import { LIST_HEIGHT, ROW_HEIGHT } from 'c/mappingModel';
import type { Field, Line, Side } from 'c/mappingModel';

/** Rows that are drawn above and below what is seen. */
const MARGIN = 4;

export const FILTERS = ['all', 'unmapped', 'mapped', 'required', 'own'] as const;
export type FieldFilter = (typeof FILTERS)[number];

export interface Wanted {
  readonly search: string;
  readonly filter: FieldFilter;
  readonly side: Side;
  readonly lines: readonly Line[];
}

/** Names of fields that some line has. */
export function mappedNames(lines: readonly Line[], side: Side): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line[side]));
}

/** Fields whose label or name has every word searched for, in any case, and that pass the filter. */
export function wantedFields(
  fields: readonly Field[],
  { search, filter, side, lines }: Wanted
): readonly Field[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const mapped = mappedNames(lines, side);
  return fields.filter((field) => {
    const text = `${field.label} ${field.name}`.toLowerCase();
    return words.every((word) => text.includes(word)) && passes(field, filter, mapped);
  });
}

function passes(field: Field, filter: FieldFilter, mapped: ReadonlySet<string>): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mapped':
      return mapped.has(field.name);
    case 'unmapped':
      return !mapped.has(field.name);
    case 'required':
      return field.required;
    default:
      return field.origin === 'custom' || field.origin === 'udf';
  }
}

/** Places of the first row that is drawn, and of the one behind the last. */
export function drawnRows(scrollTop: number, count: number): { readonly from: number; readonly to: number } {
  const first = Math.floor(scrollTop / ROW_HEIGHT);
  const seen = Math.ceil(LIST_HEIGHT / ROW_HEIGHT) + 1;
  return { from: Math.max(0, first - MARGIN), to: Math.min(count, first + seen + MARGIN) };
}

/** Where a list must be scrolled to for a row to be seen; as it is where it is seen already. */
export function scrolledTo(index: number, scrollTop: number): number {
  const top = index * ROW_HEIGHT;
  if (top < scrollTop) return top;
  const bottom = top + ROW_HEIGHT;
  return bottom > scrollTop + LIST_HEIGHT ? bottom - LIST_HEIGHT : scrollTop;
}

/** The row that a key leads to; undefined for a key that moves nothing. */
export function rowAfterKey(key: string, index: number, count: number): number | undefined {
  const page = Math.floor(LIST_HEIGHT / ROW_HEIGHT) - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1
  };
  const wanted = steps[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(count - 1, wanted));
}
