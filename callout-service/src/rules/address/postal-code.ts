/** A postal code in its country's own form, and what a person may want to look at. */
export interface StandardPostalCode {
  readonly postalCode: string;
  readonly remark?: string;
}

/** The United States, and the countries of ISO 3166 that are written with ZIP codes. Source: USPS Publication 28. */
const ZIP_COUNTRIES: ReadonlySet<string> = new Set('US AS FM GU MH MP PR PW UM VI'.split(' '));

/** `A1A 1A1`. Source: Canada Post, Addressing Guidelines: no D, F, I, O, Q or U, and neither W nor Z in front. */
const CANADIAN = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[ -]*(\d[ABCEGHJ-NPRSTV-Z]\d)$/;

/**
 * How the ZIP codes of a state begin, for those that begin with a zero; 06390 is Fishers Island.
 * Source: USPS Domestic Mail Manual, Labeling List L002, 3-Digit ZIP Code Prefix Matrix.
 */
const ZERO_PREFIXES: Readonly<Record<string, RegExp>> = {
  AE: /^09/,
  CT: /^06/,
  MA: /^0(1|2[0-7]|55)/,
  ME: /^0(39|4)/,
  NH: /^03[0-8]/,
  NJ: /^0[78]/,
  NY: /^(005|06390)/,
  PR: /^00[679]/,
  RI: /^02[89]/,
  VI: /^008/,
  VT: /^05[0-46-9]/
};

/**
 * A postal code as its country writes it: `12345` or `12345-6789` in the United States, `A1A 1A1` in Canada; elsewhere
 * as it is, without blanks at its ends. Zeros in front that a spreadsheet took away are put back only when the result
 * begins as the ZIP codes of the given state do; otherwise the code stays, with a remark.
 */
export function standardPostalCode(
  text: string,
  countryIso2: string | undefined,
  state?: string
): StandardPostalCode {
  const postalCode = text.trim();
  if (postalCode === '' || countryIso2 === undefined) return { postalCode };
  if (ZIP_COUNTRIES.has(countryIso2)) return standardZipCode(postalCode, state ?? countryIso2);
  return countryIso2 === 'CA' ? standardCanadianCode(postalCode) : { postalCode };
}

/** Whether a country's addresses are written with ZIP codes. */
export function hasZipCodes(countryIso2: string): boolean {
  return ZIP_COUNTRIES.has(countryIso2);
}

function standardCanadianCode(postalCode: string): StandardPostalCode {
  const [, area, unit] = CANADIAN.exec(postalCode.toUpperCase()) ?? [];
  return area === undefined || unit === undefined
    ? { postalCode, remark: 'This is not a Canadian postal code, as A1A 1A1; it is kept as it is.' }
    : { postalCode: `${area} ${unit}` };
}

function standardZipCode(text: string, state: string): StandardPostalCode {
  const [, zip, add] = /^(\d{3,5})(?:[- ]+(\d{4})|-)?$/.exec(text) ?? splitRunTogether(text) ?? [];
  if (zip === undefined) return { postalCode: text, remark: notZipCode };
  const full = zip.padStart(5, '0');
  if (full !== zip && ZERO_PREFIXES[state]?.test(full) !== true) {
    return { postalCode: text, remark: `${notZipCode} It may have lost a zero in front.` };
  }
  return { postalCode: add === undefined ? full : `${full}-${add}` };
}

/** Nine digits without a dash, or seven or eight where zeros in front are gone. */
function splitRunTogether(text: string): RegExpExecArray | null {
  return /^(\d{3,5})(\d{4})$/.exec(text);
}

const notZipCode = 'This is not a ZIP code, as 12345 or 12345-6789; it is kept as it is.';
