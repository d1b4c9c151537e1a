import type { AddressSettings, SalesforceAddress } from './address-settings.ts';
import { comparableText, textOrNull } from './comparable-text.ts';
import { countryIso2 } from './countries.ts';
import { hasZipCodes, standardPostalCode } from './postal-code.ts';
import { regionCode } from './regions.ts';
import { abbreviated } from './street-abbreviations.ts';
import { rangedDesignators, unitDesignator } from './unit-designators.ts';

/** Apartments, suites and units are named freely by one another's names, so they count as the same. */
const ALIKE: ReadonlySet<string> = new Set(['APT', 'STE', 'UNIT']);

/**
 * A text that is equal for two addresses that a letter carrier would take for the same: case, accents, punctuation and
 * line breaks do not count; street suffixes, directionals and units stand in their USPS abbreviations, units behind the
 * street wherever they stood; a ZIP code counts with its five digits. It is for comparing only, never shown or written.
 * Null where there is no street: then there is nothing to know an address by.
 *
 * Sources: USPS Publication 28; Canada Post, Addressing Guidelines (`10-123 Main St` is unit 10 at 123 Main St).
 */
export function addressMatchKey(
  address: SalesforceAddress,
  settings: Pick<AddressSettings, 'businessCountry' | 'sageCountryCodes'>
): string | null {
  const country = countryOf(address, settings);
  const { words, units } = streetOf(address.street ?? '', country);
  if (words.length + units.length === 0) return null;
  const state = regionCode(address.state, country) ?? comparableText(address.state ?? '');
  return [
    words.join(' '),
    units.sort().join(' '),
    wordsOf(address.city ?? '', country).join(' '),
    state,
    postalCodeOf(address.postalCode ?? '', country, state),
    country
  ].join('|');
}

/** The country of an address, the company's own where it is blank: alpha-2, or the comparable text of an unknown one. */
export function countryOf(
  { country }: SalesforceAddress,
  settings: Pick<AddressSettings, 'businessCountry' | 'sageCountryCodes'>
): string {
  const text = textOrNull(country) ?? settings.businessCountry;
  return countryIso2(text, settings.sageCountryCodes) ?? comparableText(text);
}

/** `STE 100`, `STE # 100`, `# 100`, `BLDG A`, `33RD FL`, between blanks. */
const UNIT = new RegExp(
  String.raw`(?<!\S)(?:(?<floor>\d+)(?:ST|ND|RD|TH) FL|` +
    String.raw`(?<designator>${rangedDesignators.join('|')}) (?:# )?(?<number>\S*\d\S*|[A-Z]))(?!\S)`,
  'g'
);

interface Street {
  readonly words: string[];
  readonly units: string[];
}

function streetOf(street: string, country: string): Street {
  const lines = street.split(/[\r\n]+/).map((line) => streetLine(line, country));
  return { words: lines.flatMap(({ words }) => words), units: lines.flatMap(({ units }) => units) };
}

/** Units and floors apart from the other words of a line. */
function streetLine(line: string, country: string): Street {
  const text = country === 'CA' ? line.replace(/^\s*(\w{1,5})\s*-\s*(?=\d)/, 'Unit $1, ') : line;
  const all = wordsOf(text, country).join(' ');
  const units = [...all.matchAll(UNIT)].map(({ groups }) => {
    const { floor, designator = '', number = '' } = groups ?? {};
    if (floor !== undefined) return `FL ${floor}`;
    return `${ALIKE.has(designator) ? '#' : designator} ${number}`;
  });
  return { words: all.replace(UNIT, ' ').split(' ').filter(isWord), units };
}

function wordsOf(text: string, country: string): string[] {
  const comparable = comparableText(text)
    .replace(/#/g, ' # ')
    .replace(/\b(?:P ?O ?B(?:OX)?|POST OFFICE BOX)\b/g, 'PO BOX');
  const words = comparable.split(/\s+/).filter(isWord);
  if (!hasZipCodes(country) && country !== 'CA') return words;
  return words.map((word) => unitDesignator(word) ?? abbreviated(word, country));
}

/** A postal code as it is compared: five digits of a ZIP code, others without blanks and marks. `state` puts back zeros. */
export function postalCodeOf(text: string, country: string, state: string): string {
  const { postalCode } = standardPostalCode(text, country, state);
  return hasZipCodes(country) ? postalCode.slice(0, 5) : comparableText(postalCode).replace(/ /g, '');
}

function isWord(word: string): boolean {
  return word !== '';
}
