import isoCountries from 'i18n-iso-countries';
import type { AddressSettings } from './address-settings.ts';
import { comparableText } from './comparable-text.ts';

type SageCountrySettings = Pick<AddressSettings, 'sageCountryForm' | 'sageCountryCodes'>;

/** Languages whose country names are understood: those of the United States, Canada and Mexico. */
const READ_LANGUAGES = ['en', 'fr', 'es'] as const;

/**
 * Spellings, in comparable form, that i18n-iso-countries has not: those of Salesforce's standard list of countries, which
 * gives plain "Congo" to CG, and the short French name of the United States.
 */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  'BOLIVIA PLURINATIONAL STATE OF': 'BO',
  'BRUNEI DARUSSALAM': 'BN',
  CONGO: 'CG',
  'CONGO THE DEMOCRATIC REPUBLIC OF THE': 'CD',
  'ETATS UNIS': 'US',
  'HOLY SEE VATICAN CITY STATE': 'VA',
  'IRAN ISLAMIC REPUBLIC OF': 'IR',
  'KOREA DEMOCRATIC PEOPLES REPUBLIC OF': 'KP',
  'KOREA REPUBLIC OF': 'KR',
  'LAO PEOPLES DEMOCRATIC REPUBLIC': 'LA',
  'MOLDOVA REPUBLIC OF': 'MD',
  'TANZANIA UNITED REPUBLIC OF': 'TZ',
  'VENEZUELA BOLIVARIAN REPUBLIC OF': 'VE',
  'VIET NAM': 'VN'
};

/** Salesforce's own name where it is not the first that ISO 3166 lists. */
const SALESFORCE_NAMES: Readonly<Record<string, string>> = { US: 'United States' };

const alpha2ByText = readableCountries();

/**
 * The ISO 3166 alpha-2 code of a country given as alpha-2, alpha-3 or numeric code, as one of the site's own codes, or
 * as a name in English, French or Spanish, in any case and with or without accents. Undefined for anything else.
 */
export function countryIso2(text: string, own: AddressSettings['sageCountryCodes'] = {}): string | undefined {
  const comparable = comparableText(text);
  const ownCode = Object.entries(own).find(([, code]) => comparableText(code) === comparable);
  return ownCode?.[0] ?? alpha2ByText.get(comparable);
}

/**
 * The code that Sage keeps for a country, by its alpha-2 code. Source: Sage 100 file layouts, where CountryCode has three
 * characters; which code stands there is the site's choice, so it is a setting.
 */
export function sageCountryCode(iso2: string, settings: SageCountrySettings): string {
  const own = settings.sageCountryCodes?.[iso2];
  if (own !== undefined) return own;
  if (settings.sageCountryForm === 'iso2') return iso2;
  const code =
    settings.sageCountryForm === 'iso3'
      ? isoCountries.alpha2ToAlpha3(iso2)
      : isoCountries.alpha2ToNumeric(iso2);
  return code ?? iso2;
}

/** A country in the form that Salesforce takes: its alpha-2 code, or its English name. */
export function salesforceCountry(
  iso2: string,
  settings: Pick<AddressSettings, 'salesforceForm' | 'salesforceCountryNames'>
): string {
  if (settings.salesforceForm === 'code') return iso2;
  const own = settings.salesforceCountryNames?.[iso2] ?? SALESFORCE_NAMES[iso2];
  return own ?? isoCountries.getName(iso2, 'en') ?? iso2;
}

/** Every way to write a country, in comparable form, with its alpha-2 code. Codes come last: they win over names; English wins over other languages. */
function readableCountries(): Map<string, string> {
  const byText = new Map<string, string>();
  for (const language of [...READ_LANGUAGES].reverse()) {
    for (const [iso2, names] of Object.entries(isoCountries.getNames(language, { select: 'all' }))) {
      for (const name of names) byText.set(comparableText(name), iso2);
    }
  }
  for (const [text, iso2] of Object.entries(OTHER_SPELLINGS)) byText.set(text, iso2);
  for (const [iso2, alpha3] of Object.entries(isoCountries.getAlpha2Codes())) {
    byText.set(iso2, iso2).set(alpha3, iso2);
    const numeric = isoCountries.alpha2ToNumeric(iso2);
    if (numeric !== undefined) byText.set(numeric, iso2);
  }
  return byText;
}
