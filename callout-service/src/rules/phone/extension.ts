/** `x123`, `ext. 123`, `extension 123`, `#123` or `;ext=123` at the end of a number; an `x` inside a word is none. */
const EXTENSION = /^(?<number>.*\S)\s*(?<![a-z])(?:;ext=|extension|ext|x|#)[.:]?\s*(?<extension>[\w-]+)$/is;

/** A text's number and its extension, which is null where it has none. */
export function splitExtension(text: string | null): { number: string | null; extension: string | null } {
  const { number, extension } = EXTENSION.exec(text?.trim() ?? '')?.groups ?? {};
  return number === undefined || extension === undefined
    ? { number: text, extension: null }
    : { number: number.trim(), extension };
}

/** A number with its extension behind, `+14145554787 x123`; an extension that says "ext." already says it once. */
export function joinExtension(number: string | null, extension: string | null): string | null {
  const bare = extension?.trim().replace(/^(?:extension|ext|x|#)[.:]?\s*(?=\d)/i, '') ?? '';
  return bare === '' ? number : `${number?.trim() ?? ''} x${bare}`;
}
