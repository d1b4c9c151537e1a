import type { Store, StoreContent } from '../../store/port/store.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import type { SourceAccount, SourceContact } from './order-source.ts';

/** The customer an order is for. */
export interface ResolvedCustomer {
  /** As `01-ABF`. */
  readonly customerNo: string;
  /** How it was found: by the number, by the link of an earlier order, by a match key, or made. */
  readonly how: 'numbered' | 'linked' | 'matched' | 'created';
  readonly updated: boolean;
  /** As `01-ABF/ARTIE JOHN`; undefined where contacts are not sent or the order names none. */
  readonly contactKey: string | undefined;
  /** For people: one sentence for the sync log. */
  readonly story: string;
}

/** What links are read from and written to. */
export type LinkingStore = Pick<Store, 'transaction'> & StoreContent;

/** Finds or makes the customer of an account. */
export interface CustomerResolver {
  /**
   * Doing it again does no harm: a customer is made once for each account, by the account's id as request key. What was
   * found is linked and written back to account and contact by jobs of lane `account-write-back`, in a transaction of the
   * given store.
   * @throws LedgerBridgeError LB401 Sage has no such customer, LB501 it is not active, LB752 several match or the one
   *   belongs to another account, LB753 none matches and none may be made, LB756 a field pair cannot be used, LB523 with
   *   all faults, LB510 another instance is just making it, LB3xx, LB5xx.
   */
  resolve(
    account: SourceAccount,
    contact: SourceContact | null,
    settings: IntegrationSettings,
    store: LinkingStore
  ): Promise<ResolvedCustomer>;
}
