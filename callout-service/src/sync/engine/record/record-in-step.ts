import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { JobContext, JobHandler, JobResult } from '../../../jobs/handler.ts';
import type { ClaimedJob } from '../../../store/port/job.ts';
import { lanes } from '../../lanes.ts';
import { readPayload } from '../../write-back/read-payload.ts';
import { recordInStepSchema } from '../payloads.ts';
import { createSageMatcher, type SageMatcher } from './match-in-sage.ts';
import { bringMirrorRecord } from './mirror-record.ts';
import { pairAtWork } from './pair-at-work.ts';
import type { RecordParts } from './record-parts.ts';
import type { RecordWork } from './record-work.ts';
import { bringTwoWayRecord } from './two-way-record.ts';

export type { RecordParts } from './record-parts.ts';

/** Jobs that one process works at once: those that write to Sage wait for its one writer. */
const CONCURRENCY = 4;

/**
 * Makes the handler that brings one record in step in both directions. It reads both sides as they are now, so that a job
 * that comes late or twice does no harm, and needs no look-up after an attempt of which nothing is known.
 */
export function createRecordInStep(parts: RecordParts): JobHandler {
  const matcher = createSageMatcher(parts);
  return {
    lane: lanes.recordInStep,
    concurrency: CONCURRENCY,
    ...(parts.gate !== undefined && { gate: parts.gate }),
    run: (job, context) => bring(parts, matcher, job, context)
  };
}

async function bring(
  parts: RecordParts,
  matcher: SageMatcher,
  job: ClaimedJob,
  { signal }: JobContext
): Promise<JobResult | undefined> {
  const work = await workOf(parts, matcher, job, signal);
  if (!work.at.isTwoWay) return bringMirrorRecord(work);
  await bringTwoWayRecord(work);
  return undefined;
}

async function workOf(
  parts: RecordParts,
  matcher: SageMatcher,
  job: ClaimedJob,
  signal: AbortSignal
): Promise<RecordWork> {
  const wanted = readPayload(recordInStepSchema, job);
  const pair = parts.pairs(wanted.pair);
  const settings = await parts.settings.find(wanted.pair);
  if (settings?.active !== true)
    throw new LedgerBridgeError('LB788', { detail: `${pair.label} are not switched on.` });
  const at = await pairAtWork(parts, { pair, mapping: await parts.settings.mapping(wanted.pair) });
  const reads = pair.reads(parts.sage.records);
  return {
    ...{ parts, at, reads, settings, wanted, signal },
    job: { id: job.id, attempt: job.attempt },
    startedAt: parts.clock().toISO(),
    inSage: async (salesforce) => (salesforce === undefined ? undefined : matcher.find(at, reads, salesforce))
  };
}
