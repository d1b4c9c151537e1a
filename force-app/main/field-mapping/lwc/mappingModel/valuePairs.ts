/** One row of a value map. */
export interface ValuePair {
  readonly sage: string;
  readonly salesforce: string;
  readonly preferred?: boolean;
}

export const MOST_PAIRS = 500;
const LONGEST = 255;

/** What was pasted: pairs, and lines that are none. */
export interface PastedPairs {
  readonly pairs: readonly ValuePair[];
  /** Numbers of lines, from 1, that have not two columns or are too long. */
  readonly refused: readonly number[];
}

/**
 * Reads two columns as a spreadsheet copies them: tabs between cells, a line each; a cell with tabs, line breaks or quotes
 * is quoted, quotes in it doubled. A third column that says yes, true, x or 1 marks the preferred pair.
 */
export function readPastedPairs(text: string): PastedPairs {
  const pairs: ValuePair[] = [];
  const refused: number[] = [];
  cellsOf(text).forEach((cells, index) => {
    const [sage = '', salesforce, preferred = ''] = cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell.trim() === '')) return;
    if (salesforce === undefined || sage.length > LONGEST || salesforce.length > LONGEST) {
      refused.push(index + 1);
      return;
    }
    pairs.push({ sage, salesforce, ...(/^(yes|true|x|1)$/i.test(preferred) && { preferred: true }) });
  });
  return { pairs, refused };
}

/** Pairs of before with those pasted; a pair that is there already is not there twice. */
export function withPasted(before: readonly ValuePair[], pasted: readonly ValuePair[]): readonly ValuePair[] {
  const keyOf = ({ sage, salesforce }: ValuePair): string => JSON.stringify([sage, salesforce]);
  const filled = before.filter(({ sage, salesforce }) => sage !== '' || salesforce !== '');
  const all = new Map([...filled, ...pasted].map((pair) => [keyOf(pair), pair]));
  return [...all.values()].slice(0, MOST_PAIRS);
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']];
  let quoted = false;
  const put = (character: string): void => {
    const row = rows[rows.length - 1] ?? [];
    row[row.length - 1] = `${row[row.length - 1] ?? ''}${character}`;
  };
  const clean = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < clean.length; at += 1) {
    const character = clean.charAt(at);
    const cell = rows[rows.length - 1]?.slice(-1)[0] ?? '';
    if (quoted && character === '"' && clean.charAt(at + 1) === '"') {
      put('"');
      at += 1;
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && character === '\t') rows[rows.length - 1]?.push('');
    else if (!quoted && character === '\n') rows.push(['']);
    else put(character);
  }
  return rows;
}
