import { FormulaError } from './formula.ts';

/** Classes that Java's patterns name and JavaScript's do not. */
const classes: Readonly<Record<string, string>> = {
  Alnum: 'A-Za-z0-9',
  Alpha: 'A-Za-z',
  Blank: ' \\t',
  Digit: '0-9',
  Lower: 'a-z',
  Punct: '!-\\/:-@\\[-`{-~',
  Space: '\\s',
  Upper: 'A-Z',
  XDigit: '0-9A-Fa-f'
};

const flags = /^\(\?([ims]+)\)/;

/** What Java reads and JavaScript would refuse or read otherwise. */
const untranslatable = /\\[GQEXRNz]|\\p\{(?:java|In|Is)|\(\?>|[*+?}]\+|&&/;

/**
 * The JavaScript pattern for what REGEX matches with a Java pattern: the whole text. Throws FormulaError for patterns
 * that are wrong, and for the parts of Java's syntax that are not translated (possessive quantifiers, atomic groups,
 * intersections, quotations).
 */
export function javaPattern(pattern: string): RegExp {
  const refused = untranslatable.exec(pattern)?.[0];
  if (refused !== undefined) {
    throw new FormulaError(
      '#Error!',
      `The local org does not translate '${refused}' of the pattern ${pattern}`
    );
  }
  const [opening = '', given = ''] = flags.exec(pattern) ?? [];
  const body = pattern.slice(opening.length).replaceAll(/(\[[^\]]*)?\\p\{(\w+)\}/g, translateClass);
  try {
    return new RegExp(`^(?:${body})$`, /\\[pP]\{/.test(body) ? `u${given}` : given);
  } catch {
    throw new FormulaError('#Error!', `The pattern ${pattern} is not valid`);
  }
}

function translateClass(whole: string, opened: string | undefined, name: string): string {
  const members = classes[name];
  if (members === undefined) return whole;
  return opened === undefined ? `[${members}]` : `${opened}${members}`;
}
