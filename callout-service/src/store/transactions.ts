import type { ControlledTransaction, Kysely } from 'kysely';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { OpenedDatabase, StoreDialect } from './dialect/store-dialect.ts';
import type { StoreDatabase } from './schema/store-database.ts';
import type { StoreContext } from './store-context.ts';

/** After so many deadlocks in a row something else is wrong. */
const MAX_RUNS = 5;

export type ContextSettings = Pick<StoreContext, 'retryPolicyOf' | 'random'>;

/** The context in which each piece of work gets a transaction of its own. */
export function contextOf(opened: OpenedDatabase, settings: ContextSettings): StoreContext {
  return {
    ...settings,
    database: opened.database,
    reader: opened.reader,
    dialect: opened.dialect,
    inTransaction: (work) => runTransaction(opened, settings, work),
    announceDue() {
      throw new Error('Jobs become due within a transaction');
    }
  };
}

async function runTransaction<T>(
  opened: OpenedDatabase,
  settings: ContextSettings,
  work: (context: StoreContext) => Promise<T>
): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await runOnce(opened, settings, work);
    } catch (error) {
      if (run < MAX_RUNS && opened.dialect.mayRunAgain(error)) continue;
      throw opened.dialect.faultOf(error) ?? error;
    }
  }
}

async function runOnce<T>(
  opened: OpenedDatabase,
  settings: ContextSettings,
  work: (context: StoreContext) => Promise<T>
): Promise<T> {
  const { database, dialect } = opened;
  const due = new Set<string>();
  const transaction = await database.startTransaction().execute();
  const result = await undoOnFailure(transaction, async () => {
    const done = await work(withinTransaction({ transaction, dialect, due }, settings));
    if (due.size > 0) await dialect.announceDue(transaction, [...due]);
    return done;
  });
  await commit(transaction, dialect);
  if (due.size > 0) opened.committed([...due]);
  return result;
}

function withinTransaction(
  {
    transaction,
    dialect,
    due
  }: { transaction: Kysely<StoreDatabase>; dialect: StoreDialect; due: Set<string> },
  settings: ContextSettings
): StoreContext {
  const context: StoreContext = {
    ...settings,
    database: transaction,
    reader: transaction,
    dialect,
    inTransaction: (work) => work(context),
    announceDue: (lane) => void due.add(lane)
  };
  return context;
}

async function undoOnFailure<T>(
  transaction: ControlledTransaction<StoreDatabase>,
  work: () => Promise<T>
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Where even that fails the connection is lost, and with it the transaction: the first failure is what counts.
    await transaction
      .rollback()
      .execute()
      .catch(() => undefined);
    throw error;
  }
}

/** A broken connection here is not like any other: the database may have committed before it broke. */
async function commit(
  transaction: ControlledTransaction<StoreDatabase>,
  dialect: StoreDialect
): Promise<void> {
  try {
    await transaction.commit().execute();
  } catch (error) {
    const fault = dialect.faultOf(error);
    await transaction
      .rollback()
      .execute()
      .catch(() => undefined);
    if (fault?.code !== 'LB602') throw error;
    throw new LedgerBridgeError('LB607', {
      detail: 'The connection to the store broke while a change was being committed.',
      cause: error
    });
  }
}
