import { asFlag } from '../../values/flag.ts';
import type { TransformDefinition, TransformOf } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onEach, refusal, textOf, type Turn } from '../turning.ts';

type FlagText = TransformOf<'flag-text'>;

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function toText(value: Turn & (string | boolean | null), transform: FlagText): Turn {
  const flag = asFlag(value);
  if (flag === undefined) return refusal(value, 'It is neither yes nor no.', 'Set it to Y or N.');
  return textOf(flag ? transform.true : transform.false);
}

function toFlag(value: string | boolean | null, transform: FlagText): Turn {
  const text = textOf(value) ?? '';
  if (same(text, transform.true)) return true;
  // Nothing is no, whatever a no is called.
  if (text === '' || same(text, transform.false)) return false;
  return refusal(
    value,
    `It is neither "${transform.true}" nor "${transform.false}".`,
    'Choose one of the two.'
  );
}

export const flagText: TransformDefinition<'flag-text'> = {
  meaning: 'A flag of Sage ↔ one of two texts, in whatever case. One-way where both texts are the same.',
  forward: (transform, values) => onEach(transform.at, values, (value) => toText(value, transform)),
  backward: (transform, values) => onEach(transform.at, values, (value) => toFlag(value, transform)),
  oneWay: (transform) => same(transform.true, transform.false),
  kinds: ({ at }, entering, way) =>
    way === 'forward'
      ? kindsOnEach(entering, at, (kind) => kind === 'flag', 'text')
      : kindsOnEach(entering, at, isTextKind, 'flag'),
  examples: [
    { transform: { kind: 'flag-text', true: 'Hold', false: 'Free' }, sage: [true], salesforce: ['Hold'] },
    { transform: { kind: 'flag-text', true: 'Hold', false: '' }, sage: [false], salesforce: [null] },
    {
      transform: { kind: 'flag-text', true: 'Hold', false: 'Free' },
      sage: [true],
      salesforce: ['HOLD'],
      only: 'to-sage'
    },
    {
      transform: { kind: 'flag-text', true: 'Hold', false: 'Free' },
      from: 'salesforce',
      values: ['Maybe'],
      refused: 'It is neither "Hold" nor "Free".'
    }
  ]
};
