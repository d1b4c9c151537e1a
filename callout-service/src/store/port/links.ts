/** A Salesforce record and the Sage record that are the same thing. */
export interface Link {
  /** Canonical entity, as `customer`. */
  readonly entity: string;
  /** 18 characters. */
  readonly salesforceId: string;
  /** As `01-ABF`, with its leading zeros. */
  readonly sageKey: string;
  /** The values that both sides had when they last agreed, by canonical field; base of three-way comparison. */
  readonly agreed: unknown;
  readonly mappingVersion: number | undefined;
}

export interface StoredLink extends Link {
  readonly linkedAt: string;
  readonly agreedAt: string;
}

/** The cross-reference. Within an entity each side is linked at most once. */
export interface Links {
  /** Links, or takes over the values last agreed for a pair that is linked. @throws LB611 when a side is linked elsewhere. */
  put(link: Link): Promise<void>;
  /** All or none. */
  putAll(links: readonly Link[]): Promise<void>;
  bySalesforceId(entity: string, salesforceId: string): Promise<StoredLink | undefined>;
  bySageKey(entity: string, sageKey: string): Promise<StoredLink | undefined>;
  /** Those that are linked, in no order. */
  bySalesforceIds(entity: string, salesforceIds: readonly string[]): Promise<readonly StoredLink[]>;
  bySageKeys(entity: string, sageKeys: readonly string[]): Promise<readonly StoredLink[]>;
  /** True when there was one. */
  remove(entity: string, salesforceId: string): Promise<boolean>;
  /** By Sage key, ascending, after the one given; for reconciliation. */
  page(entity: string, limit: number, afterSageKey?: string): Promise<readonly StoredLink[]>;
  count(entity: string): Promise<number>;
}
