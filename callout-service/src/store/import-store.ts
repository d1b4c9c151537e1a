import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { OpenedDatabase } from './dialect/store-dialect.ts';
import { migrateStore, newestVersion, versionOfStore } from './migrations/migrate.ts';
import { storeMigrations } from './migrations/migrations.ts';
import { openDatabase, type StoreOptions } from './open-store.ts';
import type { StoreDatabase } from './schema/store-database.ts';
import {
  exportEndSchema,
  exportHeadSchema,
  exportRowSchema,
  LinesDigest,
  type ExportHead,
  type ExportRow
} from './upkeep/export-format.ts';
import { countedTables, exportedTables } from './upkeep/exported-tables.ts';

/** Rows written by one statement: 18 columns of a job stay far below SQLite's 32,766 parameters. */
const ROWS_PER_INSERT = 200;

/**
 * Puts an export into a place without a store, or with an empty one: all or nothing. An export of an earlier release is
 * brought to the newest version afterwards.
 * @throws LedgerBridgeError LB615 a file that is damaged, cut off or too new, or a store that has content; as `openStore`.
 */
export async function importStore(
  { database, companyCode }: Pick<StoreOptions, 'database' | 'companyCode'>,
  lines: AsyncIterable<string>
): Promise<{ readonly rows: number }> {
  // At once: what a file's lines are while nobody listens yet would be lost (node:readline).
  const reading = lines[Symbol.asyncIterator]();
  const opened = await openDatabase(database);
  try {
    const first = await reading.next();
    if (first.done === true) throw refusal('The file is empty.');
    const head = parsed(exportHeadSchema, first.value, 1);
    await prepare(opened, head);
    const rows = await writeAll(opened, { head, firstLine: first.value, companyCode }, reading);
    await migrateStore(opened);
    return { rows };
  } catch (error) {
    throw opened.dialect.faultOf(error) ?? error;
  } finally {
    await opened.close();
  }
}

/** The rows need the tables of their own version. */
async function prepare(opened: OpenedDatabase, { schemaVersion }: ExportHead): Promise<void> {
  if (!(schemaVersion in storeMigrations)) {
    throw refusal(`The file is of version ${schemaVersion}; this release knows ${newestVersion()}.`);
  }
  const found = await versionOfStore(opened.database, opened.dialect);
  if (found === undefined) return migrateStore(opened, schemaVersion);
  for (const { name } of exportedTables) {
    if (name !== 'store_fact' && (await hasRows(opened.database, name))) {
      throw refusal(`The store has content already, in ${name}.`);
    }
  }
  if (found !== schemaVersion) {
    throw refusal(
      `The file is of version ${schemaVersion}, the empty store of ${found}: import where there is no store yet.`
    );
  }
}

async function hasRows(database: Kysely<StoreDatabase>, table: keyof StoreDatabase): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(database);
  return rows.length > 0;
}

async function writeAll(
  { database, dialect }: OpenedDatabase,
  { head, firstLine, companyCode }: { head: ExportHead; firstLine: string; companyCode: string },
  reading: AsyncIterator<string>
): Promise<number> {
  return database.transaction().execute(async (within) => {
    await within.deleteFrom('store_fact').execute();
    const rows = await writeRows(within, firstLine, reading);
    for (const table of countedTables) await dialect.countOnFrom(within, table, head.counters[table] ?? 0);
    await refuseOtherCompany(within, companyCode);
    return rows;
  });
}

async function writeRows(
  database: Kysely<StoreDatabase>,
  firstLine: string,
  reading: AsyncIterator<string>
): Promise<number> {
  const digest = new LinesDigest();
  digest.add(firstLine);
  let rows = 0;
  let waiting: ExportRow[] = [];
  for (let lineNo = 2; ; lineNo += 1) {
    const next = await reading.next();
    if (next.done === true) throw refusal('The file ends before its last line: it was cut off.');
    const line = parsed(exportRowSchema.or(exportEndSchema), next.value, lineNo);
    if ('sha256' in line) {
      await insert(database, waiting);
      if (line.rows === rows && line.sha256 === digest.hex) return rows;
      throw refusal('The rows are not those that were exported: the digest differs.');
    }
    digest.add(next.value);
    rows += 1;
    if (waiting.length >= ROWS_PER_INSERT || (waiting[0] ?? line).table !== line.table) {
      await insert(database, waiting);
      waiting = [];
    }
    waiting.push(line);
  }
}

async function insert(database: Kysely<StoreDatabase>, lines: readonly ExportRow[]): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const columns = Object.keys(first.row);
  const values = lines.map(({ row }) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  await sql`insert into ${sql.table(first.table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(database);
}

async function refuseOtherCompany(database: Kysely<StoreDatabase>, companyCode: string): Promise<void> {
  const fact = await database
    .selectFrom('store_fact')
    .select('value')
    .where('name', '=', 'company')
    .executeTakeFirst();
  if (fact === undefined || fact.value === companyCode) return;
  throw new LedgerBridgeError('LB617', {
    detail: `The export is of company ${fact.value}, SAGE_COMPANY_CODE is ${companyCode}.`
  });
}

function parsed<Schema extends z.ZodType>(schema: Schema, line: string, lineNo: number): z.output<Schema> {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (error) {
    throw refusal(`Line ${lineNo} is no JSON.`, error);
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw refusal(`Line ${lineNo} is not what an export has there.`, result.error);
}

function refusal(detail: string, cause?: unknown): LedgerBridgeError {
  return new LedgerBridgeError('LB615', { detail, cause });
}
