import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { AnyTable } from '../catalogue/table.ts';
import { conditionsBehind, type Conditions } from './key-conditions.ts';
import type { LiveTable } from './live-table.ts';
import { rowsAtOnce } from './rows-at-once.ts';
import { cursorOf, isPadded, keyText, rawKeyOf, type RawKey } from './raw-key.ts';
import type { TableReader, TableRows } from './table-reader.ts';

export interface PageRequest {
  readonly table: AnyTable;
  /** What to read; the columns of the order must be among them. */
  readonly columnsOf: (table: LiveTable) => readonly [string, ...string[]];
  /** What all rows have in common. */
  readonly where: Conditions;
  /** Columns that, together with `where`, tell every row from the others. */
  readonly order: readonly string[];
  /** Where to begin: behind this key, or behind everything that begins with it. */
  readonly after: RawKey;
  readonly size: number;
  readonly priority: 'interactive' | 'background';
  /** Time for one page, instead of the configured one. */
  readonly deadlineMs?: number;
}

/**
 * Pages of rows in the order of their key, each asked for when the consumer comes for it. Only one is in memory. Rows that
 * come or go meanwhile do no harm: every page begins behind the last key of the one before, as the database compares
 * keys (binary with ProvideX; SQL Server by its collation, which may take small and capital letters for the same).
 */
export async function* keysetPages(reader: TableReader, request: PageRequest): AsyncGenerator<TableRows> {
  const { columnsOf, order } = request;
  const live = await reader.fit(request.table);
  const most = Math.min(request.size, rowsAtOnce({ ...live, names: columnsOf(live) }));
  let after = request.after;
  // Rows behind `after` that were given already: no statement can carry their keys, or not so that they stay behind.
  let given = new Set<string>();
  for (;;) {
    const size = most + given.size;
    const { table, rows } = await readPage(reader, { ...request, after, size });
    const names = columnsOf(table);
    const keys = rows.map((row) => rawKeyOf(row, names, order, table.columns));
    const cursor = keyText(after);
    if (!given.has(cursor) && keys.some((key) => keyText(key) === cursor)) {
      refuseUnlessPadded(rows, names, order, after, table);
      given.add(cursor);
      continue;
    }
    const fresh = rows.filter((_, index) => !given.has(keyText(keys[index] ?? [])));
    if (fresh.length > 0) yield { table, rows: fresh };
    if (rows.length < size) return;
    if (fresh.length === 0) throw standsStill(table);
    const cursors = keys.map((key) => cursorOf(key, order, table.columns));
    const last = cursors.findLastIndex((each) => each !== undefined);
    after = cursors[last] ?? after;
    given = new Set(keys.slice(last + 1).map(keyText));
  }
}

async function readPage(reader: TableReader, request: PageRequest): Promise<TableRows> {
  const { table, columnsOf, where, order, after, size, priority, deadlineMs } = request;
  const selectsOf = (live: LiveTable) =>
    conditionsBehind(order, after).map((behind) => ({
      columns: columnsOf(live),
      where: [...where, ...behind],
      orderBy: order,
      top: size
    }));
  const manner = { stopAfterRows: size, priority, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
  const page = await reader.read(table, selectsOf, manner);
  return { ...page, rows: page.rows.slice(0, size) };
}

/**
 * To a driver that leaves the padding to its values, `ABF` with blanks behind it may stand behind `ABF`: it comes again,
 * but as the first. A database that gives anything else again would be read for ever.
 */
function refuseUnlessPadded(
  [first = []]: TableRows['rows'],
  names: readonly string[],
  order: readonly string[],
  after: RawKey,
  table: LiveTable
): void {
  const isCursor = keyText(rawKeyOf(first, names, order, table.columns)) === keyText(after);
  if (!isCursor || !isPadded(first, names, order, table.columns)) throw standsStill(table);
}

function standsStill({ name }: LiveTable): LedgerBridgeError {
  return new LedgerBridgeError('LB308', {
    detail: `Sage gave a record of ${name} again that does not stand behind itself.`
  });
}
