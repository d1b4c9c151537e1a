import type { SageCatalogue } from '../../../sage/port/sage-catalogue.ts';
import type { SalesforceBulk } from '../../../salesforce/port/salesforce-bulk.ts';
import type { SalesforceRecords } from '../../../salesforce/port/salesforce-records.ts';
import type { SalesforceSchema } from '../../../salesforce/port/salesforce-schema.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import type { IntegrationSettingsSource } from '../../settings/integration-settings.ts';

/** What bringing records in step needs, by pages and one by one. */
export interface EngineParts {
  readonly store: Store;
  readonly records: SalesforceRecords;
  readonly bulk: SalesforceBulk;
  readonly schema: Pick<SalesforceSchema, 'describe'>;
  readonly catalogue: SageCatalogue;
  readonly integration: IntegrationSettingsSource;
  /** Of the Sage company; IANA. */
  readonly timeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
}
