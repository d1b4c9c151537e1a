import type { CellRow } from '../odbc/protocol.ts';
import type { SageCapabilities } from '../port/sage-capabilities.ts';

const FIRST_DAY = /^(1753-01-01|1900-01-01)/;

/** How numbers arrive, from rows that hold nothing else; null without any. */
export function numbersArriveAs(rows: readonly CellRow[]): SageCapabilities['numbersArriveAs'] {
  const [value] = rows.flat().filter((cell) => cell !== null);
  if (value === undefined) return null;
  return typeof value === 'string' ? 'text' : 'double';
}

/** Whether texts come filled up with blanks, from rows that hold nothing else; null without any. */
export function padsText(rows: readonly CellRow[]): boolean | null {
  const texts = rows.flat().filter((cell) => typeof cell === 'string' && cell.trim() !== '');
  return texts.length === 0 ? null : texts.some((text) => String(text).endsWith(' '));
}

/** How a blank date arrives, from rows of dates; null when none of them is blank. */
export function blankDatesArriveAs(rows: readonly CellRow[]): SageCapabilities['blankDatesArriveAs'] {
  for (const cell of rows.flat()) {
    if (cell === null) return 'null';
    const text = String(cell).trim();
    if (text === '') return 'text';
    if (FIRST_DAY.test(text)) return 'first-day';
  }
  return null;
}
