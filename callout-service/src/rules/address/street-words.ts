import { takesRange, unitDesignator } from './unit-designators.ts';

/** What stands between two words of a street. */
export type Gap = 'line' | 'comma' | 'beforeUnit' | 'word' | 'afterHouseNumber' | 'insideUnit';

/** A word of a street, and what stands in front of it. */
export interface StreetWord {
  readonly text: string;
  readonly gap: Gap;
}

/** The words of a street's lines in their order, each with the gap in front of it; the first one begins a line. */
export function streetWords(lines: readonly string[]): StreetWord[] {
  return lines.flatMap((line) => {
    // A comma that stands apart belongs to the word before it.
    const texts = line
      .replace(/\s+([,;])/g, '$1')
      .split(/\s+/)
      .filter((text) => !/^[,;]*$/.test(text));
    return texts.map((text, index) => ({ text, gap: gapBefore(texts, index) }));
  });
}

function gapBefore(texts: readonly string[], index: number): Gap {
  const before = texts[index - 1];
  const text = texts[index] ?? '';
  if (before === undefined) return 'line';
  if (/[,;]$/.test(before)) return 'comma';
  if (belongsToUnit(before, text)) return 'insideUnit';
  if (beginsUnit(text, texts[index + 1])) return 'beforeUnit';
  return index === 1 && /^\d/.test(before) ? 'afterHouseNumber' : 'word';
}

/** `Suite|100`, `3rd|Floor`, `#|12`, `PO|Box`, `Box|12`. */
function belongsToUnit(before: string, text: string): boolean {
  if (/^p\.?o\.?$/i.test(before) && /^box/i.test(text)) return true;
  if (isOrdinal(before) && unitDesignator(text) === 'FL') return true;
  return (takesRange(before) || /^box$/i.test(before)) && !takesRange(text);
}

function beginsUnit(text: string, next: string | undefined): boolean {
  if (text.startsWith('#') || takesRange(text) || /^p\.?o\.?$/i.test(text)) return true;
  return isOrdinal(text) && next !== undefined && unitDesignator(next) === 'FL';
}

function isOrdinal(text: string): boolean {
  return /^\d+(st|nd|rd|th)$/i.test(text);
}
