import { never, type TransformDefinition } from '../definition.ts';
import { kindsOfTexts } from '../kinds-of-values.ts';
import { textOf, type Values } from '../turning.ts';

/** One name becomes two, two become one: whichever side has the one. */
function turned(values: Values): Values {
  return values.length === 1 ? firstAndLast(values[0] ?? null) : [wholeName(values)];
}

function firstAndLast(value: Values[number]): Values {
  const words = (textOf(value) ?? '').split(/\s+/);
  return [textOf(words.slice(0, -1).join(' ')), textOf(words.at(-1) ?? null)];
}

function wholeName(values: Values): string | null {
  const names = values.map(textOf).filter((name) => name !== null);
  return names.length === 0 ? null : names.join(' ');
}

export const personName: TransformDefinition<'person-name'> = {
  meaning:
    'First and last name ↔ one name, whichever side has the one. The last word is the last name; a last name of several' +
    ' words that Salesforce has stays, since the whole name is the same.',
  forward: (_, values) => turned(values),
  backward: (_, values) => turned(values),
  oneWay: never,
  kinds: (_, entering) =>
    kindsOfTexts(entering, entering.length === 1 ? 1 : 2, entering.length === 1 ? 2 : 1),
  examples: [
    { transform: { kind: 'person-name' }, sage: ['Artie Johnson'], salesforce: ['Artie', 'Johnson'] },
    { transform: { kind: 'person-name' }, sage: ['Mary Ann Smith'], salesforce: ['Mary Ann', 'Smith'] },
    { transform: { kind: 'person-name' }, sage: ['Cher'], salesforce: [null, 'Cher'] },
    {
      transform: { kind: 'person-name' },
      sage: ['Vincent van Gogh'],
      salesforce: ['Vincent', 'van Gogh'],
      only: 'to-sage'
    },
    { transform: { kind: 'person-name' }, sage: ['Artie', 'Johnson'], salesforce: ['Artie Johnson'] },
    { transform: { kind: 'person-name' }, sage: [null], salesforce: [null, null] }
  ]
};
