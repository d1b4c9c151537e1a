import type { CustomerAccount } from '../../canonical/customer-account.ts';
import type { CustomerKey } from '../../canonical/customer-key.ts';

/** What is known of the way to Sage at this moment, for `getStatus`, `/readyz` and metrics. */
export interface SageProbe {
  /** The driver's own name and version as it reports them, where it does. */
  readonly driverName: string | null;
  readonly connected: boolean;
  /** Round trip of the probing query in milliseconds. */
  readonly roundTripMs: number;
  /** Whether the driver takes `?` parameters; literals are used either way, since ProvideX may not. */
  readonly acceptsParameters: boolean;
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
  /** Lets running reads finish, then closes connections and the reader process. */
  close(): Promise<void>;
}
