import { sql, type Kysely } from 'kysely';
import type { OpenedDatabase, StoreDialect } from '../dialect/store-dialect.ts';
import { versionOfStore } from '../migrations/migrate.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { LinesDigest, type ExportHead, type ExportRow } from './export-format.ts';
import { countedTables, exportedTables, type ExportedTable } from './exported-tables.ts';

/** Rows read at once. */
const PAGE = 500;

/** Writes everything as it was at one moment, line by line; others read and write meanwhile. */
export async function exportStore(
  { reader, dialect }: Pick<OpenedDatabase, 'reader' | 'dialect'>,
  write: (line: string) => Promise<void>
): Promise<{ readonly rows: number }> {
  const digest = new LinesDigest();
  const add = async (content: ExportHead | ExportRow): Promise<void> => {
    const line = JSON.stringify(content);
    digest.add(line);
    await write(line);
  };
  const rows = await reader.transaction().execute(async (within) => {
    await dialect.holdMoment(within);
    await add(await headOf(within, dialect));
    let count = 0;
    for (const table of exportedTables) {
      for await (const row of rowsOf(within, table)) {
        await add({ table: table.name, row });
        count += 1;
      }
    }
    return count;
  });
  await write(JSON.stringify({ rows, sha256: digest.hex }));
  return { rows };
}

async function headOf(database: Kysely<StoreDatabase>, dialect: StoreDialect): Promise<ExportHead> {
  const counters: Record<string, number> = {};
  for (const table of countedTables) counters[table] = await dialect.lastId(database, table);
  return {
    kind: 'ledger-bridge-store',
    format: 1,
    schemaVersion: (await versionOfStore(database, dialect)) ?? '',
    exportedAt: new Date().toISOString(),
    counters
  };
}

async function* rowsOf(database: Kysely<StoreDatabase>, { name, key }: ExportedTable) {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const { rows } = await sql<ExportRow['row']>`select * from ${sql.table(name)} ${after}
      order by ${columns} limit ${PAGE}`.execute(database);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
  }
}
