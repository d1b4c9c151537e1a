import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceBulk } from './salesforce-bulk.ts';
import type { SalesforceEvents } from './salesforce-events.ts';
import type { SalesforceRecords } from './salesforce-records.ts';
import type { SalesforceReports } from './salesforce-reports.ts';
import type { SalesforceSchema } from './salesforce-schema.ts';

/** How the way to Salesforce stands, for `getStatus`, metrics and gates. */
export interface SalesforceState {
  /** False after requests have failed because Salesforce could not be reached or refused the login, until one succeeds. */
  readonly reachable: boolean;
  /** Why Salesforce was last away, or requests were last kept back; not the refusal of a single record or request. */
  readonly lastFailure: LedgerBridgeError | undefined;
  readonly user: string;
  readonly instanceUrl: string | undefined;
  /** Of the API requests in 24 hours; undefined before the first answer. */
  readonly requests: { readonly used: number; readonly limit: number } | undefined;
  /** While it is set, requests are refused without being sent (LB704, LB716): the limit is reached, or the rest is kept for people. */
  readonly heldUntil: string | undefined;
}

/** One Salesforce org, with every way in which this service deals with it. */
export interface Salesforce {
  readonly records: SalesforceRecords;
  readonly bulk: SalesforceBulk;
  readonly schema: SalesforceSchema;
  readonly reports: SalesforceReports;
  readonly events: SalesforceEvents;
  state(): SalesforceState;
  /** One cheap request, to learn whether Salesforce answers now. Does not reject. */
  probe(): Promise<SalesforceState>;
  /** Calls back whenever `reachable` or `heldUntil` changes. Returns the end of it. */
  onChange(listener: (state: SalesforceState) => void): () => void;
  close(): Promise<void>;
}
