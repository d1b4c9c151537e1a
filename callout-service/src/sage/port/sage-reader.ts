import type { CustomerAccount } from '../../canonical/customer-account.ts';
import type { CustomerKey } from '../../canonical/customer-key.ts';
import type { SageCapabilities } from './sage-capabilities.ts';

/** What is known of the way to Sage at this moment, for `getStatus`, `/readyz` and metrics. */
export interface SageProbe {
  readonly connected: boolean;
  /** Round trip of the probing query in milliseconds. */
  readonly roundTripMs: number;
}

/**
 * Reads one Sage company. Every method rejects with a `LedgerBridgeError` of group LB3xx and nothing else when Sage
 * cannot answer, within the configured deadlines, however the driver behaves.
 */
export interface SageReader {
  /** Undefined when Sage has no such customer. */
  readCustomerAccount(key: CustomerKey): Promise<CustomerAccount | undefined>;
  /** One cheap read, to learn whether Sage answers now. */
  probe(): Promise<SageProbe>;
  /**
   * What driver and data source can do and hold. Kept until connections were lost, the reader process was replaced, or
   * `again` asks for it. It does not reject: what could not be found out is null.
   */
  capabilities(options?: { readonly again?: boolean }): Promise<SageCapabilities>;
  /** Lets running reads finish, then closes connections and the reader process. */
  close(): Promise<void>;
}
