/** The org's clock: real time, or a fixed moment so that token lifetimes and date literals can be tested. */
export class Clock {
  #fixedAt: number | undefined;

  /** The moment all records, tokens and queries of the org agree on. */
  now(): Date {
    return new Date(this.#fixedAt ?? Date.now());
  }

  /** Stops the clock at an ISO 8601 moment. Throws when the text is not one. */
  stopAt(isoMoment: string): void {
    const moment = Date.parse(isoMoment);
    if (Number.isNaN(moment)) throw new Error(`'${isoMoment}' is not an ISO 8601 moment`);
    this.#fixedAt = moment;
  }

  /** Goes back to real time. */
  run(): void {
    this.#fixedAt = undefined;
  }
}
