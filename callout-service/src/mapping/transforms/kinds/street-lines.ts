import { streetLines as onLines } from '../../../rules/address/street-lines.ts';
import { never, type TransformDefinition } from '../definition.ts';
import { isTextKind, kindsOfTexts } from '../kinds-of-values.ts';
import { refusal, textOf, type Turned, type Values } from '../turning.ts';
import type { TransformContext } from '../transform-context.ts';

/** The shortest that any release has: address lines of release 6.00. */
const SHORTEST = 30;
const FIX = 'Abbreviate the street, or move what delivery does not need to another field.';

function toStreet(lines: Values): Turned {
  const street = lines
    .map((line) => textOf(line) ?? '')
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  return [street === '' ? null : street];
}

function toLines([value = null]: Values, { sageLengths }: TransformContext): Turned {
  const known = sageLengths.filter((length) => length !== undefined);
  const room = { lines: sageLengths.length, length: known.length === 0 ? SHORTEST : Math.min(...known) };
  const result = onLines(textOf(value) ?? '', room);
  if (!result.fits) return refusal(value, result.problem, FIX);
  return sageLengths.map((_, index) => textOf(result.lines[index] ?? null));
}

export const streetLines: TransformDefinition<'street-lines'> = {
  meaning:
    "Sage's address lines ↔ one street of several lines. A street whose lines do not fit those of Sage, by the lengths of" +
    ' its live columns, is broken at commas, before a suite or unit, then between words; nothing is cut off.',
  forward: (_, values) => toStreet(values),
  backward: (_, values, context) => toLines(values, context),
  oneWay: never,
  kinds: (_, entering, way, sageFields) => {
    if (way === 'backward') return kindsOfTexts(entering, 1, sageFields);
    return entering.every(isTextKind) ? ['text'] : 'it takes texts alone';
  },
  examples: [
    {
      transform: { kind: 'street-lines' },
      context: { sageLengths: [30, 30, 30] },
      sage: ['Suite 100', '123 Main St', null],
      salesforce: ['Suite 100\n123 Main St']
    },
    {
      transform: { kind: 'street-lines' },
      context: { sageLengths: [30, 30, 30] },
      sage: ['1600 Amphitheatre Parkway', 'Building 40, Suite 100', null],
      salesforce: ['1600 Amphitheatre Parkway, Building 40, Suite 100'],
      only: 'to-sage'
    },
    {
      transform: { kind: 'street-lines' },
      context: { sageLengths: [30] },
      from: 'salesforce',
      values: ['1600 Amphitheatre Parkway, Building 40, Suite 100'],
      refused: 'It needs 2 lines of 30 characters; Sage has 1.'
    }
  ]
};
