import { never, type TransformDefinition, type TransformOf } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onEachText, refusal, type Turn } from '../turning.ts';

type Pad = TransformOf<'pad'>;

/** Sage fills numbers and leaves names as they are: ABF is no 0000ABF. */
function isFilled(text: string, { with: filling }: Pad): boolean {
  return !/\d/.test(filling) || /^\d+$/.test(text);
}

function filled(text: string, pad: Pad): string {
  return isFilled(text, pad) ? text.padStart(pad.length, pad.with) : text;
}

/** One character stays of a text that is nothing but filling. */
function stripped(text: string, pad: Pad): string {
  if (!isFilled(text, pad)) return text;
  let start = 0;
  while (start < text.length - 1 && text[start] === pad.with) start += 1;
  return text.slice(start);
}

function toSage(text: string, pad: Pad): Turn {
  if (text.length <= pad.length) return filled(text, pad);
  const problem = `It has ${text.length} characters; in Sage it has ${pad.length}.`;
  return refusal(text, problem, 'Correct the number.');
}

export const pad: TransformDefinition<'pad'> = {
  meaning:
    'Filled up to a length on the left in Sage; in Salesforce too, or with `strip` without the filling. A digit fills' +
    ' numbers alone, as in Sage: a text with letters stays as it is.',
  forward: (transform, values) =>
    onEachText(transform.at, values, (text) => (transform.strip ? stripped : filled)(text, transform)),
  backward: (transform, values) => onEachText(transform.at, values, (text) => toSage(text, transform)),
  oneWay: never,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isTextKind),
  examples: [
    { transform: { kind: 'pad', length: 7, with: '0', strip: true }, sage: ['0000115'], salesforce: ['115'] },
    { transform: { kind: 'pad', length: 7, with: '0', strip: true }, sage: ['0000000'], salesforce: ['0'] },
    { transform: { kind: 'pad', length: 7, with: '0', strip: true }, sage: ['ABF'], salesforce: ['ABF'] },
    {
      transform: { kind: 'pad', length: 7, with: '0', strip: false },
      sage: ['0000115'],
      salesforce: ['0000115']
    },
    {
      transform: { kind: 'pad', length: 7, with: '0', strip: false },
      sage: ['0000115'],
      salesforce: ['115'],
      only: 'to-sage'
    },
    {
      transform: { kind: 'pad', length: 7, with: '0', strip: true },
      from: 'salesforce',
      values: ['12345678'],
      refused: 'It has 8 characters; in Sage it has 7.'
    }
  ]
};
