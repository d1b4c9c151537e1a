import { z } from 'zod';
import type { KeyOfLane } from '../dialect/store-dialect.ts';
import type { KnownRequest } from '../port/idempotency.ts';
import type { EnqueuedJob } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { headedKeys, keyName } from './headed-keys.ts';
import { insertJobs, type JobToInsert } from './insert-jobs.ts';
import type { JobDraft } from './job-draft.ts';
import { keepAnswers, nameOf, takeKeys } from './take-keys.ts';

/** What a known idempotency key of a job answers. */
const jobAnswer = z.object({ jobId: z.number() });

/** Puts jobs in, all or none, in their order; those whose idempotency key is known are there already. */
export function enqueueDrafts(
  context: StoreContext,
  drafts: readonly JobDraft[]
): Promise<readonly EnqueuedJob[]> {
  if (drafts.length === 0) return Promise.resolve([]);
  return context.inTransaction(async (within) => {
    const keys = keysOf(drafts);
    // First of all: the order of a key is the order in which producers hold it.
    await within.dialect.lockKeys(within.database, keys);
    const known = await takeKeys(
      within,
      drafts.flatMap(({ request }) => request ?? [])
    );
    const owners = ownersOf(drafts, known);
    const ids = await insertInOrder(within, owners, keys);
    await answerRepetitions(within, ids);
    return drafts.map((draft) => enqueuedJob(draft, { known, owners, ids }));
  });
}

interface Enqueued {
  readonly known: ReadonlyMap<string, KnownRequest>;
  /** The drafts that became jobs. */
  readonly owners: readonly JobDraft[];
  readonly ids: ReadonlyMap<JobDraft, number>;
}

function keysOf(drafts: readonly JobDraft[]): readonly KeyOfLane[] {
  const keys = drafts.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key }));
  return [...new Map(keys.map((key) => [keyName(key), key])).values()];
}

/** Of several with one idempotency key the first becomes a job. */
function ownersOf(
  drafts: readonly JobDraft[],
  known: ReadonlyMap<string, KnownRequest>
): readonly JobDraft[] {
  const seen = new Set<string>();
  return drafts.filter(({ request }) => {
    if (request === undefined) return true;
    const name = nameOf(request);
    if (seen.has(name) || known.get(name)?.outcome === 'known') return false;
    seen.add(name);
    return true;
  });
}

/** The first job of a key that nobody heads is its head; the others wait. */
async function insertInOrder(
  context: StoreContext,
  drafts: readonly JobDraft[],
  keys: readonly KeyOfLane[]
): Promise<ReadonlyMap<JobDraft, number>> {
  const headed = new Set(await headedKeys(context, keys));
  const jobs = drafts.map((draft): JobToInsert => {
    const { lane, key } = draft;
    if (key === undefined) return { draft, state: 'ready' };
    const name = keyName({ lane, key });
    const state = headed.has(name) ? 'waiting' : 'ready';
    headed.add(name);
    return { draft, state };
  });
  const ids = await insertJobs(context, jobs);
  for (const { draft, state } of jobs) if (state === 'ready') context.announceDue(draft.lane);
  return new Map(drafts.map((draft, index) => [draft, ids[index] ?? Number.NaN]));
}

async function answerRepetitions(context: StoreContext, ids: ReadonlyMap<JobDraft, number>): Promise<void> {
  const answers = [...ids].flatMap(([{ request }, jobId]) =>
    request === undefined ? [] : { ...request, answerText: JSON.stringify({ jobId }) }
  );
  await keepAnswers(context, answers);
}

function enqueuedJob(draft: JobDraft, { known, owners, ids }: Enqueued): EnqueuedJob {
  const own = ids.get(draft);
  if (own !== undefined) return { id: own, duplicate: false, sameContent: true };
  const name = draft.request === undefined ? '' : nameOf(draft.request);
  const before = known.get(name);
  if (before?.outcome === 'known') {
    const { jobId } = jobAnswer.parse(before.answer);
    return { id: jobId, duplicate: true, sameContent: before.sameContent };
  }
  const owner = owners.find(({ request }) => request !== undefined && nameOf(request) === name);
  if (owner === undefined) throw new Error('A job was neither put in nor known');
  return {
    id: ids.get(owner) ?? Number.NaN,
    duplicate: true,
    sameContent: owner.request?.fingerprint === draft.request?.fingerprint
  };
}
