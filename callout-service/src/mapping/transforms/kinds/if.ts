import { always, type TransformDefinition, type TransformOf } from '../definition.ts';
import { textOf, type Turned, type Values } from '../turning.ts';

function chosen(transform: TransformOf<'if'>, values: Values): Turned {
  const text = (textOf(values[transform.at] ?? null) ?? '').toLowerCase();
  const holds = transform.equals.some((value) => value.trim().toLowerCase() === text);
  return [textOf(holds ? transform.then : transform.otherwise)];
}

export const conditional: TransformDefinition<'if'> = {
  meaning:
    'One of two values, by whether the value at `at`, counted from 0, is one of `equals`, in whatever case; an empty text' +
    ' among them stands for an empty value.',
  forward: chosen,
  backward: chosen,
  oneWay: always,
  kinds: ({ at }, entering) => (at < entering.length ? ['code'] : `there is no value ${at}, counted from 0`),
  examples: [
    {
      transform: { kind: 'if', at: 0, equals: ['F', 'K'], then: 'Goods', otherwise: 'Other' },
      sage: ['K'],
      salesforce: ['Goods'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'if', at: 0, equals: [''], then: 'Unrated', otherwise: null },
      sage: [null],
      salesforce: ['Unrated'],
      only: 'to-salesforce'
    }
  ]
};
