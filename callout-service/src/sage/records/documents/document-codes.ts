import type { SalesOrderLine } from '../../../canonical/sales-order.ts';
import type { documentSalespersonColumns } from '../../catalogue/document-columns.ts';
import type { RowOf } from '../../catalogue/table.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';

/** Where a code stands, for the error about one that is not known. */
export interface CodePlace {
  /** As `SO_SalesOrderHeader.OrderType`. */
  readonly column: string;
  /** The record by table and key, as `SO_SalesOrderHeader 0000115`. */
  readonly subject: string;
}

/** What a code of Sage stands for. Throws LB308 on one that the file layouts do not list; it does not hold the code. */
export function codeMeaning<T>(
  meanings: ReadonlyMap<string, T>,
  code: string,
  { column, subject }: CodePlace
): T {
  const meaning = meanings.get(code);
  if (meaning !== undefined) return meaning;
  const detail = `${column} holds a code that this release does not know.`;
  throw new LedgerBridgeError('LB308', { detail, subject });
}

/** The kinds of line. Source: Sage 100 file layouts, ItemType of all line tables; 1 is the default, so blank means it. */
export const LINE_ITEM_TYPES = new Map<string, SalesOrderLine['itemType']>([
  ['', 'regular'],
  ['1', 'regular'],
  ['2', 'special'],
  ['3', 'charge'],
  ['4', 'comment'],
  ['5', 'miscellaneous']
]);

/** The salesperson as `01-0100`; null where no number is filled in. */
export function documentSalesperson(
  row: RowOf<typeof documentSalespersonColumns, keyof typeof documentSalespersonColumns>
): string | null {
  return row.SalespersonNo === '' ? null : `${row.SalespersonDivisionNo}-${row.SalespersonNo}`;
}
