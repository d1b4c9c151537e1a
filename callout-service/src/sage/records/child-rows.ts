import type { CellRow } from '../odbc/protocol.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { conditionsOfLinks, conditionsOfRange, type ChildLinks } from './child-conditions.ts';
import type { ChildDefinition } from './definition.ts';
import type { LiveTable } from './live-table.ts';
import { isSafeKey, keyText, rawKeyOf } from './raw-key.ts';
import type { SqlReader } from './sql-reader.ts';

/** The rows of one table that belong to some records. */
export interface ChildRows {
  readonly definition: ChildDefinition<unknown>;
  readonly table: LiveTable;
  of(parent: CellRow): readonly CellRow[];
}

export interface ParentRows {
  readonly table: LiveTable;
  readonly rows: readonly CellRow[];
  /** Whether the rows stand in the order of their key with none left out, as in a scan. */
  readonly withoutGaps: boolean;
}

/** Reads the rows of one table that belong to `parents`. A record whose link is blank refers to nothing. */
export async function readChildRows(
  { reader, dialect }: { readonly reader: SqlReader; readonly dialect: SqlDialect },
  { definition, table }: Pick<ChildRows, 'definition' | 'table'>,
  parents: ParentRows,
  priority: 'interactive' | 'background'
): Promise<ChildRows> {
  const columns = definition.on.map(({ column }) => column);
  const parentColumns = definition.on.map(({ parentColumn }) => parentColumn);
  const linkOf = (row: CellRow) => rawKeyOf(row, parents.table.names, parentColumns, parents.table.columns);
  const links: ChildLinks = {
    columns,
    values: parents.rows
      .map(linkOf)
      .filter((link) => !link.includes('') && isSafeKey(link, columns, table.columns))
  };
  const inRange = parents.withoutGaps && haveTheSameFirst(definition, parents.table);
  const wheres = inRange ? conditionsOfRange(links) : conditionsOfLinks(links);
  const found: CellRow[] = [];
  for (const where of wheres) {
    const { sql } = dialect.select(table, { columns: table.names, where, orderBy: definition.orderBy });
    const [rows = []] = await reader.read([sql], { priority });
    for (const row of rows) found.push(row);
  }
  const byParent = Map.groupBy(found, (row) => keyText(rawKeyOf(row, table.names, columns, table.columns)));
  return { definition, table, of: (parent) => byParent.get(keyText(linkOf(parent))) ?? [] };
}

/** Whether the first link is between the first columns of both keys, so that ranges of the one are ranges of the other. */
function haveTheSameFirst({ on, table }: ChildDefinition<unknown>, parentTable: LiveTable): boolean {
  const [first] = on;
  return first?.column === table.key[0] && first?.parentColumn === parentTable.key[0];
}
