import type { CellRow } from '../odbc/protocol.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import type { ChildDefinition } from './definition.ts';
import { chunks, conditionsOfKeys } from './key-conditions.ts';
import type { LiveTable } from './live-table.ts';
import { isSafeKey, keyText, rawKeyOf } from './raw-key.ts';
import type { SqlReader } from './sql-reader.ts';

/** Statements ask for the children of at most so many records at once. */
const MAX_PARENTS = 200;

/** The rows of one table that belong to some records. */
export interface ChildRows {
  readonly definition: ChildDefinition<unknown>;
  readonly table: LiveTable;
  of(parent: CellRow): readonly CellRow[];
}

/** Reads the rows of one table that belong to `parents`, which are rows of `parentTable`. */
export async function readChildRows(
  { reader, dialect }: { readonly reader: SqlReader; readonly dialect: SqlDialect },
  child: { readonly definition: ChildDefinition<unknown>; readonly table: LiveTable },
  parents: { readonly table: LiveTable; readonly rows: readonly CellRow[] },
  priority: 'interactive' | 'background'
): Promise<ChildRows> {
  const { definition, table } = child;
  const columns = definition.on.map(({ column }) => column);
  const parentColumns = definition.on.map(({ parentColumn }) => parentColumn);
  const linkOf = (row: CellRow) => rawKeyOf(row, parents.table.names, parentColumns, parents.table.columns);
  const links = parents.rows.map(linkOf).filter((link) => isSafeKey(link, columns, table.columns));
  const byParent = new Map<string, CellRow[]>();
  for (const chunk of chunks(links, MAX_PARENTS)) {
    const statements = conditionsOfKeys(columns, chunk).map(
      (where) => dialect.select(table, { columns: table.names, where, orderBy: definition.orderBy }).sql
    );
    const results = await reader.read(statements, { priority });
    for (const row of results.flat()) {
      const text = keyText(rawKeyOf(row, table.names, columns, table.columns));
      const rows = byParent.get(text);
      if (rows === undefined) byParent.set(text, [row]);
      else rows.push(row);
    }
  }
  return { definition, table, of: (parent) => byParent.get(keyText(linkOf(parent))) ?? [] };
}
