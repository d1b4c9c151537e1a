import { always, type TransformDefinition, type TransformOf } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onEachText, type Turned, type Values } from '../turning.ts';

function cutEach({ length, at }: TransformOf<'cut'>, values: Values): Turned {
  return onEachText(at, values, (text) => {
    const characters = [...text];
    return characters.length <= length ? text : characters.slice(0, length).join('').trimEnd();
  });
}

export const cut: TransformDefinition<'cut'> = {
  meaning:
    'Cut to so many characters. Without it a text that is too long is a fault: nothing is cut silently.',
  forward: cutEach,
  backward: cutEach,
  oneWay: always,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isTextKind),
  examples: [
    {
      transform: { kind: 'cut', length: 10 },
      sage: ['Call before delivery'],
      salesforce: ['Call befor'],
      only: 'to-salesforce'
    },
    { transform: { kind: 'cut', length: 10 }, sage: ['Call'], salesforce: ['Call'], only: 'to-salesforce' }
  ]
};
