/** Words of the mapping designer. */
import LOCALE from '@salesforce/i18n/locale';
import { fillIn } from 'c/labelText';
import type {
  Comparison,
  Field,
  FieldKind,
  FieldOutcome,
  Hint,
  Line,
  Preview,
  PreviewedRecord,
  Side,
  Suggestion,
  Value
} from 'c/mappingModel';
import { labels } from './labels';
import { settingLabels } from './settingLabels';
import { transformLabels } from './transformLabels';

export { labels } from './labels';

/** Said to screen readers. */
export const announcements = {
  cancelled: labels.cancelled,
  undone: labels.undone,
  redone: labels.redone,
  saved: labels.savedNow
};

export const filterOptions = [
  { label: labels.filterAll, value: 'all' },
  { label: labels.filterUnmapped, value: 'unmapped' },
  { label: labels.filterMapped, value: 'mapped' },
  { label: labels.filterRequired, value: 'required' },
  { label: labels.filterOwn, value: 'own' }
];
export const directionOptions = [
  { label: labels.toSalesforce, value: 'to-salesforce' },
  { label: labels.both, value: 'both' },
  { label: labels.toSage, value: 'to-sage' }
];
export const conflictOptions = [
  { label: labels.sageWins, value: 'sage-wins' },
  { label: labels.salesforceWins, value: 'salesforce-wins' },
  { label: labels.newest, value: 'newest' },
  { label: labels.ask, value: 'ask' }
];
export const whenEmptyOptions = [
  { label: labels.doEmpty, value: 'empty' },
  { label: labels.doKeep, value: 'keep' },
  { label: labels.doDefault, value: 'default' }
];
export const otherwiseOptions = [
  { label: labels.otherwiseRefuse, value: 'refuse' },
  { label: labels.otherwiseKeep, value: 'keep' },
  { label: labels.otherwiseDefault, value: 'default' }
];
export const transformOptions = Object.entries(transformLabels)
  .map(([value, label]) => ({ label, value }))
  .sort((one, other) => one.label.localeCompare(other.label, LOCALE));

export function transformInWords(kind: string): string {
  return transformLabels[kind] ?? kind;
}

export function settingInWords(name: string): string {
  return settingLabels[name] ?? name;
}

export function countOfFields(shown: number, all: number): string {
  const format = new Intl.NumberFormat(LOCALE);
  return fillIn(labels.fieldCount, format.format(shown), format.format(all));
}

export function sideName(side: Side, object: string): string {
  return fillIn(side === 'sage' ? labels.sideSage : labels.sideSalesforce, object);
}

const KINDS: Readonly<Record<FieldKind, string>> = {
  text: labels.kindText,
  code: labels.kindCode,
  decimal: labels.kindDecimal,
  integer: labels.kindInteger,
  flag: labels.kindFlag,
  day: labels.kindDay,
  moment: labels.kindMoment,
  reference: labels.kindReference
};

/** Type, size, and what is special of a field, as `Text 30 · UDF · read only`. */
export function kindInWords({ kind, length, precision, scale = 0, origin, writable }: Field): string {
  const size =
    length ?? (precision === undefined ? undefined : scale > 0 ? `${precision}.${scale}` : precision);
  const origins = {
    standard: undefined,
    udf: labels.udf,
    custom: labels.custom,
    'worked-out': labels.workedOut
  };
  const writing = { always: undefined, 'when-new': labels.whenNew, never: labels.readOnly }[writable];
  const type = size === undefined ? KINDS[kind] : `${KINDS[kind]} ${size}`;
  return [type, origins[origin], writing].filter((part) => part !== undefined).join(' · ');
}

export function valueInWords(value: Value | undefined): string {
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  return value ?? labels.nothing;
}

export function valuesInWords(values: readonly Value[]): string {
  return values.length === 0 ? '–' : values.map(valueInWords).join(', ');
}

export function sampleInWords({ sample }: Field): string {
  return sample === undefined ? '' : valueInWords(sample);
}

/** Everything that a row shows, in its order and with nothing between (WCAG 2.2, 2.5.3 Label in Name), then the rest. */
export function fieldInWords(
  field: Field,
  { isMapped, hasProblem }: { readonly isMapped: boolean; readonly hasProblem: boolean }
): string {
  const sample = sampleInWords(field);
  return [
    ...[`${field.label} (${field.name})`, kindInWords(field)],
    ...(sample === '' ? [] : [sample]),
    ...(field.required ? [labels.required] : []),
    ...(isMapped ? [labels.withLine] : []),
    ...(hasProblem ? [labels.withProblem] : [])
  ].join(', ');
}

export function pickedInWords(side: Side, label: string): string {
  return fillIn(side === 'sage' ? labels.pickedSage : labels.pickedSalesforce, label);
}

