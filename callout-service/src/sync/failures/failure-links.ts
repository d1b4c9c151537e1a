import { z } from 'zod';
import type { StoreContent } from '../../store/port/store.ts';
import type { FailureState } from './failure-state.ts';

/** Entity of the cross-reference that keeps which job has an unresolved failure record: Salesforce id and job. */
const ENTITY = 'sync-failure';
const agreedSchema = z.object({
  state: z.enum(['Open', 'Replayed', 'Skipped', 'Resolved']),
  replays: z.int()
});

/** A failure record in Salesforce that is not resolved yet, as it was last written. */
export interface OpenFailure {
  readonly jobId: number;
  readonly recordId: string;
  readonly state: FailureState;
  readonly replays: number;
}

/** Keeps that the record was written so; one that needs no further look is forgotten. */
export async function rememberFailure(
  { links }: Pick<StoreContent, 'links'>,
  { jobId, recordId, state, replays }: OpenFailure
): Promise<void> {
  if (state === 'Resolved' || state === 'Skipped') {
    const known = await links.bySageKey(ENTITY, String(jobId));
    if (known !== undefined) await links.remove(ENTITY, known.salesforceId);
    return;
  }
  await links.put({
    entity: ENTITY,
    salesforceId: recordId,
    sageKey: String(jobId),
    agreed: { state, replays },
    mappingVersion: undefined
  });
}

/** All of them, by pages. */
export async function* openFailures({
  links
}: Pick<StoreContent, 'links'>): AsyncGenerator<readonly OpenFailure[]> {
  for (let after: string | undefined; ;) {
    const page = await links.page(ENTITY, PAGE, after);
    yield page.map(({ salesforceId, sageKey, agreed }) => ({
      jobId: Number(sageKey),
      recordId: salesforceId,
      ...agreedSchema.parse(agreed)
    }));
    after = page.at(-1)?.sageKey;
    if (page.length < PAGE) return;
  }
}

const PAGE = 500;
