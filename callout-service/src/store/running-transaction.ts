import type { StoreContext } from './store-context.ts';

/** What the parts of one transaction have in common. */
export interface RunningTransaction {
  /** Lanes that have something due once it is committed. */
  readonly due: Set<string>;
  ended: boolean;
  /** Of the first part that failed. */
  failure: unknown;
}

/** Work that joins the transaction. */
export interface JoiningContext {
  run<T>(work: (context: StoreContext) => Promise<T>): Promise<T>;
}

type Base = Omit<StoreContext, 'reader' | 'inTransaction' | 'announceDue'>;

/**
 * Contexts within one transaction. Its parts run one after the other, since two at once would mix their statements, and
 * one that is not awaited would be committed in half: both are faults of the program, and are refused on both databases.
 */
export function joiningContext(running: RunningTransaction, base: Base): JoiningContext {
  return { run: (work) => runPart(running, base, work) };
}

async function runPart<T>(
  running: RunningTransaction,
  base: Base,
  work: (context: StoreContext) => Promise<T>
): Promise<T> {
  let part: Promise<unknown> | undefined;
  const context: StoreContext = {
    ...base,
    reader: base.database,
    inTransaction(inner) {
      const misuse = misuseOf(running, part);
      if (misuse !== undefined) return Promise.reject(misuse);
      const begun = runPart(running, base, inner).finally(() => (part = undefined));
      part = begun;
      return begun;
    },
    announceDue(lane) {
      running.due.add(lane);
    }
  };
  try {
    const result = await work(context);
    if (part === undefined) return result;
    throw await unawaited(part);
  } catch (error) {
    running.failure ??= error;
    throw error;
  }
}

function misuseOf(running: RunningTransaction, part: Promise<unknown> | undefined): Error | undefined {
  if (running.ended) return new Error('The transaction has ended already');
  if (part === undefined) return undefined;
  const misuse = new Error('The parts of a transaction are awaited one by one');
  running.failure ??= misuse;
  return misuse;
}

/** Waits for it all the same, so that nothing of it comes after the end. */
async function unawaited(part: Promise<unknown>): Promise<Error> {
  await part.catch(() => undefined);
  return new Error('A part of the transaction was not awaited: nothing of it was committed');
}
