import { z } from 'zod';
import type { KeyOfLane } from '../dialect/store-dialect.ts';
import type { IdempotentRequest, KnownRequest } from '../port/idempotency.ts';
import type { EnqueuedJob } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { distinctKeys, headedKeys, keyName } from './headed-keys.ts';
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
    return drafts.map((draft) => {
      const id = ids.get(draft);
      return id === undefined
        ? repeatedJob(draft, { known, owners, ids })
        : { id, duplicate: false, sameContent: true };
    });
  });
}

interface Enqueued {
  readonly known: ReadonlyMap<string, KnownRequest>;
  /** The drafts that became jobs. */
  readonly owners: readonly JobDraft[];
  readonly ids: ReadonlyMap<JobDraft, number>;
}

function keysOf(drafts: readonly JobDraft[]): readonly KeyOfLane[] {
  return distinctKeys(drafts.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key })));
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

/** What a draft answers that did not become a job: the one of then, or the one earlier in the same batch. */
function repeatedJob({ request }: JobDraft, { known, owners, ids }: Enqueued): EnqueuedJob {
  if (request === undefined) throw new Error('A job was not put in');
  const before = known.get(nameOf(request));
  if (before?.outcome === 'known') {
    return { id: jobAnswer.parse(before.answer).jobId, duplicate: true, sameContent: before.sameContent };
  }
  const [owner, id] = ownerOf(nameOf(request), { owners, ids });
  return { id, duplicate: true, sameContent: owner.fingerprint === request.fingerprint };
}

function ownerOf(
  name: string,
  { owners, ids }: Omit<Enqueued, 'known'>
): readonly [owner: IdempotentRequest, id: number] {
  for (const draft of owners) {
    const id = ids.get(draft);
    if (draft.request !== undefined && id !== undefined && nameOf(draft.request) === name)
      return [draft.request, id];
  }
  throw new Error('A job was neither put in nor known');
}
