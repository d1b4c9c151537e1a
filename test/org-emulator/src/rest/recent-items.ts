const keptItems = 200;

/** Which records each user saw or saved last, newest first. */
export class RecentItems {
  readonly #ids = new Map<string, string[]>();

  note(userId: string, recordId: string): void {
    const others = this.of(userId).filter((id) => id !== recordId);
    this.#ids.set(userId, [recordId, ...others].slice(0, keptItems));
  }

  of(userId: string): readonly string[] {
    return this.#ids.get(userId) ?? [];
  }
}
