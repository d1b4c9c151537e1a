/** What a mapping is made of, in the words of the service's `MappingContent`. */

export type Side = 'sage' | 'salesforce';
export type Direction = 'to-salesforce' | 'to-sage' | 'both';
export type ConflictRule = 'sage-wins' | 'salesforce-wins' | 'newest' | 'ask';
export type Value = string | boolean | null;

export const SIDES: readonly Side[] = ['salesforce', 'sage'];
export const DIRECTIONS: readonly Direction[] = ['to-salesforce', 'to-sage', 'both'];
export const CONFLICT_RULES: readonly ConflictRule[] = ['sage-wins', 'salesforce-wins', 'newest', 'ask'];

/** What goes to a side where the other has nothing. */
export interface WhenEmpty {
  readonly do: 'empty' | 'keep' | 'default';
  readonly value?: string;
}

/** One step of a chain; its settings are the service's to check. */
export interface Transform {
  readonly kind: string;
  readonly [setting: string]: unknown;
}

/** Fields of both systems that say the same thing: a field map of the service. */
export interface Line {
  /** Stays what it is through all versions: the values last agreed stand under it. */
  readonly id: string;
  readonly sage: readonly string[];
  readonly salesforce: readonly string[];
  readonly direction: Direction;
  readonly transforms: readonly Transform[];
  readonly conflict: ConflictRule;
  readonly whenEmpty: { readonly toSalesforce: WhenEmpty; readonly toSage: WhenEmpty };
  readonly onlyIf?: unknown;
}

/** What a mapping says of the pair as a whole; it is set on the page of the object pairs. */
export interface Head {
  readonly direction: Direction;
  readonly master: Side;
  readonly create: { readonly inSalesforce: boolean; readonly inSage: boolean };
  readonly filter: { readonly sage: readonly unknown[]; readonly salesforce: readonly unknown[] };
  readonly matchKeys: readonly (readonly string[])[];
}

/** A mapping of one object pair. */
export interface Content extends Head {
  readonly object: string;
  readonly fields: readonly Line[];
}

/** A field of one side. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly origin: 'standard' | 'udf' | 'custom' | 'worked-out';
  readonly writable: 'always' | 'when-new' | 'never';
  readonly required: boolean;
  readonly length?: number | undefined;
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
  readonly values?: readonly string[] | undefined;
  readonly sample?: string | boolean | undefined;
}

export const FIELD_KINDS = [
  'text',
  'code',
  'decimal',
  'integer',
  'flag',
  'day',
  'moment',
  'reference'
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Which ways values of a line go, the direction of its pair taken into account. */
export function waysOf(pairDirection: Direction, line: Line): Readonly<Record<Side, boolean>> {
  const directions = [pairDirection, line.direction];
  return {
    salesforce: directions.every((direction) => direction !== 'to-sage'),
    sage: directions.every((direction) => direction !== 'to-salesforce')
  };
}

/** A name for a new line: of its field, in lower case with dashes, that no other line has. */
export function newLineId(name: string, taken: readonly string[]): string {
  const words = name
    .replace(/__c$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = words === '' ? 'line' : words;
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number += 1) {
    const id = `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** A line as it is drawn: both ways where both fields and the pair allow it. */
export function newLine(
  ends: { readonly sage?: Field; readonly salesforce?: Field },
  pairDirection: Direction,
  taken: readonly string[]
): Line {
  const { sage, salesforce } = ends;
  return {
    id: newLineId(sage?.name ?? salesforce?.name ?? '', taken),
    sage: sage === undefined ? [] : [sage.name],
    salesforce: salesforce === undefined ? [] : [salesforce.name],
    direction: directionFor(ends, pairDirection),
    transforms: sage === undefined || salesforce === undefined ? [{ kind: 'constant', value: '' }] : [],
    conflict: 'sage-wins',
    whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }
  };
}

function directionFor(
  { sage, salesforce }: { readonly sage?: Field; readonly salesforce?: Field },
  pairDirection: Direction
): Direction {
  if (sage === undefined) return 'to-salesforce';
  if (salesforce === undefined) return 'to-sage';
  if (pairDirection !== 'both') return pairDirection;
  if (sage.writable === 'never') return 'to-salesforce';
  return salesforce.writable === 'never' ? 'to-sage' : 'both';
}
