import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { ClaimedJob } from '../store/port/job.ts';
import type { LossReason } from './job-observer.ts';

export interface Holding {
  readonly leaseMs: number;
  readonly timeLimitMs: number;
  /** When the lease was asked for, by `performance.now()`: it cannot end before that and its length. */
  readonly since: number;
  /** Called once, while the handler still works. */
  readonly onLost: (held: HeldJob, because: LossReason) => void;
}

/** A job in the hands of a handler, and what the worker knows of its lease without asking the store. */
export class HeldJob {
  readonly job: ClaimedJob;
  readonly #holding: Holding;
  readonly #abort = new AbortController();
  readonly #limit: NodeJS.Timeout;
  #expiry: NodeJS.Timeout | undefined;
  #until: number;
  #state: 'working' | 'overdue' | 'answering' | 'lost' | 'ended' = 'working';

  constructor(job: ClaimedJob, holding: Holding) {
    this.job = job;
    this.#holding = holding;
    this.#until = holding.since + holding.leaseMs;
    this.#limit = setTimeout(() => this.#overdue(), holding.timeLimitMs);
    this.#watch();
  }

  /** Tells the handler to stop. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Whether its lease is to be extended: not that of a stuck handler, which must run out. */
  get beats(): boolean {
    return this.#state === 'working' || this.#state === 'answering';
  }

  /** Whether the lease holds as far as can be known here. */
  get holds(): boolean {
    return this.#state !== 'lost' && this.#state !== 'ended' && performance.now() < this.#until;
  }

  /** The store has extended the lease; asked at that moment. */
  extended(since: number): void {
    this.#until = since + this.#holding.leaseMs;
    if (this.beats) this.#watch();
  }

  /** Someone else has the job, or may have. Once the handler has ended that is for its answer to find out. */
  lose(because: LossReason): void {
    if (this.#state !== 'working' && this.#state !== 'overdue') return;
    this.#state = 'lost';
    this.#clear();
    this.#abort.abort(lostError(because));
    this.#holding.onLost(this, because);
  }

  /** The service stops, and can wait no longer. */
  cancel(reason: LedgerBridgeError): void {
    this.#abort.abort(reason);
  }

  /** The handler has ended; its answer is under way. */
  answering(): void {
    clearTimeout(this.#limit);
    if (this.#state === 'working' || this.#state === 'overdue') this.#state = 'answering';
  }

  /** Nothing more comes of it here. */
  end(): void {
    this.#clear();
    this.#state = 'ended';
  }

  #watch(): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#expired(), Math.max(0, this.#until - performance.now()));
  }

  #expired(): void {
    if (performance.now() < this.#until) this.#watch();
    else this.lose(this.#state === 'overdue' ? 'time-limit' : 'not-extended');
  }

  #overdue(): void {
    if (this.#state !== 'working') return;
    this.#state = 'overdue';
    this.#abort.abort(lostError('time-limit'));
  }

  #clear(): void {
    clearTimeout(this.#expiry);
    clearTimeout(this.#limit);
  }
}

function lostError(because: LossReason): LedgerBridgeError {
  if (because === 'time-limit') {
    return new LedgerBridgeError('LB609', { detail: 'The handler took longer than its time limit.' });
  }
  const detail =
    because === 'taken'
      ? 'The job was given to another worker.'
      : 'The lease of the job could not be extended.';
  return new LedgerBridgeError('LB608', { detail });
}
