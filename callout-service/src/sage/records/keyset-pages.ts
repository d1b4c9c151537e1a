import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { conditionsBehind, type Conditions } from './key-conditions.ts';
import type { LiveTable } from './live-table.ts';
import { isSafeKey, keyText, rawKeyOf, type RawKey } from './raw-key.ts';
import type { SqlReader } from './sql-reader.ts';

export interface PageRequest {
  readonly table: LiveTable;
  /** What to read; the columns of the order must be among them. */
  readonly columns: readonly [string, ...string[]];
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
export async function* keysetPages(
  reader: SqlReader,
  dialect: SqlDialect,
  request: PageRequest
): AsyncGenerator<readonly CellRow[]> {
  const { table, columns, order } = request;
  let after = request.after;
  // Rows behind `after` that were given already, because no statement can carry their keys.
  let given = new Set<string>();
  for (;;) {
    const size = request.size + given.size;
    const rows = await readPage(reader, dialect, { ...request, after, size });
    const keys = rows.map((row) => rawKeyOf(row, columns, order, table.columns));
    refuseToStandStill(request, after, keys);
    const fresh = rows.filter((_, index) => !given.has(keyText(keys[index] ?? [])));
    if (fresh.length > 0) yield fresh;
    if (rows.length < size) return;
    const last = keys.findLastIndex((key) => isSafeKey(key, order, table.columns));
    after = keys[last] ?? after;
    given = new Set(keys.slice(last + 1).map(keyText));
  }
}

async function readPage(
  reader: SqlReader,
  dialect: SqlDialect,
  request: PageRequest
): Promise<readonly CellRow[]> {
  const { table, columns, where, order, after, size, priority, deadlineMs } = request;
  const statements = conditionsBehind(order, after).map(
    (behind) =>
      dialect.select(table, { columns, where: [...where, ...behind], orderBy: order, top: size }).sql
  );
  const results = await reader.read(statements, {
    stopAfterRows: size,
    priority,
    ...(deadlineMs === undefined ? {} : { deadlineMs })
  });
  return results.flat().slice(0, size);
}

/** A database that gives what is not behind the key would be read for ever. */
function refuseToStandStill({ table, order }: PageRequest, after: RawKey, keys: readonly RawKey[]): void {
  if (after.length < order.length) return;
  const last = keyText(after);
  if (!keys.some((key) => keyText(key) === last)) return;
  throw new LedgerBridgeError('LB308', {
    detail: `Sage gave a record of ${table.name} again that does not stand behind itself.`
  });
}
