const keptItems = 200;

/** Which records each user saw or saved last. */
export class RecentItems {
  /** Oldest first, as a set keeps what is added. */
  readonly #ids = new Map<string, Set<string>>();

  note(userId: string, recordId: string): void {
    const ids = this.#ids.get(userId) ?? new Set<string>();
    this.#ids.set(userId, ids);
    ids.delete(recordId);
    ids.add(recordId);
    if (ids.size <= keptItems) return;
    const [oldest = ''] = ids;
    ids.delete(oldest);
  }

  /** Newest first. */
  of(userId: string): readonly string[] {
    return [...(this.#ids.get(userId) ?? [])].toReversed();
  }
}
