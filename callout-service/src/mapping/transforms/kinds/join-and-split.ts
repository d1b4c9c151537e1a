import { never, type TransformDefinition } from '../definition.ts';
import { kindsOfTexts } from '../kinds-of-values.ts';
import { refusal, textOf, type Turned, type Values } from '../turning.ts';

interface Parts {
  readonly separator: string;
  readonly parts: number;
}

/** Each part keeps its place: only empty ones at the end have none. */
function joined({ separator }: Parts, values: Values): Turned {
  const texts = values.map(textOf);
  const last = texts.findLastIndex((text) => text !== null);
  const text = texts
    .slice(0, last + 1)
    .map((part) => part ?? '')
    .join(separator);
  return [text === '' ? null : text];
}

function parted({ separator, parts }: Parts, [value = null]: Values): Turned {
  const pieces = typeof value === 'string' ? value.split(separator).map(textOf) : [textOf(value)];
  if (pieces.length > parts) {
    const problem = `It has ${pieces.length} parts between "${separator}", and there are ${parts} fields.`;
    return refusal(value, problem, `Write it with "${separator}" between its ${parts} parts alone.`);
  }
  return Array.from({ length: parts }, (_, index) => pieces[index] ?? null);
}

export const join: TransformDefinition<'join'> = {
  meaning:
    'Several fields of Sage ↔ one of Salesforce, with a separator between them. On the way back no part may contain the' +
    ' separator.',
  forward: joined,
  backward: parted,
  oneWay: never,
  kinds: ({ parts }, entering, way) =>
    way === 'forward' ? kindsOfTexts(entering, parts, 1) : kindsOfTexts(entering, 1, parts),
  examples: [
    { transform: { kind: 'join', separator: '-', parts: 2 }, sage: ['01', 'ABF'], salesforce: ['01-ABF'] },
    {
      transform: { kind: 'join', separator: ', ', parts: 3 },
      sage: ['A', null, 'C'],
      salesforce: ['A, , C']
    },
    { transform: { kind: 'join', separator: '-', parts: 2 }, sage: ['01', null], salesforce: ['01'] },
    { transform: { kind: 'join', separator: '-', parts: 2 }, sage: [null, null], salesforce: [null] },
    {
      transform: { kind: 'join', separator: '-', parts: 2 },
      from: 'salesforce',
      values: ['01-A-B'],
      refused: 'It has 3 parts between "-", and there are 2 fields.'
    }
  ]
};

export const split: TransformDefinition<'split'> = {
  meaning: 'One field of Sage ↔ several of Salesforce: `join` the other way round.',
  forward: parted,
  backward: joined,
  oneWay: never,
  kinds: ({ parts }, entering, way) =>
    way === 'forward' ? kindsOfTexts(entering, 1, parts) : kindsOfTexts(entering, parts, 1),
  examples: [
    { transform: { kind: 'split', separator: '/', parts: 2 }, sage: ['NW/7'], salesforce: ['NW', '7'] },
    { transform: { kind: 'split', separator: '/', parts: 2 }, sage: ['NW'], salesforce: ['NW', null] },
    {
      transform: { kind: 'split', separator: '/', parts: 2 },
      from: 'sage',
      values: ['NW/7/x'],
      refused: 'It has 3 parts between "/", and there are 2 fields.'
    }
  ]
};
