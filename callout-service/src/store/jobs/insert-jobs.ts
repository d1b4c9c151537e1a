import { inFewSizes } from '../few-sizes.ts';
import type { StoreContext } from '../store-context.ts';
import type { JobDraft } from './job-draft.ts';

export interface JobToInsert {
  readonly draft: JobDraft;
  readonly state: 'ready' | 'waiting';
}

/** Puts rows in and gives their ids back, in the same order: both databases count up from row to row. */
export async function insertJobs(
  { database, dialect }: StoreContext,
  jobs: readonly JobToInsert[]
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const chunk of inFewSizes(jobs)) {
    const rows = await database
      .insertInto('job')
      .values(
        chunk.map(({ draft, state }) => ({
          lane: draft.lane,
          key: draft.key ?? null,
          state,
          payload_json: draft.payloadText,
          enqueued_at: dialect.now(),
          run_at: draft.runAt ?? dialect.now()
        }))
      )
      .returning('id')
      .execute();
    // In which order rows come back is not promised.
    ids.push(...rows.map(({ id }) => id).toSorted((one, other) => one - other));
  }
  return ids;
}
