import type { AlertTopic } from '../../../alerts/alert-notice.ts';
import { cutText } from '../../write-back/cut-text.ts';
import type { EndedRun } from './end-run.ts';
import { causeLines, summaryOf } from './run-log.ts';
import type { SyncRunParts } from './run-parts.ts';

/** Last_Run_Message__c. */
const MESSAGE_LENGTH = 255;

/**
 * Begins or ends the alert of a pair. Records that failed by themselves are told of with the runs that people wait for;
 * those that run every few seconds leave them to the dead letters.
 */
export async function tellPeople({ alarm, logger }: SyncRunParts, ended: EndedRun): Promise<void> {
  const { run, end, asked, label } = ended;
  const topic: AlertTopic = `sync-failed:${asked.pair}`;
  const told = { run: run.id, pair: asked.pair, mode: asked.mode, ...run.counts };
  if (end.failure !== undefined) {
    const { code, message, entry, cause } = end.failure;
    logger.error({ ...told, code, err: cause }, `a sync run failed: ${message}`);
    await alarm.raise(topic, `${label}: ${code} ${message}\n${entry.action}\n${summaryOf(run)}`);
    return;
  }
  logger.info(told, 'a sync run ended');
  const text = [`${label}: ${summaryOf(run)}`, ...causeLines(run)].join('\n');
  const isTold = run.counts.failed > 0 && asked.trigger !== 'interval';
  await (isTold ? alarm.raise(topic, text) : alarm.clear(topic, text));
}

const states = { succeeded: 'Succeeded', stopped: 'Stopped', failed: 'Failed' } as const;

/** Shows the run at its object pair; where that cannot be done, the sync log has it. */
export async function showLastRun(
  { salesforce, source, clock, logger }: SyncRunParts,
  { run, end, asked }: EndedRun
): Promise<void> {
  const { failure, state } = end;
  const message = failure === undefined ? summaryOf(run) : `${failure.code} ${failure.message}`;
  try {
    const settings = await source.find(asked.pair);
    if (settings === undefined) return;
    const [outcome] = await salesforce.records.update('Sync_Object__c', [
      {
        id: settings.recordId,
        fields: {
          Last_Run_At__c: clock().toUTC().toISO(),
          Last_Run_State__c: states[state],
          Last_Run_Message__c: cutText(message, MESSAGE_LENGTH)
        }
      }
    ]);
    if (outcome?.ok === false) throw outcome.error;
  } catch (err) {
    logger.warn({ err, pair: asked.pair }, 'the last run could not be shown at its object pair');
  }
}
