import { always, type TransformDefinition, type TransformOf } from '../definition.ts';
import { isNumberKind, kindsOnEach } from '../kinds-of-values.ts';
import { onNumbers } from '../on-numbers.ts';
import type { Turned, Values } from '../turning.ts';

function rounded({ digits, at }: TransformOf<'round'>, values: Values): Turned {
  return onNumbers(at, values, (number) => number.toDecimalPlaces(digits));
}

export const round: TransformDefinition<'round'> = {
  meaning: 'Rounded half up, away from zero, to so many digits after the point.',
  forward: rounded,
  backward: rounded,
  oneWay: always,
  kinds: ({ at, digits }, entering) =>
    kindsOnEach(entering, at, isNumberKind, digits === 0 ? 'integer' : 'decimal'),
  examples: [
    {
      transform: { kind: 'round', digits: 2 },
      sage: ['0.125000'],
      salesforce: ['0.13'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'round', digits: 2 },
      sage: ['-0.125000'],
      salesforce: ['-0.13'],
      only: 'to-salesforce'
    },
    { transform: { kind: 'round', digits: 0 }, sage: ['2.500000'], salesforce: ['3'], only: 'to-salesforce' }
  ]
};
