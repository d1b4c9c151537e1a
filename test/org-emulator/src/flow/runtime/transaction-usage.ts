import type { Database } from '../../data/database.ts';
import { FlowLimitFault } from '../flow-fault.ts';

/** Apex Developer Guide, "Execution Governors and Limits": per transaction; flows count like Apex. */
export const transactionLimits = {
  queries: 100,
  queryRows: 50_000,
  dmlStatements: 150,
  dmlRows: 10_000,
  callouts: 100
} as const;

type Counter = keyof typeof transactionLimits;

const names: Readonly<Record<Counter, string>> = {
  queries: 'SOQL queries',
  queryRows: 'query rows',
  dmlStatements: 'DML statements',
  dmlRows: 'DML rows',
  callouts: 'callouts'
};

/** Interviews that run in one transaction share statements, 200 at a time (bulkification). */
const interviewsPerStatement = 200;

/** What one transaction has used of its limits. */
export class TransactionUsage {
  readonly #used: Record<Counter, number> = {
    queries: 0,
    queryRows: 0,
    dmlStatements: 0,
    dmlRows: 0,
    callouts: 0
  };
  readonly #shared = new Map<string, number>();

  /** Counts; throws FlowLimitFault in Salesforce's words when the limit is passed. */
  count(counter: Counter, amount = 1): void {
    this.#used[counter] += amount;
    if (this.#used[counter] <= transactionLimits[counter]) return;
    throw new FlowLimitFault(`Too many ${names[counter]}: ${this.#used[counter]}`);
  }

  /**
   * Counts a statement that interviews of one flow share: the same element, at the same turn of its interview,
   * costs one statement for each 200 interviews of the transaction.
   */
  countShared(counter: 'dmlStatements' | 'queries', statement: string): void {
    const key = `${counter}:${statement}`;
    const interviews = this.#shared.get(key) ?? 0;
    this.#shared.set(key, interviews + 1);
    if (interviews % interviewsPerStatement === 0) this.count(counter);
  }

  get used(): Readonly<Record<Counter, number>> {
    return { ...this.#used };
  }
}

/** Usage of the running transactions of a database. */
export class TransactionUsages {
  readonly #database: Database;
  readonly #usages = new WeakMap<object, TransactionUsage>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Usage of the transaction that runs now. */
  get current(): TransactionUsage {
    const running = this.#database.runningTransaction;
    if (!running) return new TransactionUsage();
    const usage = this.#usages.get(running) ?? new TransactionUsage();
    this.#usages.set(running, usage);
    return usage;
  }

  /** Lets the running transaction go on counting where another one stopped. */
  goOn(usage: TransactionUsage): void {
    const running = this.#database.runningTransaction;
    if (running) this.#usages.set(running, usage);
  }
}
