import type { StringType } from '../catalogue/column-type.ts';
import type { Cell } from '../odbc/protocol.ts';
import { UndecodableValueError } from './undecodable-value.ts';

// CHAR columns arrive padded with blanks; ProvideX pads key segments with NUL.
const PADDING = /[ \0]+$/;

/** A string column without its padding; blank reads as `''`, or as null where the column says so. */
export function decodeText(value: Cell, type: StringType): string | null {
  if (value !== null && typeof value !== 'string') throw new UndecodableValueError('a string');
  const text = value?.replace(PADDING, '') ?? '';
  return text === '' && type.blank === 'null' ? null : text;
}
