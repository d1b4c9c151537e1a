import type { MappingContent } from '../../../mapping/mapping-content.ts';
import type { SalesforceRecords } from '../../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { SyncObjectsSource } from '../sync-object-settings.ts';

export interface SyncObjectsParts {
  readonly records: Pick<SalesforceRecords, 'all'>;
  readonly store: Pick<Store, 'answers' | 'mappingVersions'>;
  readonly companyCode: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The mapping that comes with the package. */
  readonly packagedMapping: (pair: PairName) => MappingContent;
}

/** What admins decided for the object pairs of a company: `Sync_Object__c`. */
export function createSyncObjects(_parts: SyncObjectsParts): SyncObjectsSource {
  throw new Error('not yet');
}
