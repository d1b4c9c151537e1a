import type { Direction, Field, FieldKind, Line } from './line';
import { newLine } from './line';

/** Two fields that are likely the same thing. */
export interface Suggestion {
  readonly sage: Field;
  readonly salesforce: Field;
  /** 0 to 1: how alike their names are. */
  readonly likeness: number;
}

const ENOUGH = 0.6;
const MOST = 50;

/** Words that mean the same in the two systems; what is not here stands for itself. */
const SYNONYMS: Readonly<Record<string, string>> = {
  telephone: 'phone',
  tel: 'phone',
  mail: 'email',
  url: 'website',
  web: 'website',
  zip: 'postal',
  zipcode: 'postal',
  province: 'state',
  qty: 'quantity',
  amt: 'amount',
  desc: 'description',
  num: 'number',
  no: 'number',
  addr: 'address',
  line: 'street',
  cust: 'customer',
  account: 'customer',
  div: 'division',
  uom: 'unit',
  due: 'due',
  memo: 'comment',
  notes: 'comment',
  note: 'comment',
  remarks: 'comment',
  region: 'region'
};
/** Words that tell nothing apart. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['c', 'udf', 'sage', 'code', 'the', 'of', 'in', 'is']);

const KIND_GROUPS: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  code: 'text',
  reference: 'reference',
  decimal: 'number',
  integer: 'number',
  flag: 'flag',
  day: 'day',
  moment: 'day'
};

/** Words of a name or label, each in the one form in which words of both systems compare. */
export function wordsOf(text: string): readonly string[] {
  const words = text
    .replace(/\be-?mail/gi, 'email')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => (word === '' ? [] : [word]));
  const same = new Set(words.map((word) => SYNONYMS[word] ?? word).filter((word) => !EMPTY_WORDS.has(word)));
  // A telephone is its number.
  if (same.has('phone') || same.has('fax')) same.delete('number');
  return [...same];
}

/** Pairs of fields that no line has yet and that could be written at least one way, the likeliest first. */
export function suggestLines(
  fields: { readonly sage: readonly Field[]; readonly salesforce: readonly Field[] },
  lines: readonly Line[]
): readonly Suggestion[] {
  const sage = fields.sage.filter(({ name }) => !lines.some((line) => line.sage.includes(name)));
  const salesforce = fields.salesforce.filter(
    ({ name }) => !lines.some((line) => line.salesforce.includes(name))
  );
  const wordsOfSage = sage.map((field) => ({ field, words: wordSets(field) }));
  const candidates = salesforce.flatMap((field) => {
    const words = wordSets(field);
    return wordsOfSage.flatMap(({ field: other, words: otherWords }) => {
      if (!canGo(other, field)) return [];
      const likeness = likenessOf(words, otherWords);
      return likeness < ENOUGH ? [] : [{ sage: other, salesforce: field, likeness }];
    });
  });
  return bestOfEach([...candidates].sort((one, other) => other.likeness - one.likeness)).slice(0, MOST);
}

/** The line that a suggestion stands for. */
export function lineOfSuggestion(
  { sage, salesforce }: Suggestion,
  direction: Direction,
  taken: readonly string[]
): Line {
  return newLine({ sage, salesforce }, direction, taken);
}

function wordSets({ name, label }: Field): readonly (readonly string[])[] {
  return [wordsOf(name), wordsOf(label)].filter((words) => words.length > 0);
}

/** The same group of kinds, and one side that takes what the other gives. */
function canGo(sage: Field, salesforce: Field): boolean {
  if (sage.writable === 'never' && salesforce.writable === 'never') return false;
  return KIND_GROUPS[sage.kind] === KIND_GROUPS[salesforce.kind];
}

function likenessOf(one: readonly (readonly string[])[], other: readonly (readonly string[])[]): number {
  let best = 0;
  for (const words of one) for (const others of other) best = Math.max(best, shareOf(words, others));
  return best;
}

/** Words that both have, of all words of both. */
function shareOf(one: readonly string[], other: readonly string[]): number {
  const common = one.filter((word) => other.includes(word)).length;
  return common / (one.length + other.length - common);
}

function bestOfEach(sorted: readonly Suggestion[]): readonly Suggestion[] {
  const taken = new Set<string>();
  return sorted.filter(({ sage, salesforce }) => {
    const ends = [`sage ${sage.name}`, `salesforce ${salesforce.name}`];
    if (ends.some((end) => taken.has(end))) return false;
    ends.forEach((end) => taken.add(end));
    return true;
  });
}
