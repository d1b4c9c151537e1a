import type { Alarm } from '../../../alerts/alert-notice.ts';
import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { JobHandler } from '../../../jobs/handler.ts';
import type { MappingContent } from '../../../mapping/mapping-content.ts';
import type { Sage } from '../../../sage/port/sage.ts';
import type { Salesforce } from '../../../salesforce/port/salesforce.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import { lanes } from '../../lanes.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { SyncObjectsSource } from '../../settings/sync-object-settings.ts';
import type { ProcessPage } from './process-page.ts';

export interface SyncRunParts {
  readonly pairOf: (name: PairName) => ObjectPair;
  readonly source: SyncObjectsSource;
  readonly processPage: ProcessPage;
  /** What a mapping names and one of the systems does not have now. */
  readonly missingFields: (pair: ObjectPair, content: MappingContent) => Promise<readonly FieldFault[]>;
  readonly sage: Pick<Sage, 'records' | 'projections'>;
  readonly salesforce: Pick<Salesforce, 'records' | 'state'>;
  readonly store: Store;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Part of the day's requests that is left to people. */
  readonly apiReservePercent: number;
  /** Host and process, for people. */
  readonly instance: string;
  /** How long a slice works before it hands over; 20,000 where left out. */
  readonly sliceMs?: number;
}

/** Does the slices of runs: lane `sync-run`. */
export function createSyncRunHandler(_parts: SyncRunParts): JobHandler {
  return { lane: lanes.syncRun, concurrency: 2, run: () => Promise.reject(new Error('not yet')) };
}
