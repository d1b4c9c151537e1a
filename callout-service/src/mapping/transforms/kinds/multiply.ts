import { Decimal } from 'decimal.js';
import type { TransformDefinition } from '../definition.ts';
import { isNumberKind, kindsOnEach } from '../kinds-of-values.ts';
import { onNumbers } from '../on-numbers.ts';

/** Digits after the point that Sage has of its widest numbers (Sage 100 file layouts): a quotient is rounded to them. */
const QUOTIENT_DIGITS = 6;

const isZero = (by: string): boolean => new Decimal(by).isZero();

export const multiply: TransformDefinition<'multiply'> = {
  meaning:
    'Multiplied on the way to Salesforce, divided on the way to Sage, where a quotient without end is rounded half up to' +
    ' six digits. One-way for 0.',
  forward: ({ by, at }, values) => onNumbers(at, values, (number) => number.times(by)),
  backward: ({ by, at }, values) =>
    onNumbers(at, values, (number) =>
      isZero(by) ? number.times(0) : number.div(by).toDecimalPlaces(QUOTIENT_DIGITS)
    ),
  oneWay: ({ by }) => isZero(by),
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isNumberKind, 'decimal'),
  examples: [
    { transform: { kind: 'multiply', by: '0.01' }, sage: ['5.25'], salesforce: ['0.0525'] },
    { transform: { kind: 'multiply', by: '12' }, sage: ['2.5'], salesforce: ['30'] },
    { transform: { kind: 'multiply', by: '3' }, sage: ['3.333333'], salesforce: ['10'], only: 'to-sage' },
    {
      transform: { kind: 'multiply', by: '12' },
      from: 'sage',
      values: ['a dozen'],
      refused: 'It is no number.'
    }
  ]
};
