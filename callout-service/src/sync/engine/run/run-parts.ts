import type { Alarm } from '../../../alerts/alert-notice.ts';
import type { SageCatalogue } from '../../../sage/port/sage-catalogue.ts';
import type { Sage } from '../../../sage/port/sage.ts';
import type { Salesforce } from '../../../salesforce/port/salesforce.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { SyncObjectsSource } from '../../settings/sync-object-settings.ts';
import type { PageWork } from '../page/page-work.ts';
import type { PageResult } from '../page-result.ts';

/** What runs work with. */
export interface SyncRunParts {
  readonly pairOf: (name: PairName) => ObjectPair;
  readonly source: SyncObjectsSource;
  readonly processPage: (work: PageWork) => Promise<PageResult>;
  readonly sage: Pick<Sage, 'records' | 'projections'> & { readonly catalogue: SageCatalogue };
  readonly salesforce: Pick<Salesforce, 'records' | 'schema' | 'state'>;
  readonly store: Store;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Part of the day's requests that is left to people. */
  readonly apiReservePercent: number;
  /** How long a slice works before it hands over; 20,000 where left out. */
  readonly sliceMs?: number;
}
