/** What a deletion did besides: which records went with the deleted one, and which lookups to them it emptied. */
export interface Deletion {
  /** In the order of their deletion, the one that was asked for first. */
  readonly records: readonly { readonly object: string; readonly id: string }[];
  readonly cleared: readonly {
    readonly object: string;
    readonly id: string;
    readonly field: string;
    readonly value: string;
  }[];
}

/** What must come back with a record that is undeleted, by the id of the record whose deletion was asked for. */
export class RecycleBin {
  readonly #deletions = new Map<string, Deletion>();

  find(id: string): Deletion | undefined {
    return this.#deletions.get(id);
  }

  put(id: string, deletion: Deletion): void {
    this.#deletions.set(id, deletion);
  }

  /** All of it, for a snapshot. */
  get deletions(): ReadonlyMap<string, Deletion> {
    return this.#deletions;
  }

  drop(id: string): void {
    this.#deletions.delete(id);
  }

  clear(): void {
    this.#deletions.clear();
  }
}
