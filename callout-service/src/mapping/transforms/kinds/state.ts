import { countryIso2 } from '../../../rules/address/countries.ts';
import { hasRegions, regionCode, regionName } from '../../../rules/address/regions.ts';
import { never, type TransformDefinition, type TransformOf } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import type { TransformContext } from '../transform-context.ts';
import { isRefused, onEachText, refusal, textOf, type Turn, type Turned, type Values } from '../turning.ts';

type State = TransformOf<'state'>;

const CODE_LENGTH = 2;

/** Turns every value but the country, by the country beside it. */
function onStates(
  { at, countryAt }: State,
  values: Values,
  context: TransformContext,
  turn: (text: string, iso2: string | undefined) => Turn
): Turned {
  const beside = countryAt === undefined ? null : textOf(values[countryAt] ?? null);
  const iso2 = countryIso2(beside ?? context.businessCountry);
  const turned = onEachText(at, values, (text) => turn(text, iso2));
  if (isRefused(turned)) return turned;
  return turned.map((value, index) => (index === countryAt ? (values[index] ?? null) : value));
}

function toSage(text: string, iso2: string | undefined): Turn {
  const code = regionCode(text, iso2);
  if (code !== undefined) return code;
  if (!hasRegions(iso2) || text.length <= CODE_LENGTH) return text;
  return refusal(text, `It is no state or province of ${iso2 ?? ''}.`, 'Correct the state, or its country.');
}

export const state: TransformDefinition<'state'> = {
  meaning:
    'A state or province of the United States or Canada: Sage’s code ↔ code or name. Its country stands at `countryAt` of' +
    ' the values, else it is the business’s own. Those of other countries stay as they are.',
  forward: (transform, values, context) =>
    onStates(transform, values, context, (text, iso2) => {
      const known = transform.salesforce === 'code' ? regionCode(text, iso2) : regionName(text, iso2);
      return known ?? text;
    }),
  backward: (transform, values, context) => {
    // What stands beside a state of its own country alone is no state.
    const { countryAt } = transform;
    return onStates(transform, values, context, (text, iso2) =>
      countryAt !== undefined && text === textOf(values[countryAt] ?? null) ? text : toSage(text, iso2)
    );
  },
  oneWay: never,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isTextKind),
  examples: [
    { transform: { kind: 'state', salesforce: 'name' }, sage: ['WI'], salesforce: ['Wisconsin'] },
    {
      transform: { kind: 'state', salesforce: 'code' },
      sage: ['WI'],
      salesforce: ['wisconsin'],
      only: 'to-sage'
    },
    {
      transform: { kind: 'state', salesforce: 'name', countryAt: 1 },
      sage: ['ON', 'CAN'],
      salesforce: ['Ontario', 'CAN']
    },
    {
      transform: { kind: 'state', salesforce: 'name', countryAt: 1 },
      sage: ['BY', 'DEU'],
      salesforce: ['BY', 'DEU']
    },
    {
      transform: { kind: 'state', salesforce: 'name' },
      from: 'salesforce',
      values: ['Ontario'],
      refused: 'It is no state or province of US.'
    }
  ]
};
