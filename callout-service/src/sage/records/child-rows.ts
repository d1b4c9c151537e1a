import type { CellRow } from '../odbc/protocol.ts';
import { conditionsOfLinks, conditionsOfRange, type ChildLinks } from './child-conditions.ts';
import type { ChildDefinition } from './definition.ts';
import type { LiveTable } from './live-table.ts';
import { isSafeKey, keyText, rawKeyOf } from './raw-key.ts';
import type { TableReader, TableRows } from './table-reader.ts';

/** The rows of one table that belong to some records. */
export interface ChildRows {
  readonly definition: ChildDefinition<unknown>;
  /** Undefined where there are none. */
  of(parent: CellRow): TableRows | undefined;
}

export interface ParentRows extends TableRows {
  /** Whether the rows stand in the order of their key with none left out, as in a scan. */
  readonly withoutGaps: boolean;
}

/** Reads the rows of one table that belong to `parents`. A record whose link is blank refers to nothing. */
export async function readChildRows(
  reader: TableReader,
  definition: ChildDefinition<unknown>,
  parents: ParentRows,
  priority: 'interactive' | 'background'
): Promise<ChildRows> {
  const parentColumns = definition.on.map(({ parentColumn }) => parentColumn);
  const linkOf = (row: CellRow) => rawKeyOf(row, parents.table.names, parentColumns, parents.table.columns);
  const links = linksTo(definition, parents.rows.map(linkOf));
  const inRange =
    parents.withoutGaps && !definition.holdsOthers && haveTheSameFirst(definition, parents.table);
  // A statement may find rows of records whose own statement comes later, and that one finds them again.
  const byLink = new Map<string, TableRows>();
  for (const where of inRange ? conditionsOfRange(links) : conditionsOfLinks(links)) {
    const selectsOf = (live: LiveTable) => [
      { columns: live.names, where, orderBy: definition.orderBy.filter((name) => name in live.columns) }
    ];
    const { table, rows } = await reader.read(definition.table, selectsOf, { priority });
    const found = Map.groupBy(rows, (row) =>
      keyText(rawKeyOf(row, table.names, links.columns, table.columns))
    );
    for (const [link, own] of found) byLink.set(link, { table, rows: own });
  }
  return { definition, of: (parent) => byLink.get(keyText(linkOf(parent))) };
}

function linksTo({ on, table }: ChildDefinition<unknown>, values: ChildLinks['values']): ChildLinks {
  const columns = on.map(({ column }) => column);
  return {
    columns,
    values: values.filter((link) => !link.includes('') && isSafeKey(link, columns, table.columns))
  };
}

/** Whether the first link is between the first columns of both keys, so that ranges of the one are ranges of the other. */
function haveTheSameFirst({ on, table }: ChildDefinition<unknown>, parentTable: LiveTable): boolean {
  const [first] = on;
  return first?.column === table.key[0] && first?.parentColumn === parentTable.key[0];
}
