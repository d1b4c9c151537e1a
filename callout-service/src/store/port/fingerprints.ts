/** What a record looked like when it was last seen, as a digest. */
export interface Fingerprint {
  readonly key: string;
  readonly digest: string;
}

/** Digests by source, as `Account-customer:figures`: how changes are found that no stamp tells of. */
export interface Fingerprints {
  /** Those of the keys that are known, in no order; at most 2,000 keys. */
  byKeys(source: string, keys: readonly string[]): Promise<readonly Fingerprint[]>;
  /** All or none; a known key takes over the digest. */
  putAll(source: string, fingerprints: readonly Fingerprint[]): Promise<void>;
  removeAll(source: string, keys: readonly string[]): Promise<void>;
  count(source: string): Promise<number>;
  /** By key, ascending, after the one given. */
  page(source: string, limit: number, after?: string): Promise<readonly Fingerprint[]>;
  /** Forgets a source: the next look finds everything new. */
  forget(source: string): Promise<void>;
}
