import type { TransformDefinition, TransformOf } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onEachText } from '../turning.ts';

type LetterCase = TransformOf<'case'>['to'] | 'as-is';

function inCase(text: string, to: LetterCase): string {
  if (to === 'upper') return text.toUpperCase();
  if (to === 'lower') return text.toLowerCase();
  if (to === 'title')
    return text.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase());
  return text;
}

export const letterCase: TransformDefinition<'case'> = {
  meaning:
    'Letters in upper or lower case, or each word with a capital. One-way, unless `toSage` says how Sage has them: then' +
    ' a text that differs in case alone counts as the same.',
  forward: ({ to, at }, values) => onEachText(at, values, (text) => inCase(text, to)),
  backward: ({ to, toSage = to, at }, values) => onEachText(at, values, (text) => inCase(text, toSage)),
  oneWay: ({ toSage }) => toSage === undefined,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isTextKind),
  examples: [
    {
      transform: { kind: 'case', to: 'title', toSage: 'upper' },
      sage: ["O'BRIEN SUPPLY"],
      salesforce: ["O'brien Supply"]
    },
    { transform: { kind: 'case', to: 'lower', toSage: 'upper' }, sage: ['NET30'], salesforce: ['net30'] },
    { transform: { kind: 'case', to: 'upper' }, sage: ['Acme'], salesforce: ['ACME'], only: 'to-salesforce' },
    {
      transform: { kind: 'case', to: 'upper', toSage: 'as-is' },
      sage: ['Acme'],
      salesforce: ['Acme'],
      only: 'to-sage'
    }
  ]
};
