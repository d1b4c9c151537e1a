import type { Content, Field, FieldKind, Line, Side } from './line';
import { waysOf } from './line';

/** What is wrong with a mapping, as far as the page can tell; the service checks all of it when it is published. */
export interface Hint {
  readonly kind:
    | 'missing-field'
    | 'not-writable'
    | 'too-long'
    | 'too-precise'
    | 'kinds-differ'
    | 'written-twice'
    | 'required'
    | 'match-key'
    | 'no-ends';
  /** Line that it is of; undefined for what no line fills. */
  readonly lineId?: string | undefined;
  readonly side?: Side | undefined;
  /** API or canonical name. */
  readonly field?: string | undefined;
  /** What the words of the problem are filled with. */
  readonly facts: readonly string[];
}

export interface KnownFields {
  readonly sage: ReadonlyMap<string, Field>;
  readonly salesforce: ReadonlyMap<string, Field>;
  /** Filled without a line. */
  readonly filled: Readonly<Record<Side, readonly string[]>>;
}

const RESIZING = ['cut', 'round', 'currency', 'multiply', 'value-map', 'if', 'constant', 'country', 'state'];

/** Hints for a whole mapping, those of lines in their order. */
export function checkDraft(content: Content, known: KnownFields): readonly Hint[] {
  return [
    ...requiredHints(content, known),
    ...writtenTwice(content, 'salesforce'),
    ...writtenTwice(content, 'sage'),
    ...matchKeyHints(content),
    ...content.fields.flatMap((line) => lineHints(content, line, known))
  ];
}

function lineHints(content: Content, line: Line, known: KnownFields): readonly Hint[] {
  const ways = waysOf(content.direction, line);
  if (line.sage.length + line.salesforce.length === 0)
    return [{ kind: 'no-ends', lineId: line.id, facts: [line.id] }];
  return [
    ...missing(line, 'salesforce', known),
    ...missing(line, 'sage', known),
    ...(ways.salesforce ? notWritable(line, 'salesforce', known) : []),
    ...(ways.sage ? notWritable(line, 'sage', known) : []),
    ...sizeHints(line, ways, known),
    ...kindHints(line, known)
  ];
}

function missing(line: Line, side: Side, known: KnownFields): readonly Hint[] {
  return line[side]
    .filter((name) => known[side].size > 0 && !known[side].has(name))
    .map((field) => ({ kind: 'missing-field', lineId: line.id, side, field, facts: [field] }));
}

function notWritable(line: Line, side: Side, known: KnownFields): readonly Hint[] {
  return line[side]
    .filter((name) => known[side].get(name)?.writable === 'never')
    .map((field) => ({ kind: 'not-writable', lineId: line.id, side, field, facts: [field] }));
}

/** Fields of Salesforce that are smaller than the column that fills them. */
function sizeHints(line: Line, ways: Readonly<Record<Side, boolean>>, known: KnownFields): readonly Hint[] {
  const isResized = line.transforms.some(({ kind }) => RESIZING.includes(kind));
  if (!ways.salesforce || isResized || line.sage.length !== line.salesforce.length) return [];
  return line.salesforce.flatMap((name, index): Hint[] => {
    const from = known.sage.get(line.sage[index] ?? '');
    const to = known.salesforce.get(name);
    const place = { lineId: line.id, side: 'salesforce' as const, field: name };
    if (isMore(from?.length, to?.length))
      return [{ kind: 'too-long', ...place, facts: [name, String(to?.length), String(from?.length)] }];
    if (!ways.sage && isMore(from?.scale, to?.scale))
      return [{ kind: 'too-precise', ...place, facts: [name, String(to?.scale), String(from?.scale)] }];
    return [];
  });
}

function isMore(from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && from > to;
}

const GROUPS: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  code: 'text',
  reference: 'text',
  decimal: 'number',
  integer: 'number',
  flag: 'flag',
  day: 'day',
  moment: 'moment'
};

/** Only lines without transforms: what transforms make of kinds the service knows. */
function kindHints(line: Line, known: KnownFields): readonly Hint[] {
  if (line.transforms.length > 0 || line.sage.length !== line.salesforce.length) return [];
  return line.salesforce.flatMap((name, index): Hint[] => {
    const from = known.sage.get(line.sage[index] ?? '');
    const to = known.salesforce.get(name);
    if (from === undefined || to === undefined || GROUPS[from.kind] === GROUPS[to.kind]) return [];
    const facts = [from.label, from.kind, to.label, to.kind];
    return [{ kind: 'kinds-differ', lineId: line.id, side: 'salesforce', field: name, facts }];
  });
}

function writtenTwice(content: Content, side: Side): readonly Hint[] {
  const writing = content.fields.filter((line) => waysOf(content.direction, line)[side]);
  const names = writing.flatMap((line) => line[side]);
  const doubles = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...doubles].map((field) => {
    const ids = writing.filter((line) => line[side].includes(field)).map(({ id }) => id);
    return { kind: 'written-twice', lineId: ids[0], side, field, facts: [field, ids.join(', ')] };
  });
}

function matchKeyHints({ matchKeys, fields }: Content): readonly Hint[] {
  const ids = new Set(fields.map(({ id }) => id));
  const gone = new Set(matchKeys.flat().filter((id) => !ids.has(id)));
  return [...gone].map((id) => ({ kind: 'match-key', facts: [id] }));
}

/** Fields that a new record needs and that nothing fills. */
function requiredHints(content: Content, known: KnownFields): readonly Hint[] {
  const { inSalesforce, inSage } = content.create;
  return [
    ...(inSalesforce && content.direction !== 'to-sage' ? uncovered(content, 'salesforce', known) : []),
    ...(inSage && content.direction !== 'to-salesforce' ? uncovered(content, 'sage', known) : [])
  ];
}

function uncovered(content: Content, side: Side, known: KnownFields): readonly Hint[] {
  const written = content.fields.filter((line) => waysOf(content.direction, line)[side]);
  const covered = new Set([...known.filled[side], ...written.flatMap((line) => line[side])]);
  return [...known[side].values()]
    .filter(({ required, name }) => required && !covered.has(name))
    .map(({ name, label }) => ({ kind: 'required', side, field: name, facts: [label] }));
}
