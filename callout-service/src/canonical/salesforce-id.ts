const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A record's id with its 18 characters, in the spelling that is safe where case is lost; undefined for what is no id. The
 * last three characters tell which of the 15 are capitals, five to a character. Source: Object Reference, ID Field Type.
 */
export function salesforceId(text: string): string | undefined {
  const id = text.trim();
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id)) return undefined;
  const base = id.slice(0, 15);
  const full = base + suffixOf(base);
  // Of 18 characters the suffix must fit: else the id was mistyped, or its case was lost.
  return id.length === 15 || id.toUpperCase() === full.toUpperCase() ? full : undefined;
}

function suffixOf(base: string): string {
  return [0, 5, 10]
    .map((start) => {
      const capitals = [...base.slice(start, start + 5)].map((character) => /[A-Z]/.test(character));
      return ALPHABET[capitals.reduce((bits, isCapital, index) => bits + (isCapital ? 2 ** index : 0), 0)];
    })
    .join('');
}
