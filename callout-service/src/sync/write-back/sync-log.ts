import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { SalesforceFields, SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import { syncLogSchema, type SyncLog } from './payloads.ts';
import { readPayload } from './read-payload.ts';
import { objectOf } from './record-object.ts';
import { storyText } from './story-text.ts';

export interface SyncLogParts {
  readonly records: Pick<SalesforceRecords, 'upsert'>;
  readonly logger: Logger;
  /** Open while Salesforce can be reached. */
  readonly gate?: Gate;
}

const CONCURRENCY = 2;

/**
 * Writes lines of the sync log, each once by its run key. It has a lane of its own, so that storage that is used up or an
 * access that is missing keeps nothing else from going on.
 */
export function createSyncLog({ records, logger, gate }: SyncLogParts): JobHandler {
  const write = async (fields: SalesforceFields) => {
    const [outcome] = await records.upsert('Sync_Log__c', 'Run_Key__c', [fields]);
    return outcome?.ok === false ? outcome.error : undefined;
  };
  return {
    lane: lanes.syncLog,
    concurrency: CONCURRENCY,
    ...(gate !== undefined && { gate }),
    async run(job) {
      const log = readPayload(syncLogSchema, job);
      const refused = await write({ ...fieldsOf(log), ...recordOf(log) });
      if (refused === undefined) return undefined;
      if (refused.entry.kind !== 'permanent') throw refused;
      // The record may have been deleted since; what happened to it is told all the same.
      logger.warn(
        { jobId: job.id, code: refused.code },
        'a line of the sync log is written without its record'
      );
      const again = await write(fieldsOf(log));
      if (again !== undefined) throw again;
      return undefined;
    }
  };
}

function fieldsOf({ counts, ...log }: SyncLog): SalesforceFields {
  return {
    Run_Key__c: log.runKey,
    Object_Pair__c: log.objectPair,
    Direction__c: log.direction,
    Trigger__c: log.trigger,
    State__c: log.state,
    Record_Id__c: log.recordId,
    Sage_Key__c: log.sageKey,
    Action__c: log.action,
    Started_At__c: log.startedAt,
    Finished_At__c: log.finishedAt,
    Duration_Ms__c: Math.max(0, Date.parse(log.finishedAt) - Date.parse(log.startedAt)),
    Attempts__c: log.attempts,
    Records_Read__c: counts.read,
    Records_Created__c: counts.created,
    Records_Updated__c: counts.updated,
    Records_Unchanged__c: counts.unchanged,
    Records_Skipped__c: counts.skipped,
    Records_Failed__c: counts.failed,
    Story__c: storyText(log.story)
  };
}

/** The lookup of the record that the line is about, so that it stands among that record's related lists. */
function recordOf({ recordId }: SyncLog): SalesforceFields {
  const object = recordId === null ? undefined : objectOf(recordId);
  return object === undefined ? {} : { [`${object}__c`]: recordId };
}
