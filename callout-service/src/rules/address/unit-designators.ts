import { comparableText } from './comparable-text.ts';

/**
 * Secondary unit designators that are followed by a number or letter, with their abbreviations.
 * Source: USPS Publication 28, Appendix C2; `#` from its section 213.
 */
const WITH_RANGE: Readonly<Record<string, string>> = {
  '#': '#',
  APARTMENT: 'APT',
  BUILDING: 'BLDG',
  DEPARTMENT: 'DEPT',
  FLOOR: 'FL',
  HANGAR: 'HNGR',
  KEY: 'KEY',
  LOT: 'LOT',
  PIER: 'PIER',
  ROOM: 'RM',
  SLIP: 'SLIP',
  SPACE: 'SPC',
  STOP: 'STOP',
  SUITE: 'STE',
  TRAILER: 'TRLR',
  UNIT: 'UNIT'
};

/** Designators that stand alone. Source: as above. */
const WITHOUT_RANGE: Readonly<Record<string, string>> = {
  BASEMENT: 'BSMT',
  FRONT: 'FRNT',
  LOBBY: 'LBBY',
  LOWER: 'LOWR',
  OFFICE: 'OFC',
  PENTHOUSE: 'PH',
  REAR: 'REAR',
  SIDE: 'SIDE',
  UPPER: 'UPPR'
};

const abbreviations = new Map(
  [...Object.entries(WITH_RANGE), ...Object.entries(WITHOUT_RANGE)].flatMap(([word, abbreviation]) => [
    [word, abbreviation],
    [abbreviation, abbreviation]
  ])
);
/** Abbreviations of the designators that a number or letter follows, as `STE`. */
export const rangedDesignators: readonly string[] = Object.values(WITH_RANGE);
const ranged = new Set(rangedDesignators);

/** The abbreviation of a word that names a part of a building, as `STE` of "Suite" or "Ste."; undefined for others. */
export function unitDesignator(word: string): string | undefined {
  return abbreviations.get(comparableText(word));
}

/** Whether a word names a part of a building by the number or letter that follows it, as "Suite" does. */
export function takesRange(word: string): boolean {
  const designator = unitDesignator(word);
  return designator !== undefined && ranged.has(designator);
}
