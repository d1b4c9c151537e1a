import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { Gate } from '../jobs/gate.ts';
import type { JobHandler } from '../jobs/handler.ts';
import type { SalesforceRecords } from '../salesforce/port/salesforce-records.ts';
import { lanes } from '../sync/lanes.ts';
import { alertNoticeSchema } from './alert-notice.ts';

/** Length of the event's text field. */
const MOST_CHARACTERS = 32_000;

/** Makes the handler that tells people by an event in Salesforce, where a flow passes it on. */
export function createAlertEvent(parts: {
  readonly records: Pick<SalesforceRecords, 'publish'>;
  /** Of Salesforce. */
  readonly gate?: Gate;
}): JobHandler {
  const { records, gate } = parts;
  return {
    lane: lanes.alertEvent,
    concurrency: 1,
    ...(gate && { gate }),
    async run(job) {
      const notice = alertNoticeSchema.parse(job.payload);
      const [outcome] = await records.publish('Sage_Sync_Alert__e', [
        {
          Topic__c: notice.topic,
          State__c: notice.state,
          Severity__c: notice.severity,
          Subject__c: notice.subject,
          Message__c: notice.message.slice(0, MOST_CHARACTERS),
          Occurrences__c: notice.occurrences,
          Since__c: notice.since,
          Runbook__c: notice.runbook
        }
      ]);
      if (outcome?.ok === true) return undefined;
      throw (
        outcome?.error ??
        new LedgerBridgeError('LB714', { detail: 'Salesforce did not say what became of the event.' })
      );
    }
  };
}
