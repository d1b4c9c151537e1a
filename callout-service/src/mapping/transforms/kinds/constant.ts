import { always, type TransformDefinition } from '../definition.ts';
import { textOf } from '../turning.ts';

export const constant: TransformDefinition<'constant'> = {
  meaning: 'Always this value; its field map names no field of the other side.',
  forward: ({ value }) => [textOf(value)],
  backward: ({ value }) => [textOf(value)],
  oneWay: always,
  kinds: (_, entering) => (entering.length === 0 ? ['code'] : 'it takes no field of the other side'),
  examples: [
    {
      transform: { kind: 'constant', value: 'Customer' },
      sage: [],
      salesforce: ['Customer'],
      only: 'to-salesforce'
    },
    { transform: { kind: 'constant', value: '01' }, sage: ['01'], salesforce: [], only: 'to-sage' }
  ]
};
