import type { Example } from '../src/mapping/transforms/definition.ts';
import { transformDefinitions } from '../src/mapping/transforms/definitions.ts';
import { exampleContext } from '../src/mapping/transforms/example-context.ts';
import type { Values } from '../src/mapping/transforms/turning.ts';

/** `docs/mapping.md`: how mappings decide, and every transform with the examples that are its tests. */
export function buildMappingPage(): string {
  return [
    '# Mappings',
    '<!-- Generated from callout-service/src/mapping by `npm run generate -w callout-service`. -->',
    ...introduction,
    '## Transforms',
    'The list is closed: no mapping holds code. A field map applies its transforms in their order on the way to Salesforce,' +
      ' and their inverses in the opposite order on the way to Sage. One-way transforms have no inverse: a field map in both' +
      ' directions cannot use them, and in any other they do the same thing whichever way it goes. `at` applies a transform' +
      ' to one of several values, counted from 0. Numbers are exact decimals, never floating-point ones. Each example below' +
      ` is run as a test; the company is in ${exampleContext.businessCountry}, in ${exampleContext.timeZone}, where an` +
      ' example does not say otherwise.',
    ...Object.entries(transformDefinitions).flatMap(([kind, definition]) => [
      `### ${kind}`,
      definition.meaning,
      [
        '| transform | Sage | | Salesforce |',
        '| --- | --- | --- | --- |',
        ...definition.examples.map(describe)
      ].join('\n')
    ]),
    ''
  ].join('\n\n');
}

const introduction: readonly string[] = [
  'A mapping says for one pair of objects which fields of the canonical record of Sage are which fields of the Salesforce' +
    ' record, user-defined columns (UDF) and custom fields among them. It is published as a version, and a run uses one' +
    ' version from start to end.',
  '## How a field is decided',
  'What both sides had when they last agreed is kept with the link of the two records, field map by field map, each in its' +
    ' own form. A field map in both directions compares three values: last agreed, Sage now, Salesforce now.',
  [
    '| Sage | Salesforce | then |',
    '| --- | --- | --- |',
    '| as agreed | as agreed | nothing is written |',
    '| changed | as agreed | Sage’s value goes to Salesforce |',
    '| as agreed | changed | Salesforce’s value goes to Sage |',
    '| changed | changed to the same | nothing is written, and it is agreed |',
    '| changed | changed to another | the field map’s rule: Sage wins, Salesforce wins, the newest, or a person is asked |',
    '| never agreed | the same | it is agreed |',
    '| never agreed | another | the master of the object prevails |'
  ].join('\n'),
  '- **Newest**: the later of the two moments at which the records were changed; a record that does not say when loses, and' +
    ' of equal moments the master’s prevails.\n' +
    '- **Ask** (LB780): the field stays as it is on both sides until a person chooses, and all other fields go on.\n' +
    '- A field map in one direction is not asked: the other side is overwritten.\n' +
    '- Where a side has nothing, the other one is emptied, left as it is, or gets a default, as the field map says. Where the' +
    ' master has nothing at the first time and leaves what is there, the other side’s value fills it.\n' +
    '- `onlyIf` lets values go for records alone that pass its conditions; they are about the side that values come from.\n' +
    '- A value that a transform or a field refuses (LB786) leaves its field map as it was agreed and stops no other one.\n' +
    '- Values that were agreed under another version and cannot have been agreed under this one count as never agreed.',
  '## What counts as the same',
  'A value that is written comes back in the other system’s form. That is no change:\n\n' +
    '- spaces at the ends of texts and lines, kinds of line breaks, forms of accents;\n' +
    '- zeros behind the point and the sign of zero; fractions of a second and the zone of a moment;\n' +
    '- letters of a code or picklist value in another case; Y and N, and an empty flag, which is no;\n' +
    '- a text that Sage put into capitals altogether: what was written as `Main St` and is read as `MAIN ST`;\n' +
    '- whatever becomes the same on the other side: one telephone number in two spellings, a street that was broken into' +
    ' other lines, a state by name or code.',
  'A person who types a name in capitals in Sage, and changes nothing else of it, is not noticed for that reason.'
];

function describe(example: Example): string {
  const { kind: _, ...options } = example.transform;
  const setting = { ...options, ...contextOf(example) };
  const cells = 'refused' in example ? refusedCells(example) : turnedCells(example);
  return `| ${[code(setting), ...cells].join(' | ')} |`;
}

function contextOf({ context = {} }: Example): object {
  const { exchangeRates, sageLengths, ...others } = context;
  return {
    ...others,
    ...(sageLengths !== undefined && { lengthsInSage: sageLengths }),
    ...(exchangeRates !== undefined && {
      rates: exchangeRates.map(({ rate, validFrom }) => `${rate} from ${validFrom}`)
    })
  };
}

const ARROWS = { both: '↔', 'to-salesforce': '→', 'to-sage': '←' } as const;

function turnedCells({ sage, salesforce, only }: Extract<Example, { sage: Values }>): readonly string[] {
  return [inCells(sage), ARROWS[only ?? 'both'], inCells(salesforce)];
}

function refusedCells({ from, values, refused }: Extract<Example, { refused: string }>): readonly string[] {
  const refusedText = `refused: ${escaped(refused)}`;
  return from === 'sage' ? [inCells(values), '→', refusedText] : [refusedText, '←', inCells(values)];
}

function inCells(values: Values): string {
  return values.length === 0
    ? ''
    : values.map((value) => (value === null ? 'empty' : code(value))).join(', ');
}

function code(value: unknown): string {
  return `\`${escaped(JSON.stringify(value))}\``;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
