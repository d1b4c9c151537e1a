/** Terms change a few times a year; a new one is looked for sooner, see `lacks`. */
const FRESH_FOR_MS = 10 * 60_000;
const LOOK_AGAIN_AFTER_MS = 60_000;

/**
 * The descriptions of AR_TermsCode. The table has a few dozen rows, while a customer's terms code is known only once
 * the customer is read: keeping the table saves every read a second round trip to Sage.
 */
export class TermsCodes {
  #descriptions: ReadonlyMap<string, string> = new Map();
  #readAt = Number.NEGATIVE_INFINITY;

  /** Whether the table is to be read with the next account. */
  isStale(now: number): boolean {
    return now - this.#readAt > FRESH_FOR_MS;
  }

  /** Whether a code is missing that the table may have got since it was read. */
  lacks(code: string | null, now: number): boolean {
    return code !== null && !this.#descriptions.has(code) && now - this.#readAt > LOOK_AGAIN_AFTER_MS;
  }

  /** Takes over the whole table. */
  replace(
    rows: readonly { readonly TermsCode: string; readonly TermsCodeDesc: string }[],
    now: number
  ): void {
    this.#descriptions = new Map(rows.map((row) => [row.TermsCode, row.TermsCodeDesc]));
    this.#readAt = now;
  }

  /** Null for no code, and for one that Sage does not have. */
  description(code: string | null): string | null {
    return code === null ? null : (this.#descriptions.get(code) ?? null);
  }
}
