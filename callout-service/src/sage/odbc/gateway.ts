import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { providexDialect } from '../sql/providex-dialect.ts';
import { createStatementCheck } from '../sql/statement-check.ts';
import { failureError, isConnectionLost } from './failure-codes.ts';
import type { OdbcOptions } from './options.ts';
import type { CellRow, Question } from './protocol.ts';
import type { AskOutcome } from './questions.ts';
import { ReadQueue } from './read-queue.ts';
import { noReader, readerLost, readerStarting, tooBusy } from './no-answer.ts';
import { ReaderSupervisor } from './reader-supervisor.ts';
import type { Priority, RunOutcome } from './run-slots.ts';
import { credentialMask } from './secrets.ts';

const DEFAULT_MAX_WAITING = 1_000;
const MAX_ATTEMPTS = 2;

/** How one read is made. */
export interface GatewayReadOptions {
  /** No further statement is begun once this many rows came in all; what was not begun gives no rows. */
  readonly stopAfterRows?: number;
  /** Time for all statements together, instead of the configured one. */
  readonly deadlineMs?: number;
  /**
   * `background` is for long scans: such reads wait for interactive ones, and leave one connection to those (where there
   * is but one, they take it in turns). Default `interactive`.
   */
  readonly priority?: Priority;
}

interface Read {
  readonly statements: readonly string[];
  readonly stopAfterRows: number | undefined;
  readonly deadlineMs: number;
  readonly priority: Priority;
  readonly calledAt: number;
  /** When it was first given to a reader process; its deadline counts from here. */
  startedAt: number | undefined;
  attempts: number;
  waitTimer: NodeJS.Timeout | undefined;
  readonly resolve: (results: readonly (readonly CellRow[])[]) => void;
  readonly reject: (error: LedgerBridgeError) => void;
}

/**
 * The way to Sage for statements: a bounded queue in front of the reader process. Reads beyond the queue, or waiting
 * too long in it, are refused with LB303, or with LB307 while no process is ready; a read whose connection or process was lost is tried once more if its
 * deadline allows, which is safe because reads change nothing.
 */
export class OdbcGateway {
  readonly #options: OdbcOptions;
  readonly #supervisor: ReaderSupervisor;
  readonly #mask: (text: string) => string;
  readonly #assertSafe: (sql: string) => void;
  readonly #waiting = new ReadQueue<Read>();
  readonly #underWay = new Set<Read>();
  #nextId = 1;
  #connectionFailures = 0;
  #closing: Promise<void> | undefined;
  #drained: (() => void) | undefined;

  constructor(options: OdbcOptions) {
    this.#options = options;
    this.#assertSafe = createStatementCheck(options.dialect ?? providexDialect);
    this.#mask = credentialMask(options.connectionString);
    this.#supervisor = new ReaderSupervisor(options, this.#mask, () => this.#dispatch());
  }

