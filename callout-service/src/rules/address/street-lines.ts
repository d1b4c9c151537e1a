import { streetWords, type Gap, type StreetWord } from './street-words.ts';

/** Room for a street: Sage has three lines, of 30 characters in release 6.00 and 40 in later ones. */
export interface StreetRoom {
  readonly lines: number;
  readonly length: number;
}

/** The lines of a street, or why it does not fit. Nothing is ever cut off. */
export type StreetLines =
  | { readonly fits: true; readonly lines: readonly string[] }
  | { readonly fits: false; readonly problem: string };

/** What a line break costs in each gap, so that the breaks that a person would make cost least. */
const BREAK_COST: Readonly<Record<Gap, number>> = {
  line: 0,
  comma: 1,
  beforeUnit: 2,
  word: 10,
  afterHouseNumber: 40,
  insideUnit: 100
};
/** What it costs to put two lines of the street on one. */
const JOIN_COST = 5;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/**
 * Puts a street on the lines that Sage has. A street whose own lines fit keeps them, empty ones in between too. Otherwise
 * lines are split at commas, before a suite or unit, then between words, and short lines are joined with a comma; a
 * designator stays with its number ("Suite 100") and a house number with its street wherever the room allows that.
 */
export function streetLines(street: string, room: StreetRoom): StreetLines {
  const own = ownLines(street);
  if (own.length <= room.lines && own.every((line) => line.length <= room.length)) {
    return { fits: true, lines: own };
  }
  const words = streetWords(own);
  const longest = words.find(({ text }) => withoutComma(text).length > room.length);
  if (longest !== undefined) {
    const problem = `"${longest.text}" has ${longest.text.length} characters; one line holds ${room.length}.`;
    return { fits: false, problem };
  }
  const lines = cheapestLines(words, room);
  if (lines !== undefined) return { fits: true, lines };
  const needed = fewestLines(words, room.length);
  return {
    fits: false,
    problem: `It needs ${needed} lines of ${room.length} characters; Sage has ${room.lines}.`
  };
}

/** The street's own lines, trimmed, without empty ones at its ends; control characters become blanks. */
function ownLines(street: string): string[] {
  const lines = street.split(LINE_BREAK).map((line) => line.replace(/\p{Cc}/gu, ' ').trim());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

interface Layout {
  readonly cost: number;
  readonly lines: readonly string[];
}

/** The layout whose breaks and joins cost least, the fuller line first where two cost the same. */
function cheapestLines(words: readonly StreetWord[], room: StreetRoom): readonly string[] | undefined {
  const known = new Map<string, Layout | undefined>();
  const layoutFrom = (start: number, linesLeft: number): Layout | undefined => {
    if (start === words.length) return { cost: 0, lines: [] };
    if (linesLeft === 0) return undefined;
    const key = `${start}/${linesLeft}`;
    if (!known.has(key)) known.set(key, best(start, linesLeft));
    return known.get(key);
  };
  const best = (start: number, linesLeft: number): Layout | undefined => {
    let cheapest: Layout | undefined;
    for (let end = start + 1; end <= words.length; end += 1) {
      const line = lineOf(words.slice(start, end));
      if (line.text.length > room.length) break;
      const rest = layoutFrom(end, linesLeft - 1);
      if (rest === undefined) continue;
      const cost = line.cost + breakCost(words[end]) + rest.cost;
      if (cheapest === undefined || cost <= cheapest.cost)
        cheapest = { cost, lines: [line.text, ...rest.lines] };
    }
    return cheapest;
  };
  return layoutFrom(0, room.lines)?.lines;
}

function breakCost(next: StreetWord | undefined): number {
  return next === undefined ? 0 : BREAK_COST[next.gap];
}

/** Words on one line: where two lines of the street meet, a comma takes the place of the break. */
function lineOf(words: readonly StreetWord[]): { text: string; cost: number } {
  let text = '';
  let cost = 0;
  for (const word of words) {
    const joins = text !== '' && word.gap === 'line';
    cost += joins ? JOIN_COST : 0;
    text += text === '' ? word.text : `${joins && !/[,;]$/.test(text) ? ', ' : ' '}${word.text}`;
  }
  return { text: withoutComma(text), cost };
}

/** A comma at the end of a line says no more than the end of the line does. */
function withoutComma(text: string): string {
  return text.replace(/[\s,;]+$/, '');
}

function fewestLines(words: readonly StreetWord[], length: number): number {
  let lines = 0;
  for (let start = 0; start < words.length; lines += 1) {
    let end = start + 1;
    while (end < words.length && lineOf(words.slice(start, end + 1)).text.length <= length) end += 1;
    start = end;
  }
  return lines;
}
