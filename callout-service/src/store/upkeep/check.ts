import { sql, type Kysely, type Transaction } from 'kysely';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreFinding } from '../port/upkeep.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';
import { checkPostgresIndexes } from './check-postgres-indexes.ts';
import { checkRules, type CheckRule } from './check-rules.ts';
import { schedulesThatStopped } from './check-schedules.ts';

/** Findings of one kind that are told; more would be the same trouble again. */
const MAX_OF_A_KIND = 100;

/**
 * The database's own check and every rule of the state machine, at one moment of the store, while work goes on; empty
 * when all is sound.
 * @throws LedgerBridgeError LB602.
 */
export async function checkStore(
  opened: OpenedDatabase,
  context: StoreContext
): Promise<readonly StoreFinding[]> {
  try {
    const indexes = context.dialect.engine === 'postgres' ? await checkPostgresIndexes(opened.reader) : [];
    const rows = await opened.reader.transaction().execute((within) => checkAtOneMoment(within, context));
    return [...indexes, ...rows];
  } catch (error) {
    throw opened.dialect.faultOf(error) ?? error;
  }
}

async function checkAtOneMoment(
  within: Transaction<StoreDatabase>,
  { dialect }: StoreContext
): Promise<readonly StoreFinding[]> {
  await dialect.holdMoment(within);
  const pages = await dialect.checkPages(within);
  const findings = pages.map((what) => ({ what, subject: `pages of ${dialect.engine}` }));
  if (dialect.engine === 'sqlite') findings.push(...(await brokenReferences(within)));
  for (const rule of checkRules) findings.push(...(await findingsOf(within, rule)));
  findings.push(...(await schedulesThatStopped(within, dialect)));
  return findings;
}

async function findingsOf(
  within: Kysely<StoreDatabase>,
  { what, broken }: CheckRule
): Promise<readonly StoreFinding[]> {
  const { rows } = await sql<{ subject: string }>`select subject from (${broken}) as found
    limit ${sql.lit(MAX_OF_A_KIND)}`.execute(within);
  return rows.map(({ subject }) => ({ what, subject }));
}

/** SQLite does not look at references again once rows stand; PostgreSQL never lets them break. */
async function brokenReferences(within: Kysely<StoreDatabase>): Promise<readonly StoreFinding[]> {
  const { rows } = await sql<{
    table: string;
    rowid: number;
    parent: string;
  }>`pragma foreign_key_check`.execute(within);
  return rows.slice(0, MAX_OF_A_KIND).map(({ table, rowid, parent }) => ({
    what: `a row refers to a row of ${parent} that does not exist`,
    subject: `${table} ${rowid}`
  }));
}
