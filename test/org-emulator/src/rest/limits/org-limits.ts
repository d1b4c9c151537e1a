import type { Clock } from '../../clock.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import { RollingCount } from '../../events/rolling-count.ts';
import { allowances } from './allowances.ts';

/** What the org allows; tests make it small. */
export interface LimitSettings {
  /** API requests within 24 hours. */
  dailyApiRequests: number;
  /** Requests at the same time that have been running for longer than `longRunningMs`. */
  concurrentRequests: number;
  longRunningMs: number;
  /** Life of an unused session. */
  sessionTimeoutSeconds: number;
}

/** A Developer Edition org: app limits cheat sheet, "API Request Limits and Allocations"; sessions of two hours. */
export const developerEdition: Readonly<LimitSettings> = {
  dailyApiRequests: 15_000,
  concurrentRequests: 5,
  longRunningMs: 20_000,
  sessionTimeoutSeconds: 7200
};

/** One line of `limits`. */
export interface LimitState {
  readonly Max: number;
  readonly Remaining: number;
}

const hourMs = 3_600_000;
const apiRequests = 'DailyApiRequests';

/** What the org allows over time, and how much of it is used. */
export class OrgLimits {
  /** Changed in place by whoever sets limits. */
  readonly settings: LimitSettings;
  readonly #initial: Readonly<LimitSettings>;
  readonly #clock: Clock;
  readonly #counts = new Map<string, RollingCount>();

  constructor(clock: Clock, dailyApiRequests = developerEdition.dailyApiRequests) {
    this.#clock = clock;
    this.#initial = { ...developerEdition, dailyApiRequests };
    this.settings = { ...this.#initial };
  }

  /** Counts use of an allowance that `limits` shows, such as `DailyBulkV2QueryJobs`. */
  count(name: string, amount = 1): void {
    this.#countOf(name).add(amount);
  }

  /** Counts an API request. Throws REQUEST_LIMIT_EXCEEDED when the day's are used up. */
  takeApiRequest(): void {
    if (this.#used(apiRequests) >= this.settings.dailyApiRequests) {
      throw new SalesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    }
    this.count(apiRequests);
  }

  /** Value of the header `Sforce-Limit-Info`. */
  get usageHeader(): string {
    return `api-usage=${this.#used(apiRequests)}/${this.settings.dailyApiRequests}`;
  }

  /** The limits that are counted here, as `limits` answers them. */
  get all(): Record<string, LimitState> {
    const lines = Object.entries(allowances).map(
      ([name, { max }]) => [name, limitState(max, this.#used(name))] as const
    );
    return {
      ...Object.fromEntries(lines),
      [apiRequests]: limitState(this.settings.dailyApiRequests, this.#used(apiRequests))
    };
  }

  /** Everything unused, and as a Developer Edition org has it. */
  clear(): void {
    this.#counts.clear();
    Object.assign(this.settings, this.#initial);
  }

  #used(name: string): number {
    return this.#counts.get(name)?.value ?? 0;
  }

  #countOf(name: string): RollingCount {
    const known = this.#counts.get(name);
    if (known) return known;
    const hours = allowances[name]?.hours ?? 24;
    const count = new RollingCount(this.#clock, hours * hourMs);
    this.#counts.set(name, count);
    return count;
  }
}

/** A line of `limits`; never less than nothing remains. */
export function limitState(max: number, used: number): LimitState {
  return { Max: max, Remaining: Math.max(max - used, 0) };
}
