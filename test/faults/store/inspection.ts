import { judgeLedger, readLedger, type LedgerFigures } from './effects-ledger.ts';
import type { Acknowledged } from './acknowledged.ts';
import { openPlace, SOURCE_CURSOR, type StorePlace } from './place.ts';
import { readRows, type Rows } from './rows.ts';

/** What was found in a store after a fault; all counts are of things that must not be. */
export interface Inspection {
  readonly openMs: number;
  readonly lostJobs: number;
  readonly lostCompletions: number;
  readonly enqueuedTwice: number;
  /** Completions whose link or cursor is not there, or the other way round; cursors apart from the jobs of their source. */
  readonly halfDone: number;
  /** Completed although the effect is in no ledger. */
  readonly withoutEffect: number;
  /** What the store and the database themselves object to. */
  readonly unsound: readonly string[];
  readonly ledger: LedgerFigures;
  readonly unfinished: number;
}

export interface InspectionOrder {
  readonly place: StorePlace;
  readonly acknowledged: Acknowledged;
  readonly ledger: string;
  readonly endedProcesses: ReadonlySet<string>;
}

/** Opens the store as the service would, and compares it with everything that was acknowledged. */
export async function inspect(order: InspectionOrder): Promise<Inspection> {
  const startedAt = performance.now();
  const store = await openPlace(order.place);
  const openMs = performance.now() - startedAt;
  try {
    const findings = await store.upkeep.check();
    const unsound = findings.map(({ what, subject }) => `${what} (${subject})`);
    return { openMs, unsound, ...compare(await readRows(order.place), order) };
  } finally {
    await store.close();
  }
}

function compare(
  { jobs, linked, cursors }: Rows,
  { acknowledged, ledger: file, endedProcesses }: InspectionOrder
): Omit<Inspection, 'openMs' | 'unsound'> {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const done = jobs.filter(({ state }) => state === 'done');
  const ledger = judgeLedger(readLedger(file), endedProcesses);
  const count = <T>(all: Iterable<T>, isWrong: (each: T) => boolean): number =>
    [...all].filter(isWrong).length;
  const counted = cursors
    .filter(({ name }) => name !== SOURCE_CURSOR)
    .reduce((sum, { value }) => sum + Number(value), 0);
  return {
    lostJobs: count(acknowledged.enqueued, ([number, id]) => byId.get(id)?.number !== number),
    lostCompletions: count(acknowledged.completed, (id) => byId.get(id)?.state !== 'done'),
    enqueuedTwice: jobs.length - new Set(jobs.map(({ number }) => number)).size,
    halfDone:
      count(done, ({ id }) => !linked.has(id)) +
      count(linked, (id) => byId.get(id)?.state !== 'done') +
      Math.abs(counted - done.length) +
      (sourceStands({ jobs, cursors }) ? 0 : 1),
    withoutEffect: count(done, ({ id }) => !ledger.effects.has(id)),
    ledger,
    unfinished: jobs.length - done.length
  };
}

/** The cursor of the source is that of the youngest jobs read from it. */
function sourceStands({ jobs, cursors }: Pick<Rows, 'jobs' | 'cursors'>): boolean {
  const read = jobs.filter(({ source }) => source).map(({ number }) => number);
  const cursor = cursors.find(({ name }) => name === SOURCE_CURSOR);
  return Number(cursor?.value ?? 0) === Math.max(0, ...read);
}
