import type { SageCountries } from '../customer/sage-columns.ts';
import type { Gate } from '../../jobs/gate.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Sage } from '../../sage/port/sage.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { IntegrationSettings, IntegrationSettingsSource } from '../settings/integration-settings.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import type { JobContext } from '../../jobs/handler.ts';
import type { OrderRequest } from '../order-request/order-request.ts';
import type { CustomerResolver } from './customer-resolver.ts';
import type { OrderReader } from './read-order.ts';
import type { Story } from './story.ts';

export interface SalesOrderOutOptions {
  readonly salesforce: { readonly records: Pick<SalesforceRecords, 'all'> };
  readonly sage: Pick<Sage, 'records' | 'catalogue' | 'checks' | 'writer'>;
  readonly settings: IntegrationSettingsSource;
  readonly customers: CustomerResolver;
  readonly company: {
    /** ISO 4217. */
    readonly currency: string;
    /** IANA name of the Sage server's zone. */
    readonly timeZone: string;
    /** Digits after the point of a unit price in Sage (Common Information, Company Maintenance); default 6. */
    readonly priceDecimals?: number;
    /** Default: ISO 3166 alpha-3, as most sites have it. */
    readonly countries?: SageCountries;
  };
  readonly clock: Clock;
  readonly logger: Logger;
  readonly gate?: Gate;
}

/** One request that is being worked on, with all that its steps need. */
export interface OrderRun extends SalesOrderOutOptions {
  readonly job: ClaimedJob;
  readonly request: OrderRequest;
  readonly rules: IntegrationSettings;
  readonly context: JobContext;
  readonly reader: OrderReader;
  readonly story: Story;
  readonly writer: NonNullable<Sage['writer']>;
}
