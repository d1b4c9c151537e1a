import { always, type TransformDefinition, type TransformOf } from '../definition.ts';
import { textOf, type Turned, type Values } from '../turning.ts';

const PLACE = /\{(\d)\}/g;

function filled({ text }: TransformOf<'template'>, values: Values): Turned {
  const texts = values.map(textOf);
  if (texts.every((value) => value === null)) return [null];
  return [textOf(text.replace(PLACE, (_, place: string) => texts[Number(place)] ?? ''))];
}

/** Places of a template that no value stands at. */
function strayPlaces({ text }: TransformOf<'template'>, count: number): readonly string[] {
  return [...text.matchAll(PLACE)].map(([place]) => place).filter((place) => Number(place[1]) >= count);
}

export const template: TransformDefinition<'template'> = {
  meaning:
    'A text in which `{0}`, `{1}` … stand for the values, counted from 0; empty where all of them are empty.',
  forward: filled,
  backward: filled,
  oneWay: always,
  kinds: (transform, entering) => {
    const stray = strayPlaces(transform, entering.length);
    return stray.length === 0 ? ['text'] : `no value stands for ${stray.join(', ')}`;
  },
  examples: [
    {
      transform: { kind: 'template', text: '{1} ({0})' },
      sage: ['01-ABF', 'American Business Futures'],
      salesforce: ['American Business Futures (01-ABF)'],
      only: 'to-salesforce'
    },
    {
      transform: { kind: 'template', text: '{0}-{1}' },
      sage: [null, null],
      salesforce: [null],
      only: 'to-salesforce'
    }
  ]
};
