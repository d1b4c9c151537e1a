/** A mapping as it is published; it never changes afterwards. */
export interface NewMappingVersion {
  /** The object pair it is for, as `Account-customer`. */
  readonly object: string;
  readonly content: unknown;
  readonly publishedBy: string;
  readonly comment: string;
  /** The version that it was drawn from; undefined for the first. */
  readonly basedOn: number | undefined;
}

export interface MappingVersion extends NewMappingVersion {
  /** 1, 2, 3 … within the object. The highest one is in force. */
  readonly version: number;
  readonly publishedAt: string;
}

export interface MappingVersions {
  /** @throws LB613 when another version was published since the one it was drawn from. */
  publish(mapping: NewMappingVersion): Promise<MappingVersion>;
  /** Publishes an earlier version's content again. @throws LB610 when there is no such version. */
  rollBack(object: string, toVersion: number, publishedBy: string): Promise<MappingVersion>;
  current(object: string): Promise<MappingVersion | undefined>;
  find(object: string, version: number): Promise<MappingVersion | undefined>;
  /** Newest first. */
  list(object: string): Promise<readonly MappingVersion[]>;
  /** Objects that have a version. */
  objects(): Promise<readonly string[]>;
}
