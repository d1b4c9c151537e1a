import type { MappingContent } from '../../../mapping/mapping-content.ts';
import type { SalesforceBulk } from '../../../salesforce/port/salesforce-bulk.ts';
import type { SalesforceRecords } from '../../../salesforce/port/salesforce-records.ts';
import type { SalesforceSchema } from '../../../salesforce/port/salesforce-schema.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { IntegrationSettings } from '../../settings/integration-settings.ts';
import type { PublishedMapping, SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { ChangedPage, RunMode } from '../detection.ts';

/** What pages need beside their content. */
export interface PageParts {
  readonly store: Store;
  readonly records: SalesforceRecords;
  readonly bulk: SalesforceBulk;
  readonly schema: Pick<SalesforceSchema, 'describe'>;
  /** Of the Sage company; IANA. */
  readonly timeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One page of records of Sage, and everything by which it is brought in step. */
export interface PageWork {
  readonly pair: ObjectPair;
  /** One version for the whole run. */
  readonly mapping: PublishedMapping;
  /** Mapping of the lines, for documents that have them. */
  readonly lineMapping?: MappingContent;
  readonly settings: SyncObjectSettings;
  readonly integration: IntegrationSettings;
  readonly page: ChangedPage<unknown>;
  /** Id in the store's sync runs. */
  readonly runId: number;
  readonly mode: RunMode;
  readonly signal: AbortSignal;
}