  /**
   * Runs statements one after the other on one connection, in one round trip to the reader process. Gives the rows of
   * each. Rejects with a LedgerBridgeError LB301 to LB308.
   */
  read(
    statements: readonly string[],
    { stopAfterRows, deadlineMs, priority = 'interactive' }: GatewayReadOptions = {}
  ): Promise<readonly (readonly CellRow[])[]> {
    try {
      statements.forEach(this.#assertSafe);
    } catch (cause) {
      const detail = 'A statement is outside the SQL that Sage takes and was not sent.';
      return Promise.reject(new LedgerBridgeError('LB308', { detail, cause }));
    }
    if (this.#closing !== undefined) {
      return Promise.reject(new LedgerBridgeError('LB307', { detail: 'The Sage reader is being closed.' }));
    }
    return new Promise((resolve, reject) => {
      const calledAt = performance.now();
      const read = {
        statements,
        stopAfterRows,
        deadlineMs: deadlineMs ?? this.#options.queryTimeoutMs,
        priority,
        calledAt,
        startedAt: undefined,
        attempts: 0,
        waitTimer: undefined,
        resolve,
        reject
      };
      this.#admit(read);
    });
  }

  /**
   * Asks one thing beside the reads, on a connection of its own; questions come one after the other. Statements are not
   * checked here, since some are meant to be refused by the driver. Never rejects.
   */
  async ask(question: Question, timeoutMs = this.#options.queryTimeoutMs): Promise<AskOutcome> {
    const reader = this.#closing === undefined ? this.#supervisor.current : undefined;
    return reader?.ask(this.#nextId++, question, timeoutMs) ?? { type: 'lost' };
  }

  /** As `ask`, but gives the rows alone. Rejects with a LedgerBridgeError LB301 to LB308. */
  async askForRows(question: Question): Promise<readonly CellRow[]> {
    const outcome = await this.ask(question);
    if (outcome.type === 'rows') return outcome.rows;
    throw outcome.type === 'lost' ? readerLost() : failureError(outcome.failure, this.#mask);
  }

  /** Grows whenever connections were lost or the process was replaced: what was known of the driver may be stale. */
  get disruptions(): number {
    return this.#connectionFailures + this.#supervisor.started;
  }

  /** Lets everything that waits or runs come to its end, then closes connections and process. */
  close(): Promise<void> {
    this.#closing ??= this.#drain().then(() => this.#supervisor.close());
    return this.#closing;
  }

  #admit(read: Read): void {
    if (this.#waiting.lengthOf(read.priority) >= (this.#options.maxWaiting ?? DEFAULT_MAX_WAITING)) {
      this.#reject(read, this.#whyWaiting());
      return;
    }
    this.#waiting.push(read);
    this.#dispatch();
    if (read.attempts === 0) this.#limitWaiting(read);
  }

  #limitWaiting(read: Read): void {
    read.waitTimer = setTimeout(
      () => this.#stopWaiting(read, () => this.#whyWaiting()),
      this.#options.acquireTimeoutMs
    );
  }

  #dispatch(): void {
    const reader = this.#supervisor.current;
    while (reader !== undefined) {
      const read = this.#waiting.takeNext((priority) => reader.hasRoomFor(priority));
      if (read === undefined) break;
      clearTimeout(read.waitTimer);
      read.startedAt ??= performance.now();
      read.attempts += 1;
      this.#underWay.add(read);
      const { statements, stopAfterRows, priority } = read;
      const run = { id: this.#nextId++, statements, stopAfterRows, timeoutMs: this.#timeLeft(read) };
      reader.run(run, priority, (outcome) => this.#settle(read, outcome));
    }
    this.#reportLoad();
  }

  #settle(read: Read, outcome: RunOutcome): void {
    this.#underWay.delete(read);
    if (outcome.type === 'rows') {
      this.#resolve(read, outcome.results);
      return;
    }
    if (isDisruption(outcome)) this.#connectionFailures += 1;
    if (this.#mayTryAgain(read, outcome)) {
      this.#tryAgain(read);
      return;
    }
    this.#reject(read, outcome.type === 'lost' ? readerLost() : failureError(outcome.failure, this.#mask));
  }

  #mayTryAgain(read: Read, outcome: Exclude<RunOutcome, { type: 'rows' }>): boolean {
    const lost = outcome.type === 'lost' || isConnectionLost(outcome.failure);
    return lost && read.attempts < MAX_ATTEMPTS && this.#timeLeft(read) > 1;
  }

  #tryAgain(read: Read): void {
    this.#waiting.putFirst(read);
    const timeLeft = Math.min(this.#timeLeft(read), this.#options.acquireTimeoutMs);
    read.waitTimer = setTimeout(() => this.#stopWaiting(read, readerLost), timeLeft);
    this.#dispatch();
  }

  #stopWaiting(read: Read, reason: () => LedgerBridgeError): void {
    this.#waiting.remove(read);
    this.#reject(read, reason());
    this.#reportLoad();
  }

  #timeLeft(read: Read): number {
    const elapsed = read.startedAt === undefined ? 0 : performance.now() - read.startedAt;
    return Math.max(1, Math.round(read.deadlineMs - elapsed));
  }

  #resolve(read: Read, results: readonly (readonly CellRow[])[]): void {
    this.#report(read);
    read.resolve(results);
  }

  #reject(read: Read, error: LedgerBridgeError): void {
    this.#report(read, error.code);
    read.reject(error);
  }

  #report(read: Read, code?: ErrorCode): void {
    const now = performance.now();
    this.#options.observer?.readEnded?.({
      durationMs: now - read.calledAt,
      waitedMs: (read.startedAt ?? now) - read.calledAt,
      statements: read.statements.length,
      attempts: read.attempts,
      ...(code === undefined ? {} : { code })
    });
    if (this.#waiting.length + this.#underWay.size === 0) this.#drained?.();
  }

  #reportLoad(): void {
    this.#options.observer?.loadChanged?.({
      inUse: this.#supervisor.current?.inUse ?? 0,
      poolSize: this.#options.poolSize,
      waiting: this.#waiting.length
    });
  }

  async #drain(): Promise<void> {
    if (this.#waiting.length + this.#underWay.size === 0) return;
    await new Promise<void>((resolve) => (this.#drained = resolve));
  }

  #whyWaiting(): LedgerBridgeError {
    const reader = this.#supervisor.current;
    if (reader === undefined) return noReader();
    return reader.isReady ? tooBusy(this.#options.poolSize, this.#waiting.length) : readerStarting();
  }
}

function isDisruption(outcome: Exclude<RunOutcome, { type: 'rows' }>): boolean {
  return (
    outcome.type === 'failed' && (outcome.failure.stage === 'connect' || isConnectionLost(outcome.failure))
  );
}
