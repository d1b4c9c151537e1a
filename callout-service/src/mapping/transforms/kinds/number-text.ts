import { never, type TransformDefinition } from '../definition.ts';
import { isNumberKind, isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onNumbers } from '../on-numbers.ts';

export const numberText: TransformDefinition<'number-text'> = {
  meaning: 'A number of Sage ↔ text without superfluous zeros.',
  forward: ({ at }, values) => onNumbers(at, values, (number) => number),
  backward: ({ at }, values) => onNumbers(at, values, (number) => number),
  oneWay: never,
  kinds: ({ at }, entering, way) =>
    way === 'forward'
      ? kindsOnEach(entering, at, isNumberKind, 'text')
      : kindsOnEach(entering, at, isTextKind, 'decimal'),
  examples: [
    { transform: { kind: 'number-text' }, sage: ['12.500000'], salesforce: ['12.5'], only: 'to-salesforce' },
    { transform: { kind: 'number-text' }, sage: ['12.5'], salesforce: ['12.5'] },
    { transform: { kind: 'number-text' }, sage: ['0'], salesforce: ['-0.00'], only: 'to-sage' },
    { transform: { kind: 'number-text' }, from: 'salesforce', values: ['a few'], refused: 'It is no number.' }
  ]
};
