import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type {
  RecordOutcome,
  SalesforceFields,
  SalesforceRecords
} from '../../salesforce/port/salesforce-records.ts';
import type { JobHistory } from '../../store/port/job.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { lanes } from '../lanes.ts';
import { rememberFailure } from './failure-links.ts';
import { failureFields, failureLookups } from './failure-record.ts';
import { failureStateOf } from './failure-state.ts';
import { syncFailureSchema } from './payloads.ts';

export interface FailureRecordParts {
  readonly records: Pick<SalesforceRecords, 'upsert'>;
  readonly companyCode: string;
  /** Of Salesforce. */
  readonly gate?: Gate;
}

/** Codes that a lookup can bring: its record is gone, or the user may not see it. */
const OF_LOOKUPS: ReadonlySet<ErrorCode> = new Set(['LB705', 'LB706', 'LB710']);

/**
 * Makes the handler that writes how a dead job stands to `Sync_Failure__c`, by its key, so that writing again does no
 * harm. It reads the job when it runs: what came in between is in it.
 */
export function createFailureRecords(parts: FailureRecordParts): JobHandler {
  const { gate } = parts;
  return {
    lane: lanes.syncFailure,
    concurrency: 2,
    ...(gate && { gate }),
    async run({ payload }, { store }) {
      const { jobId } = syncFailureSchema.parse(payload);
      const job = await store.jobs.find(jobId);
      // Retention deletes only what is done or skipped: there is nothing left to tell, and nothing to look at again.
      if (job === undefined) return { commit: (within) => rememberFailure(within, goneFailure(jobId)) };
      const state = failureStateOf(job);
      const recordId = await write(job, await fieldsOf(job, store, parts), parts);
      const { replays } = job;
      return { commit: (within) => rememberFailure(within, { jobId, recordId, state, replays }) };
    }
  };
}

function goneFailure(jobId: number) {
  return { jobId, recordId: '', state: 'Resolved', replays: 0 } as const;
}

async function fieldsOf(
  job: JobHistory,
  { audit }: Pick<StoreContent, 'audit'>,
  { companyCode }: FailureRecordParts
): Promise<SalesforceFields> {
  const [act] = await audit.list({ subject: `job ${job.id}`, limit: 1 });
  return failureFields(job, failureStateOf(job), { companyCode, act });
}

/** A lookup to a record that is gone must not keep the failure from being told. */
async function write(job: JobHistory, fields: SalesforceFields, parts: FailureRecordParts): Promise<string> {
  const lookups = failureLookups(job);
  let outcome = await upsert({ ...fields, ...lookups }, parts);
  if (outcome?.ok === false && OF_LOOKUPS.has(outcome.error.code) && Object.keys(lookups).length > 0) {
    outcome = await upsert(fields, parts);
  }
  if (outcome?.ok === true) return outcome.id;
  throw (
    outcome?.error ??
    new LedgerBridgeError('LB714', { detail: 'Salesforce did not say what became of the failure record.' })
  );
}

async function upsert(
  fields: SalesforceFields,
  { records }: FailureRecordParts
): Promise<RecordOutcome | undefined> {
  const [outcome] = await records.upsert('Sync_Failure__c', 'Failure_Key__c', [fields]);
  return outcome;
}
