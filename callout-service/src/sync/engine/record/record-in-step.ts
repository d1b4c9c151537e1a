import type { Gate } from '../../../jobs/gate.ts';
import type { JobHandler } from '../../../jobs/handler.ts';
import type { Sage } from '../../../sage/port/sage.ts';
import type { SalesforceRecords } from '../../../salesforce/port/salesforce-records.ts';
import type { SalesforceSchema } from '../../../salesforce/port/salesforce-schema.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import { lanes } from '../../lanes.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { IntegrationSettingsSource } from '../../settings/integration-settings.ts';
import type { SyncObjectsSource } from '../../settings/sync-object-settings.ts';

/** What a job of one record needs. */
export interface RecordParts {
  readonly pairs: (name: PairName) => ObjectPair;
  readonly settings: SyncObjectsSource;
  readonly integration: IntegrationSettingsSource;
  readonly sage: Pick<Sage, 'records' | 'writer' | 'catalogue'>;
  readonly records: SalesforceRecords;
  readonly schema: Pick<SalesforceSchema, 'describe'>;
  /** Of the Sage company; IANA. */
  readonly timeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of both sides. */
  readonly gate?: Gate;
}

/** Jobs that one process works at once: those that write to Sage wait for its one writer. */
const CONCURRENCY = 4;

/**
 * Makes the handler that brings one record in step in both directions. It reads both sides as they are now, so that a job
 * that comes late or twice does no harm, and needs no look-up after an attempt of which nothing is known.
 */
export function createRecordInStep(parts: RecordParts): JobHandler {
  return {
    lane: lanes.recordInStep,
    concurrency: CONCURRENCY,
    ...(parts.gate !== undefined && { gate: parts.gate }),
    run: () => Promise.reject(new Error('Records are not brought in step yet'))
  };
}
