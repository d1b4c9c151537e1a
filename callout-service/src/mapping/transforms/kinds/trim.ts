import { never, type TransformDefinition } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onEachText } from '../turning.ts';

export const trim: TransformDefinition<'trim'> = {
  meaning: 'Spaces at both ends go, both ways. What is left of nothing but spaces is empty.',
  forward: ({ at }, values) => onEachText(at, values, (text) => text),
  backward: ({ at }, values) => onEachText(at, values, (text) => text),
  oneWay: never,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isTextKind),
  examples: [
    { transform: { kind: 'trim' }, sage: ['ABF'], salesforce: ['ABF'] },
    { transform: { kind: 'trim' }, sage: ['  ABF '], salesforce: ['ABF'], only: 'to-salesforce' },
    { transform: { kind: 'trim' }, sage: ['ABF'], salesforce: [' ABF '], only: 'to-sage' },
    { transform: { kind: 'trim' }, sage: ['  '], salesforce: [null], only: 'to-salesforce' },
    {
      transform: { kind: 'trim', at: 1 },
      sage: [' A ', ' B '],
      salesforce: [' A ', 'B'],
      only: 'to-salesforce'
    }
  ]
};
