import type { Customer } from '../../canonical/customer.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Sage } from '../../sage/port/sage.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { LinkingStore, ResolvedCustomer } from '../order-out/customer-resolver.ts';
import type { SourceAccount } from '../order-out/order-source.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import type { CustomerIndex } from './customer-index.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { SageCountries } from './sage-columns.ts';

export interface CustomerResolverOptions {
  readonly sage: Pick<Sage, 'records' | 'catalogue' | 'writer'>;
  readonly index: CustomerIndex;
  /** Asked whether an account that a customer is linked with still stands for it. */
  readonly accounts: Pick<SalesforceRecords, 'all'>;
  readonly clock: Clock;
  /** IANA name of the Sage server's zone. */
  readonly timeZone: string;
  /** Whether several instances share the store, so that they must take turns at making records. */
  readonly sharedStore: boolean;
  /** Default: ISO 3166 alpha-3, as most sites have it. */
  readonly countries?: SageCountries;
}

/** One account whose customer is looked for. */
export interface Resolving extends Omit<CustomerResolverOptions, 'countries'> {
  readonly countries: SageCountries;
  readonly turns: OneAtATime;
  readonly account: SourceAccount;
  readonly settings: IntegrationSettings;
  readonly store: LinkingStore;
}

/** A customer that was found or made, and linked. */
export interface FoundCustomer {
  readonly customer: Customer;
  readonly how: ResolvedCustomer['how'];
  readonly story: string;
}
