import type { ColumnType, DecimalType } from '../catalogue/column-type.ts';
import { decodeDecimal } from '../decode/decimal.ts';
import { UndecodableValueError } from '../decode/undecodable-value.ts';
import type { Cell } from '../odbc/protocol.ts';

const PADDING = /[ \0]+$/;
const NEGATIVE_ZERO = /^-0(\.0*)?$/;
/** What Sage Premium and date pickers write for "no date". */
const BLANK_DAYS = new Set(['1753-01-01', '1900-01-01']);

/**
 * A cell in the one form by which it is compared, whatever the driver makes of it: text without padding, a number with
 * the digits of its column also where it comes as a double, a day without its time. What cannot be used as a value still
 * differs from every other.
 */
export function cellText(cell: Cell, type: ColumnType): string {
  switch (type.kind) {
    case 'string':
      return cell === null ? '' : withoutPadding(String(cell));
    case 'decimal':
      return decimalText(cell, type);
    case 'date':
      return dayText(cell);
  }
}

/** The same of a column that the data source lacks, or that nobody has filled. */
export function blankText(type: ColumnType): string {
  return type.kind === 'decimal' ? (0).toFixed(type.scale) : '';
}

/** Most texts end with a letter or digit, and every cell of every record comes by here. */
function withoutPadding(text: string): string {
  const last = text.at(-1);
  return last === ' ' || last === '\0' ? text.replace(PADDING, '') : text;
}

/** A double of up to 15 digits is rounded to exactly the decimal that it stands for (IEEE 754: DBL_DIG). */
function decimalText(cell: Cell, type: DecimalType): string {
  if (typeof cell === 'number') {
    const text = cell.toFixed(type.scale);
    return NEGATIVE_ZERO.test(text) ? text.slice(1) : text;
  }
  try {
    return decodeDecimal(cell, type);
  } catch (error) {
    if (error instanceof UndecodableValueError) return String(cell);
    throw error;
  }
}

function dayText(cell: Cell): string {
  const day = cell === null ? '' : String(cell).trim().slice(0, 10);
  return BLANK_DAYS.has(day) ? '' : day;
}
