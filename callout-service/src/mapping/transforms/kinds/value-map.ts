import type { FieldValue } from '../../field-value.ts';
import type { TransformDefinition, TransformOf } from '../definition.ts';
import { kindsOnEach } from '../kinds-of-values.ts';
import { onEach, refusal, textOf, type Turn } from '../turning.ts';

type ValueMap = TransformOf<'value-map'>;
type Side = 'sage' | 'salesforce';

/** Pairs that have a text on one side; the preferred one first. */
function pairsWith(map: ValueMap, side: Side, text: string): ValueMap['pairs'] {
  const found = map.pairs.filter((pair) => pair[side].trim() === text);
  return [...found.filter(isPreferred), ...found.filter((pair) => !isPreferred(pair))];
}

function isPreferred({ preferred }: ValueMap['pairs'][number]): boolean {
  return preferred === true;
}

function lookedUp(map: ValueMap, value: FieldValue, from: Side): Turn {
  const to = from === 'sage' ? 'salesforce' : 'sage';
  const text = textOf(value) ?? '';
  const [pair] = pairsWith(map, from, text);
  if (pair !== undefined) return textOf(pair[to]);
  if (text === '') return null;
  if (map.otherwise.do === 'keep') return value;
  if (map.otherwise.do === 'default') return textOf(map.otherwise[to]);
  return refusal(
    value,
    'It is not in the value map.',
    'Correct it, or add it to the value map of the mapping.'
  );
}

/** Whether some value could become one of several, and none of them is preferred. */
function isAmbiguous(map: ValueMap, side: Side): boolean {
  return map.pairs.some((pair) => {
    const found = pairsWith(map, side, pair[side].trim());
    return found.length > 1 && found.filter(isPreferred).length !== 1;
  });
}

export const valueMap: TransformDefinition<'value-map'> = {
  meaning:
    'By a list of pairs. What is not in it is refused, stays as it is, or becomes a default; empty stays empty unless the' +
    ' list has a pair for it. Where several pairs have the same value, `preferred` says which one counts; without that it' +
    ' is one-way.',
  forward: (transform, values) => onEach(transform.at, values, (value) => lookedUp(transform, value, 'sage')),
  backward: (transform, values) =>
    onEach(transform.at, values, (value) => lookedUp(transform, value, 'salesforce')),
  oneWay: (transform) => isAmbiguous(transform, 'sage') || isAmbiguous(transform, 'salesforce'),
  kinds: ({ at }, entering) => kindsOnEach(entering, at, () => true, 'code'),
  examples: [
    {
      transform: {
        kind: 'value-map',
        pairs: [
          { sage: '00', salesforce: 'Net 30' },
          { sage: '01', salesforce: 'Prepaid' }
        ],
        otherwise: { do: 'refuse' }
      },
      sage: ['01'],
      salesforce: ['Prepaid']
    },
    {
      transform: {
        kind: 'value-map',
        pairs: [
          { sage: 'A', salesforce: 'Active', preferred: true },
          { sage: 'T', salesforce: 'Active' },
          { sage: 'I', salesforce: 'Inactive' }
        ],
        otherwise: { do: 'refuse' }
      },
      sage: ['T'],
      salesforce: ['Active'],
      only: 'to-salesforce'
    },
    {
      transform: {
        kind: 'value-map',
        pairs: [
          { sage: 'A', salesforce: 'Active', preferred: true },
          { sage: 'T', salesforce: 'Active' },
          { sage: 'I', salesforce: 'Inactive' }
        ],
        otherwise: { do: 'refuse' }
      },
      sage: ['A'],
      salesforce: ['Active'],
      only: 'to-sage'
    },
    {
      transform: {
        kind: 'value-map',
        pairs: [{ sage: '', salesforce: 'None' }],
        otherwise: { do: 'keep' }
      },
      sage: [null],
      salesforce: ['None']
    },
    {
      transform: {
        kind: 'value-map',
        pairs: [{ sage: 'UPS', salesforce: 'UPS Ground' }],
        otherwise: { do: 'default', sage: 'MISC', salesforce: 'Other' }
      },
      sage: ['FEDEX'],
      salesforce: ['Other'],
      only: 'to-salesforce'
    },
    {
      transform: {
        kind: 'value-map',
        pairs: [{ sage: '00', salesforce: 'Net 30' }],
        otherwise: { do: 'refuse' }
      },
      from: 'sage',
      values: ['99'],
      refused: 'It is not in the value map.'
    }
  ]
};
