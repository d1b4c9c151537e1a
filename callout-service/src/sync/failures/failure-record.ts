import type { JobHistory } from '../../store/port/job.ts';
import type { AuditEntry } from '../../store/port/audit.ts';
import type { SalesforceFields } from '../../salesforce/port/salesforce-records.ts';
import type { FailureState } from './failure-state.ts';
import { meaningOfCode } from './meaning-of-code.ts';
import { subjectOfJob } from './subject-of-job.ts';

/** Lengths of the fields of Sync_Failure__c. */
const LONG_TEXT = 32_000;
const PAYLOAD = 131_072;
const TEXT_80 = 80;
const TEXT_255 = 255;

/** Field of Sync_Failure__c that leads to a record of an object. */
const LOOKUPS: Readonly<Record<string, string>> = {
  Opportunity: 'Opportunity__c',
  Order: 'Order__c',
  Account: 'Account__c'
};

/** The key of a job's failure record: each Sage company counts its own jobs. */
function failureKey(companyCode: string, jobId: number): string {
  return `${companyCode}:${jobId}`;
}

/** A failure record as it is to stand in Salesforce, without its lookups. */
export function failureFields(
  job: JobHistory,
  state: FailureState,
  { companyCode, act }: { readonly companyCode: string; readonly act: AuditEntry | undefined }
): SalesforceFields {
  const last = job.errors.at(-1);
  const { title, cause, action } = meaningOfCode(job.lastErrorCode);
  const { objectName, recordId, sageKey } = subjectOfJob(job);
  const isOver = state === 'Resolved' || state === 'Skipped';
  const edited = job.originalPayload === undefined ? null : jsonOf(job.payload);
  return {
    Failure_Key__c: failureKey(companyCode, job.id),
    Code__c: job.lastErrorCode ?? null,
    Title__c: title.slice(0, TEXT_255),
    Cause__c: [last?.message, cause].filter(Boolean).join('\n').slice(0, LONG_TEXT),
    Fix__c: action,
    Object_Name__c: objectName,
    Record_Id__c: recordId,
    Sage_Key__c: sageKey?.slice(0, TEXT_80) ?? null,
    Lane__c: job.lane.slice(0, TEXT_80),
    Attempts__c: job.attempts,
    Held_Up__c: job.heldUp,
    State__c: state,
    Payload__c: jsonOf(job.originalPayload ?? job.payload),
    Edited_Payload__c: edited,
    First_Failed_At__c: job.errors[0]?.at ?? null,
    Last_Failed_At__c: last?.at ?? null,
    Resolved_At__c: isOver ? (job.finishedAt ?? act?.at ?? null) : null,
    Resolved_By__c: act?.operator.slice(0, TEXT_255) ?? null
  };
}

/** The lookup to the record that failed; none where the job names none that a lookup leads to. */
export function failureLookups(job: JobHistory): SalesforceFields {
  const { objectName, recordId } = subjectOfJob(job);
  const field = objectName === null ? undefined : LOOKUPS[objectName];
  return field === undefined || recordId === null ? {} : { [field]: recordId };
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value).slice(0, PAYLOAD);
}
