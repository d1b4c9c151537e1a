/**
 * A text as it is compared: upper case, without accents, full stops and apostrophes, every other mark and run of white
 * space one blank. `#` stays, since it names a unit of a building.
 */
export function comparableText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[.'’`]/g, '')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

/** A text without blanks at its ends; null where nothing is left. */
export function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
