import { keysetPages } from '../records/keyset-pages.ts';
import { readChildRows, type ChildRows } from '../records/child-rows.ts';
import type { LiveTable } from '../records/live-table.ts';
import { keyText, rawKeyOf, type RawKey } from '../records/raw-key.ts';
import type { TableReader } from '../records/table-reader.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { ProjectedRow } from '../port/sage-projections.ts';
import { readAhead } from './read-ahead.ts';
import type { KeyParts, ProjectionSource } from './projection.ts';
import { createRowReader, digestOf, type RowReader } from './row-reader.ts';

/** A projected row with the first column of its key in Sage, by which tables are read side by side. */
export interface StreamedRow extends ProjectedRow {
  readonly order: string;
}

/** Columns that a projection reads: the key first, which a statement goes on behind. */
export function columnsRead(
  { table, columns }: ProjectionSource,
  live: LiveTable
): readonly [string, ...string[]] {
  if (columns === undefined) return live.names;
  const shown = columns.filter((column) => Object.hasOwn(live.columns, column));
  const [first, ...others] = new Set([...table.key, ...shown]);
  if (first === undefined) throw new TypeError(`${table.name} has no key`);
  return [first, ...others];
}

/** Reads rows of the source by their columns; the columns of the key do not count, since the key tells them. */
export function rowReaderOf(source: ProjectionSource, live: LiveTable): RowReader {
  const { table, columns = Object.keys(table.columns) } = source;
  const wanted = columns.filter((column) => !table.key.includes(column));
  return createRowReader(table, live, { names: columnsRead(source, live), wanted });
}

/** The rows of one table with what belongs to them, page by page in Sage's order. */
export async function* streamTable(
  reader: TableReader,
  source: ProjectionSource,
  { after, size }: { readonly after: RawKey; readonly size: number }
): AsyncGenerator<readonly StreamedRow[]> {
  const { table, children } = source;
  const pages = keysetPages(reader, {
    table,
    columnsOf: (live) => columnsRead(source, live),
    where: [],
    order: table.key,
    after,
    size,
    priority: 'background'
  });
  let shape: { readonly live: LiveTable; readonly own: RowReader } | undefined;
  for await (const page of readAhead(pages)) {
    if (shape?.live !== page.table) shape = { live: page.table, own: rowReaderOf(source, page.table) };
    const parents = {
      table: { ...page.table, names: columnsRead(source, page.table) },
      rows: page.rows,
      withoutGaps: true
    };
    const parts: ChildRows[] = [];
    for (const child of children) {
      parts.push(await readChildRows(reader, child, parents, 'background'));
    }
    const project = projector(source, shape, parts.map(contentOfChild));
    yield page.rows.flatMap(project);
  }
}

interface ChildContent {
  readonly definition: ChildRows['definition'];
  readonly contentOf: (parent: CellRow) => readonly string[];
}

function projector(
  source: ProjectionSource,
  { live, own }: { readonly live: LiveTable; readonly own: RowReader },
  children: readonly ChildContent[]
) {
  const names = columnsRead(source, live);
  const [orderColumn = ''] = source.table.key;
  return (row: CellRow): readonly StreamedRow[] => {
    const ofChildren = children.map(({ contentOf }) => contentOf(row));
    const parts: KeyParts = {
      text: (column) => own.text(row, column),
      has: (child) => {
        const place = children.findIndex(({ definition }) => definition === child);
        return (ofChildren[place] ?? []).length > 0;
      }
    };
    const key = source.keyOf(parts);
    if (key === undefined) return [];
    const order = keyText(rawKeyOf(row, names, [orderColumn], live.columns));
    const content = own.content(row);
    return [
      {
        key,
        order,
        digest: digestOf(children.length === 0 ? content : JSON.stringify([content, ofChildren]))
      }
    ];
  };
}

/** In an order of their own, since the rows of a record need not come in the same one. */
function contentOfChild(rows: ChildRows): ChildContent {
  const readers = new Map<LiveTable, RowReader>();
  const readerOf = (live: LiveTable): RowReader => {
    const known = readers.get(live);
    if (known !== undefined) return known;
    const { table } = rows.definition;
    const reader = createRowReader(table, live, { names: live.names, wanted: Object.keys(table.columns) });
    readers.set(live, reader);
    return reader;
  };
  return {
    definition: rows.definition,
    contentOf(parent) {
      const found = rows.of(parent);
      if (found === undefined) return [];
      const reader = readerOf(found.table);
      return found.rows.map((row) => reader.content(row)).toSorted();
    }
  };
}
