import { countryIso2, sageCountryCode, salesforceCountry } from '../../../rules/address/countries.ts';
import { never, type TransformDefinition, type TransformOf } from '../definition.ts';
import { isTextKind, kindsOnEach } from '../kinds-of-values.ts';
import { onEachText, refusal, type Turn } from '../turning.ts';

type Form = TransformOf<'country'>['sage'];

/** No code of ISO 3166 is longer; Sage's column is not either. */
const LONGEST_CODE = 3;

function written(text: string, form: Form): string | undefined {
  const iso2 = countryIso2(text);
  if (iso2 === undefined) return undefined;
  return form === 'name'
    ? salesforceCountry(iso2, { salesforceForm: 'name' })
    : sageCountryCode(iso2, { sageCountryForm: form });
}

function toSage(text: string, form: Form): Turn {
  const known = written(text, form);
  if (known !== undefined) return known;
  if (form === 'name' || text.length <= LONGEST_CODE) return text;
  return refusal(
    text,
    'It is no country that is known here.',
    "Use the country's English name or its ISO 3166 code."
  );
}

export const country: TransformDefinition<'country'> = {
  meaning:
    'A country as code or name: each side has it in its form, and every form is understood, names in English, French and' +
    ' Spanish. A code that is not known, as one of the site’s own, stays as it is.',
  forward: ({ salesforce, at }, values) =>
    onEachText(at, values, (text) => written(text, salesforce) ?? text),
  backward: ({ sage, at }, values) => onEachText(at, values, (text) => toSage(text, sage)),
  oneWay: never,
  kinds: ({ at }, entering) => kindsOnEach(entering, at, isTextKind),
  examples: [
    {
      transform: { kind: 'country', sage: 'iso3', salesforce: 'name' },
      sage: ['USA'],
      salesforce: ['United States']
    },
    { transform: { kind: 'country', sage: 'iso3', salesforce: 'iso2' }, sage: ['CAN'], salesforce: ['CA'] },
    {
      transform: { kind: 'country', sage: 'iso3', salesforce: 'name' },
      sage: ['DEU'],
      salesforce: ['Allemagne'],
      only: 'to-sage'
    },
    { transform: { kind: 'country', sage: 'iso3', salesforce: 'name' }, sage: ['XK9'], salesforce: ['XK9'] },
    {
      transform: { kind: 'country', sage: 'iso3', salesforce: 'name' },
      from: 'salesforce',
      values: ['Atlantis'],
      refused: 'It is no country that is known here.'
    }
  ]
};
