import { always, type TransformDefinition } from '../definition.ts';
import { textOf, type Turned, type Values } from '../turning.ts';

function first(values: Values): Turned {
  return [values.find((value) => textOf(value) !== null) ?? null];
}

export const firstFilled: TransformDefinition<'first-filled'> = {
  meaning: 'The first value that is not empty.',
  forward: (_, values) => first(values),
  backward: (_, values) => first(values),
  oneWay: always,
  kinds: (_, entering) => {
    const [kind, ...others] = entering;
    if (kind === undefined) return 'it takes at least one value';
    return others.every((other) => other === kind) ? [kind] : ['text'];
  },
  examples: [
    {
      transform: { kind: 'first-filled' },
      sage: [null, ' ', '555-4787'],
      salesforce: ['555-4787'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'first-filled' },
      sage: ['orders@acme.com'],
      salesforce: [null, 'orders@acme.com'],
      only: 'to-sage'
    }
  ]
};
