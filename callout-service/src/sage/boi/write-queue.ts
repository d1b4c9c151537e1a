import type { WriterState } from '../port/sage-writer.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BoiOperation } from './boi-work.ts';
import type { BoiOptions } from './options.ts';
import { SessionKeeper } from './session-keeper.ts';
import { SessionWork } from './session-work.ts';

/** An operation that was taken into the queue, whatever it results in. */
interface Turn {
  /** Does it, and answers its caller; never rejects. Resolves when the session is free for the next one. */
  readonly perform: () => Promise<void>;
  readonly refuse: (error: LedgerBridgeError) => void;
}

/** All writing into one Sage company, one operation after the other, in the order of the calls. */
export class WriteQueue {
  readonly #options: BoiOptions;
  readonly #keeper: SessionKeeper;
  readonly #waiting: Turn[] = [];
  #running = false;
  #working = false;
  #pausedSince: Date | undefined;
  #closed = false;
  #whenAtRest: (() => void)[] = [];
  #bridgeName: string | null = null;
  #lastFailure: ErrorCode | null = null;

  constructor(options: BoiOptions) {
    this.#options = options;
    this.#keeper = new SessionKeeper(options);
  }

  /**
   * Does the operation when its turn comes. Rejects with LB518 when too many wait, LB516 when writing is paused and the
   * operation does not wait, LB513 to LB515 when there is no session, and with what the operation itself rejects with.
   */
  run<T>(operation: BoiOperation<T>): Promise<T> {
    const refusal = this.#refusal(operation);
    if (refusal !== undefined) return Promise.reject(refusal);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const calledAt = performance.now();
    this.#waiting.push({
      perform: () => this.#perform(operation, calledAt, resolve, reject),
      refuse: reject
    });
    this.#work();
    return promise;
  }

  /**
   * Lets the operation under way finish, closes the session, and holds all others back until `resume`. Resolves when
   * Sage's files are free, or when writing is resumed before that.
   */
  pause(): Promise<void> {
    this.#pausedSince ??= new Date();
    return this.#rest();
  }

  resume(): void {
    this.#pausedSince = undefined;
    this.#keeper.tryAgain();
    this.#work();
  }

  state(): WriterState {
    const bridge = this.#keeper.bridgeState;
    return {
      bridge: this.#running && bridge === 'ready' ? 'busy' : bridge,
      pausedSince: this.#pausedSince?.toISOString() ?? null,
      waiting: this.#waiting.length,
      bridgeName: this.#bridgeName,
      lastFailure: this.#keeper.lastFailure ?? this.#lastFailure
    };
  }

  /** Lets the operation under way finish and closes the session. What waits is refused with LB513: nothing was written. */
  close(): Promise<void> {
    this.#closed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(closedError());
    return this.#rest();
  }

  #refusal(operation: BoiOperation<unknown>): LedgerBridgeError | undefined {
    if (this.#closed) return closedError();
    if (this.#pausedSince !== undefined && operation.whenPaused === 'refuse') {
      const detail = `Writing to Sage has been paused since ${this.#pausedSince.toISOString()}.`;
      return new LedgerBridgeError('LB516', { detail });
    }
    if (this.#waiting.length < this.#options.maxWaiting) return undefined;
    const detail = `${this.#waiting.length} records wait to be written already.`;
    return new LedgerBridgeError('LB518', { detail });
  }

  #rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#whenAtRest.push(() => resolve(undefined));
    this.#work();
    return promise;
  }

  #work(): void {
    this.#reportLoad();
    if (this.#working) return;
    this.#working = true;
    void this.#workOff();
  }

  /** Nothing may be awaited between finding no turn and stopping, or a call in between would wait for ever. */
  async #workOff(): Promise<void> {
    for (;;) {
      if (this.#isHeld) await this.#keeper.close(this.#closed ? 'closed' : 'pause');
      for (const atRest of this.#whenAtRest.splice(0)) atRest();
      const turn = this.#isHeld ? undefined : this.#waiting.shift();
      if (turn === undefined) break;
      this.#running = true;
      this.#reportLoad();
      await turn.perform();
      this.#running = false;
      this.#reportLoad();
    }
    this.#working = false;
  }

  get #isHeld(): boolean {
    return this.#closed || this.#pausedSince !== undefined;
  }

  async #perform<T>(
    operation: BoiOperation<T>,
    calledAt: number,
    resolve: (result: T) => void,
    reject: (error: unknown) => void
  ): Promise<void> {
    const startedAt = performance.now();
    let work: SessionWork | undefined;
    let code: ErrorCode | undefined;
    try {
      work = await this.#begin(operation);
      const result = await Promise.race([operation.perform(work), work.overdue]);
      work.assertAllSent();
      resolve(result);
    } catch (error) {
      code = asLedgerBridgeError(error).code;
      reject(error);
    }
    this.#noteEnd(operation.name, { calledAt, startedAt, batches: work?.batches ?? 0 }, code);
    await work?.end(this.#options.operationTimeoutMs);
    if (work !== undefined) await this.#keeper.giveBack();
  }

  async #begin(operation: BoiOperation<unknown>): Promise<SessionWork> {
    const session = await this.#keeper.take();
    const { bridge, bits } = session.bridge;
    this.#bridgeName = `${bridge} (${bits}-bit)`;
    return new SessionWork(session, this.#options.operationTimeoutMs, operation.subject);
  }

  #noteEnd(
    name: string,
    { calledAt, startedAt, batches }: { calledAt: number; startedAt: number; batches: number },
    code: ErrorCode | undefined
  ): void {
    if (code === undefined) this.#lastFailure = null;
    else if (FAILURES_OF_THE_WAY.has(code)) this.#lastFailure = code;
    this.#options.observer?.operationEnded?.({
      name,
      durationMs: performance.now() - calledAt,
      waitedMs: startedAt - calledAt,
      batches,
      ...(code === undefined ? {} : { code })
    });
  }

  #reportLoad(): void {
    this.#options.observer?.queueChanged?.({
      waiting: this.#waiting.length,
      running: this.#running,
      paused: this.#pausedSince !== undefined
    });
  }
}

/** Codes that say something about the way to Sage rather than about one record. */
const FAILURES_OF_THE_WAY: ReadonlySet<ErrorCode> = new Set(['LB512', 'LB513', 'LB514', 'LB515', 'LB524']);

function closedError(): LedgerBridgeError {
  return new LedgerBridgeError('LB513', { detail: 'Writing to Sage is being closed; nothing was written.' });
}
