import { comparableText } from './comparable-text.ts';

type Region = readonly [code: string, name: string, ...alsoWritten: string[]];

/**
 * States of the United States, the District of Columbia, territories, freely associated states and military addresses.
 * Source: USPS Publication 28, Appendix B, Two-Letter State and Possession Abbreviations.
 */
const STATES: readonly Region[] = [
  ['AL', 'Alabama'],
  ['AK', 'Alaska'],
  ['AZ', 'Arizona'],
  ['AR', 'Arkansas'],
  ['CA', 'California'],
  ['CO', 'Colorado'],
  ['CT', 'Connecticut'],
  ['DE', 'Delaware'],
  ['DC', 'District of Columbia', 'Washington DC'],
  ['FL', 'Florida'],
  ['GA', 'Georgia'],
  ['HI', 'Hawaii'],
  ['ID', 'Idaho'],
  ['IL', 'Illinois'],
  ['IN', 'Indiana'],
  ['IA', 'Iowa'],
  ['KS', 'Kansas'],
  ['KY', 'Kentucky'],
  ['LA', 'Louisiana'],
  ['ME', 'Maine'],
  ['MD', 'Maryland'],
  ['MA', 'Massachusetts'],
  ['MI', 'Michigan'],
  ['MN', 'Minnesota'],
  ['MS', 'Mississippi'],
  ['MO', 'Missouri'],
  ['MT', 'Montana'],
  ['NE', 'Nebraska'],
  ['NV', 'Nevada'],
  ['NH', 'New Hampshire'],
  ['NJ', 'New Jersey'],
  ['NM', 'New Mexico'],
  ['NY', 'New York'],
  ['NC', 'North Carolina'],
  ['ND', 'North Dakota'],
  ['OH', 'Ohio'],
  ['OK', 'Oklahoma'],
  ['OR', 'Oregon'],
  ['PA', 'Pennsylvania'],
  ['RI', 'Rhode Island'],
  ['SC', 'South Carolina'],
  ['SD', 'South Dakota'],
  ['TN', 'Tennessee'],
  ['TX', 'Texas'],
  ['UT', 'Utah'],
  ['VT', 'Vermont'],
  ['VA', 'Virginia'],
  ['WA', 'Washington', 'Washington State'],
  ['WV', 'West Virginia'],
  ['WI', 'Wisconsin'],
  ['WY', 'Wyoming'],
  ['AS', 'American Samoa'],
  ['FM', 'Federated States of Micronesia', 'Micronesia'],
  ['GU', 'Guam'],
  ['MH', 'Marshall Islands'],
  ['MP', 'Northern Mariana Islands'],
  ['PW', 'Palau'],
  ['PR', 'Puerto Rico'],
  ['VI', 'Virgin Islands', 'US Virgin Islands', 'United States Virgin Islands'],
  ['AA', 'Armed Forces Americas', 'Armed Forces The Americas'],
  ['AE', 'Armed Forces Europe', 'Armed Forces Africa', 'Armed Forces Canada', 'Armed Forces Middle East'],
  ['AP', 'Armed Forces Pacific']
];

/** Provinces and territories. Source: Canada Post, Addressing Guidelines, with the French names and retired codes. */
const PROVINCES: readonly Region[] = [
  ['AB', 'Alberta'],
  ['BC', 'British Columbia', 'Colombie-Britannique'],
  ['MB', 'Manitoba'],
  ['NB', 'New Brunswick', 'Nouveau-Brunswick'],
  ['NL', 'Newfoundland and Labrador', 'Newfoundland', 'Terre-Neuve-et-Labrador', 'NF'],
  ['NT', 'Northwest Territories', 'Territoires du Nord-Ouest'],
  ['NS', 'Nova Scotia', 'Nouvelle-Écosse'],
  ['NU', 'Nunavut'],
  ['ON', 'Ontario'],
  ['PE', 'Prince Edward Island', 'Île-du-Prince-Édouard', 'PEI'],
  ['QC', 'Quebec', 'Québec', 'PQ'],
  ['SK', 'Saskatchewan'],
  ['YT', 'Yukon', 'Yukon Territory']
];

const regionsByCountry = new Map([
  ['US', regionLookup(STATES)],
  ['CA', regionLookup(PROVINCES)]
]);

/** Whether the two-letter codes of a country's states or provinces are known here: the United States and Canada. */
export function hasRegions(countryIso2: string | undefined): boolean {
  return countryIso2 !== undefined && regionsByCountry.has(countryIso2);
}

/** The two-letter code of a state or province given by code or name, in any case; undefined if there is none such. */
export function regionCode(text: string | null, countryIso2: string | undefined): string | undefined {
  return regionsByCountry.get(countryIso2 ?? '')?.codes.get(comparableText(text ?? ''));
}

/** The English name of a state or province given by its code or name; undefined if there is none such. */
export function regionName(text: string | null, countryIso2: string | undefined): string | undefined {
  const code = regionCode(text, countryIso2);
  return code === undefined ? undefined : regionsByCountry.get(countryIso2 ?? '')?.names.get(code);
}

function regionLookup(regions: readonly Region[]): {
  codes: Map<string, string>;
  names: Map<string, string>;
} {
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [code, name, ...alsoWritten] of regions) {
    names.set(code, name);
    for (const text of [code, name, ...alsoWritten]) codes.set(comparableText(text), code);
  }
  return { codes, names };
}
