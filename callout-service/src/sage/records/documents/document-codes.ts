import { codeValues } from '../../decode/code-value.ts';

/** The kind of a line. Source: Sage 100 file layouts, ItemType of every line table; 1 is its default. */
export function lineItemType(table: string) {
  return codeValues(`${table}.ItemType`, {
    '': 'regular',
    '1': 'regular',
    '2': 'special',
    '3': 'charge',
    '4': 'comment',
    '5': 'miscellaneous'
  });
}
