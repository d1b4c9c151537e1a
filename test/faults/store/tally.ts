import { medianAndMax, violationsOf } from './fault-report.ts';
import type { Inspection } from './inspection.ts';

/** Adds up what was found over all faults of a run. */
export class Tally {
  readonly violations: string[] = [];
  readonly #reopenMs: number[] = [];
  #acknowledged = 0;
  #lost = 0;
  #doneTwice = 0;
  #halfDone = 0;
  #runAgain = 0;
  #found = 0;
  #unsound = 0;
  #cannotOpen = 0;

  /** Whether the store is as it must be. */
  add(inspection: Inspection, recoveryMs: number, where: string): boolean {
    const violations = violationsOf(inspection);
    this.violations.push(...violations.map((each) => `${where}: ${each}`));
    this.#reopenMs.push(recoveryMs + inspection.openMs);
    this.#lost += inspection.lostJobs + inspection.lostCompletions;
    this.#doneTwice += inspection.ledger.doneTwice + inspection.enqueuedTwice;
    this.#halfDone += inspection.halfDone;
    this.#unsound += inspection.unsound.length === 0 ? 0 : 1;
    return violations.length === 0;
  }

  addUnopened(error: unknown, where: string): void {
    this.#cannotOpen += 1;
    this.violations.push(`${where}: cannot be opened: ${String(error)}`);
  }

  addAcknowledged(count: number): void {
    this.#acknowledged += count;
  }

  /** Work that was repeated, once for each store. */
  addRepetitions({ runAgain, found }: Inspection['ledger']): void {
    this.#runAgain += runAgain;
    this.#found += found;
  }

  get lost(): number {
    return this.#lost;
  }

  figures(): Readonly<Record<string, number | string>> {
    return {
      acknowledged: this.#acknowledged,
      lost: this.#lost,
      'done twice': this.#doneTwice,
      'half done': this.#halfDone,
      're-runs': this.#runAgain,
      'looked up, found done': this.#found,
      unsound: this.#unsound,
      'cannot open': this.#cannotOpen,
      'reopen ms, median / max': medianAndMax(this.#reopenMs)
    };
  }
}
