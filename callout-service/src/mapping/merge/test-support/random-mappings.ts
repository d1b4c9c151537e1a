import fc from 'fast-check';
import type { FieldKind, FieldValue, FieldValues } from '../../field-value.ts';
import type { FieldMap } from '../../mapping-content.ts';
import type { FieldFacts } from '../../schemas/field-facts.ts';
import type { Transform } from '../../transforms/transform.ts';
import { fieldMap } from './mappings.ts';

/** Fields of both sides with transforms that go both ways, and values that Sage may hold. */
interface Shape {
  readonly transforms: readonly Transform[];
  readonly sage: readonly FieldKind[];
  readonly salesforce: readonly FieldKind[];
  readonly values: readonly fc.Arbitrary<FieldValue>[];
  /** Values that people enter in Salesforce, where they are not what Sage's become. */
  readonly entered?: readonly fc.Arbitrary<FieldValue>[];
}

const word = fc.stringMatching(/^[A-Z][a-z]{0,7}$/);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const digits = fc.stringMatching(/^\d{1,7}$/);
const amount = fc
  .tuple(fc.bigInt(-999_999_999n, 999_999_999n), fc.constantFrom('', '0', '00', '50'))
  .map(([whole, part]) => (part === '' ? String(whole) : `${whole}.${part}`));
const empty = (values: fc.Arbitrary<FieldValue>) => fc.option(values, { freq: 5, nil: null });
const flag = fc.boolean();
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const number = fc.stringMatching(/^[2-9]\d{9}$/);

function simple(kind: FieldKind, values: fc.Arbitrary<FieldValue>, ...transforms: Transform[]): Shape {
  return { transforms, sage: [kind], salesforce: [kind], values: [values] };
}

const valueMap: Transform = {
  kind: 'value-map',
  pairs: [
    { sage: 'A', salesforce: 'Active', preferred: true },
    { sage: 'T', salesforce: 'Active' },
    { sage: 'I', salesforce: 'Inactive' }
  ],
  otherwise: { do: 'default', sage: 'I', salesforce: 'Other' }
};

/** One shape or more for each transform of the closed list that goes both ways. */
export const shapes: readonly Shape[] = [
  simple('text', empty(words)),
  simple('decimal', empty(amount)),
  simple('text', empty(words), { kind: 'trim' }),
  simple('text', empty(words), { kind: 'case', to: 'title', toSage: 'upper' }, { kind: 'trim' }),
  simple('text', empty(digits), { kind: 'pad', length: 7, with: '0', strip: true }),
  simple('decimal', empty(amount), { kind: 'multiply', by: '0.01' }),
  simple('decimal', empty(amount), { kind: 'multiply', by: '3' }),
  simple('flag', flag, { kind: 'not' }),
  simple('text', empty(fc.constantFrom('USA', 'CAN', 'DEU', 'XK9')), {
    kind: 'country',
    sage: 'iso3',
    salesforce: 'name'
  }),
  simple('text', empty(fc.constantFrom('WI', 'CA', 'ZZ')), { kind: 'state', salesforce: 'name' }),
  {
    ...simple('code', fc.constantFrom('A', 'T', 'I', 'X'), valueMap),
    entered: [fc.constantFrom('Active', 'Inactive', 'Else')]
  },
  {
    transforms: [{ kind: 'flag-text', true: 'On', false: 'Off' }],
    sage: ['flag'],
    salesforce: ['text'],
    values: [flag],
    entered: [fc.constantFrom('on', 'OFF', 'Off')]
  },
  { transforms: [{ kind: 'number-text' }], sage: ['decimal'], salesforce: ['text'], values: [empty(amount)] },
  {
    transforms: [{ kind: 'day-to-moment', at: 'noon' }],
    sage: ['day'],
    salesforce: ['moment'],
    values: [empty(day)],
    entered: [empty(day.map((text) => `${text}T18:30:00.000+0000`))]
  },
  {
    transforms: [{ kind: 'street-lines' }],
    sage: ['text', 'text', 'text'],
    salesforce: ['text'],
    values: [words, empty(words), empty(words)],
    entered: [empty(fc.tuple(words, words, words).map((all) => all.join(' ')))]
  },
  {
    transforms: [{ kind: 'join', separator: '-', parts: 2 }],
    sage: ['text', 'text'],
    salesforce: ['text'],
    values: [empty(words), empty(words)],
    entered: [empty(words)]
  },
  {
    transforms: [{ kind: 'split', separator: '/', parts: 2 }],
    sage: ['text'],
    salesforce: ['text', 'text'],
    values: [empty(words)],
    entered: [empty(words), empty(words)]
  },
  {
    transforms: [{ kind: 'person-name' }],
    sage: ['text'],
    salesforce: ['text', 'text'],
    values: [empty(words)],
    entered: [empty(words), empty(words)]
  },
  {
    transforms: [{ kind: 'phone', salesforce: 'national' }],
    sage: ['text', 'text'],
    salesforce: ['text'],
    values: [empty(number), fc.constant(null)],
    entered: [empty(number.map((text) => `+1 ${text}`))]
  }
];

/** A mapping of some shapes, each with a rule of its own, and what both sides' fields take. */
export interface RandomMapping {
  readonly fields: FieldMap[];
  readonly facts: {
    readonly sage: Record<string, FieldFacts>;
    readonly salesforce: Record<string, FieldFacts>;
  };
  readonly sageRecord: fc.Arbitrary<FieldValues>;
  readonly salesforceRecord: fc.Arbitrary<FieldValues>;
}

const whenEmpty = fc.constantFrom({ do: 'empty' as const }, { do: 'keep' as const });

export const randomMapping: fc.Arbitrary<RandomMapping> = fc
  .array(
    fc.record({
      shape: fc.constantFrom(...shapes),
      conflict: fc.constantFrom('sage-wins' as const, 'salesforce-wins' as const, 'newest' as const),
      whenEmpty: fc.record({ toSalesforce: whenEmpty, toSage: whenEmpty })
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((rows) => {
    const named = rows.map(({ shape, ...rules }, row) => ({
      shape,
      map: fieldMap({
        id: `f${row}`,
        sage: shape.sage.map((_, index) => `s${row}.${index}`),
        salesforce: shape.salesforce.map((_, index) => `F${row}_${index}`),
        transforms: [...shape.transforms],
        ...rules
      })
    }));
    const facts = (side: 'sage' | 'salesforce') =>
      Object.fromEntries(
        named.flatMap(({ shape, map }) =>
          map[side].map((name, index): [string, FieldFacts] => [
            name,
            { kind: shape[side][index] ?? 'text', writable: 'always' }
          ])
        )
      );
    const record = (side: 'sage' | 'salesforce') =>
      fc.record(
        Object.fromEntries(
          named.flatMap(({ shape, map }) => {
            const values = side === 'sage' ? shape.values : (shape.entered ?? shape.values);
            return map[side].map((name, index): [string, fc.Arbitrary<FieldValue>] => [
              name,
              values[index] ?? fc.constant(null)
            ]);
          })
        )
      );
    return {
      [fc.toStringMethod]: () => JSON.stringify(named.map(({ map }) => map)),
      fields: named.map(({ map }) => map),
      facts: { sage: facts('sage'), salesforce: facts('salesforce') },
      sageRecord: record('sage'),
      salesforceRecord: record('salesforce')
    };
  });
