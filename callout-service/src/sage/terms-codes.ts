/** Terms change a few times a year. */
const FRESH_FOR_MS = 10 * 60_000;
/** A code that was not there may have been added since. */
const LOOK_AGAIN_AFTER_MS = 60_000;
const TRY_AGAIN_AFTER_MS = 5_000;

interface TermsCodeRow {
  readonly TermsCode: string;
  readonly TermsCodeDesc: string;
}

/**
 * The descriptions of AR_TermsCode. The table has a few dozen rows, while a customer's terms code is known only once
 * the customer is read, so the whole table is kept and read beside the accounts. A description is never worth an
 * account: while the table cannot be read, the code alone has to do.
 */
export class TermsCodes {
  readonly #readTable: () => Promise<readonly TermsCodeRow[]>;
  readonly #onFailure: (error: unknown) => void;
  #descriptions: ReadonlyMap<string, string> | undefined;
  #readAgainAt = Number.NEGATIVE_INFINITY;
  #lookAgainAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(readTable: () => Promise<readonly TermsCodeRow[]>, onFailure: (error: unknown) => void) {
    this.#readTable = readTable;
    this.#onFailure = onFailure;
  }

  /** Reads the table, unless it is fresh, failed a moment ago or is being read already. Returns at once. */
  refresh(): void {
    if (performance.now() >= this.#readAgainAt) this.#startReading();
  }

  /**
   * Null for no code, and for one that is not known. Waits for the very first reading of the table, for `patienceMs`
   * at most; a code that the table lacks is looked for in the background, for the next time.
   */
  async description(code: string | null, patienceMs: number): Promise<string | null> {
    if (code === null) return null;
    if (this.#descriptions === undefined && this.#reading) await endOrTimeout(this.#reading, patienceMs);
    const description = this.#descriptions?.get(code);
    if (description !== undefined) return description;
    if (this.#descriptions !== undefined && performance.now() >= this.#lookAgainAt) this.#startReading();
    return null;
  }

  #startReading(): void {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
  }

  async #read(): Promise<void> {
    try {
      const rows = await this.#readTable();
      this.#descriptions = new Map(rows.map((row) => [row.TermsCode, row.TermsCodeDesc]));
      this.#readAgainAt = performance.now() + FRESH_FOR_MS;
      this.#lookAgainAt = performance.now() + LOOK_AGAIN_AFTER_MS;
    } catch (error) {
      this.#readAgainAt = this.#lookAgainAt = performance.now() + TRY_AGAIN_AFTER_MS;
      this.#onFailure(error);
    }
  }
}

async function endOrTimeout(work: Promise<void>, milliseconds: number): Promise<void> {
  const { promise: timeout, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
