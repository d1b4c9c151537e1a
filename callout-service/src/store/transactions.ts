import { AbortedTransactionError, type ControlledTransaction } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { OpenedDatabase, StoreDialect } from './dialect/store-dialect.ts';
import type { StoreDatabase } from './schema/store-database.ts';
import type { StoreContext } from './store-context.ts';
import { joiningContext, type RunningTransaction } from './running-transaction.ts';

/** After so many deadlocks in a row something else is wrong. */
const MAX_RUNS = 5;
/** Two that got in each other's way do not start again at the same moment. */
const PAUSE_MS = 10;

export type ContextSettings = Pick<StoreContext, 'retryPolicyOf' | 'random'>;

/** The context in which each piece of work gets a transaction of its own. */
export function contextOf(opened: OpenedDatabase, settings: ContextSettings): StoreContext {
  return {
    ...settings,
    database: opened.database,
    reader: opened.reader,
    dialect: opened.dialect,
    inTransaction: (work) => runTransaction(opened, settings, work),
    // A statement outside of a transaction is committed when it is answered.
    announceDue: (lane) => {
      tellSoon(opened, [lane]);
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
      if (run === MAX_RUNS || !opened.dialect.mayRunAgain(error))
        throw opened.dialect.faultOf(error) ?? error;
    }
    await wait(settings.random() * PAUSE_MS * 2 ** run);
  }
}

async function runOnce<T>(
  opened: OpenedDatabase,
  settings: ContextSettings,
  work: (context: StoreContext) => Promise<T>
): Promise<T> {
  const { dialect } = opened;
  const transaction = await opened.database.startTransaction().execute();
  const running: RunningTransaction = { due: new Set(), ended: false, failure: undefined };
  try {
    const result = await joiningContext(running, { ...settings, database: transaction, dialect }).run(work);
    if (running.failure !== undefined) throw partFailed(running.failure);
    await commit(transaction, dialect);
    const due = [...running.due];
    if (due.length > 0) tellSoon(opened, due);
    return result;
  } catch (error) {
    await rollBack(transaction);
    throw error;
  } finally {
    running.ended = true;
  }
}

/** What is committed stays so: a listener that fails must not make it look as if it had failed. */
function tellSoon(opened: OpenedDatabase, lanes: readonly string[]): void {
  queueMicrotask(() => {
    opened.committed(lanes);
  });
}

/** It may have done half of its changes, so the whole is undone, whether its error was caught or not. */
function partFailed(cause: unknown): Error {
  return new Error('Part of the transaction failed and its error was caught: nothing was committed', {
    cause
  });
}

/** A broken connection here is not like any other: the database may have committed before it broke. */
async function commit(
  transaction: ControlledTransaction<StoreDatabase>,
  dialect: StoreDialect
): Promise<void> {
  try {
    await transaction.commit().execute();
  } catch (error) {
    if (error instanceof AbortedTransactionError) throw partFailed(error);
    if (!dialect.mayBeCommitted(error)) throw error;
    throw new LedgerBridgeError('LB607', {
      detail: 'The connection to the store broke while a change was being committed.',
      cause: error
    });
  }
}

async function rollBack(transaction: ControlledTransaction<StoreDatabase>): Promise<void> {
  if (transaction.isCommitted) return;
  // Where even that fails the connection is lost, and with it the transaction: the first failure is what counts.
  await transaction
    .rollback()
    .execute()
    .catch(() => undefined);
}