/** A line by the labels of its ends, as `Account Name ↔ Name`. */
export function lineInWords(line: Line, sage: readonly Field[], salesforce: readonly Field[]): string {
  const named = (names: readonly string[], fields: readonly Field[]): string =>
    names.map((name) => fields.find((field) => field.name === name)?.label ?? name).join(', ');
  const arrow = { 'to-salesforce': '←', 'to-sage': '→', both: '↔' }[line.direction];
  const [left, right] = [named(line.salesforce, salesforce), named(line.sage, sage)];
  if (left === '' || right === '') return fillIn(labels.constantFor, left === '' ? right : left);
  return `${left} ${arrow} ${right}`;
}

const HINTS: Readonly<Record<Hint['kind'], string>> = {
  'missing-field': labels.missingField,
  'not-writable': labels.notWritable,
  'too-long': labels.tooLong,
  'too-precise': labels.tooPrecise,
  'kinds-differ': labels.kindsDiffer,
  'written-twice': labels.writtenTwice,
  required: labels.requiredMissing,
  'match-key': labels.matchKeyGone,
  'no-ends': labels.noEnds
};

export function hintInWords({ kind, facts, side }: Hint): string {
  const system = side === 'sage' ? labels.sage : labels.salesforce;
  const words = kind === 'required' ? [...facts, system] : facts.map(kindOrFact(kind));
  return fillIn(HINTS[kind], ...words);
}

function kindOrFact(hint: Hint['kind']): (fact: string) => string {
  const kinds = new Map<string, string>(Object.entries(KINDS));
  return (fact) => (hint === 'kinds-differ' ? (kinds.get(fact) ?? fact) : fact);
}

export function suggestionInWords({ sage, salesforce, likeness }: Suggestion): string {
  return fillIn(labels.suggestion, salesforce.label, sage.label, String(Math.round(likeness * 100)));
}

interface Sides {
  readonly sage: readonly Value[];
  readonly salesforce: readonly Value[];
}

/** What becomes of the sample. */
export function liveInWords(
  live:
    | { readonly kind: 'asking' }
    | { readonly kind: 'none' }
    | { readonly kind: 'fault'; readonly problem: string }
    | { readonly kind: 'result'; readonly before: Sides; readonly after: Sides }
    | undefined
): string {
  if (live === undefined || live.kind === 'none') return labels.liveNone;
  if (live.kind === 'asking') return labels.liveAsking;
  if (live.kind === 'fault') return live.problem;
  const { before, after } = live;
  const values = [before.salesforce, after.salesforce, before.sage, after.sage].map(valuesInWords);
  return fillIn(labels.liveWords, ...values);
}

export function pastedInWords(count: number, refused: readonly number[]): string {
  const pasted = fillIn(labels.pasted, String(count));
  return refused.length === 0 ? pasted : `${pasted} ${fillIn(labels.pasteRefused, refused.join(', '))}`;
}

export function dryRunInWords({ passes, fails, leftOut, notShown }: Preview): string {
  const counts = fillIn(labels.dryRunResult, String(passes), String(fails), String(leftOut));
  return notShown === 0 ? counts : `${counts} ${fillIn(labels.dryRunNotShown, String(notShown))}`;
}

export function unknownInWords(keys: readonly string[]): string {
  return fillIn(labels.unknownKeys, keys.join(', '));
}

export function recordOutcomeInWords(outcome: PreviewedRecord['outcome']): string {
  return { passes: labels.passes, fails: labels.fails, 'left-out': labels.leftOut }[outcome];
}

export function outcomeInWords(outcome: FieldOutcome): string {
  const words: Readonly<Record<FieldOutcome, string>> = {
    equal: labels.equal,
    'to-salesforce': labels.toSalesforce,
    'to-sage': labels.toSage,
    conflict: labels.outcomeConflict,
    left: labels.left,
    fault: labels.fault
  };
  return words[outcome];
}

export function versionInWords(version: number): string {
  return version === 0 ? labels.packagedVersion : fillIn(labels.versionNo, String(version));
}

export function rollBackInWords(version: string): string {
  return fillIn(labels.rollBackQuestion, version);
}

export function comparedInWords({ before, after, sentences }: Comparison): string {
  const name = (version: string): string => {
    return version === 'draft' ? labels.theDraft : versionInWords(Number(version));
  };
  return fillIn(sentences.length === 0 ? labels.comparedSame : labels.compared, name(before), name(after));
}

/** A moment in the user's language and zone; nothing for none. */
export function momentInWords(moment: string): string {
  if (moment === '') return '';
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment)
  );
}

export function savingInWords(done: number, all: number): string {
  return fillIn(labels.saving, String(done), String(all));
}
