import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { LastAnswers, StoredAnswer, StoreState } from '../port/last-answers.ts';
import type { StoredAnswers } from '../port/stored-answers.ts';
import { StoreTroubles } from './store-troubles.ts';
import { WaitingAnswers } from './waiting-answers.ts';
import { within } from './within.ts';
import { writeAnswers } from './write-answers.ts';

export interface WriteBehindOptions {
  readonly answers: StoredAnswers;
  readonly maxRows: number;
  readonly maxAgeHours: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly pace?: Partial<Pace>;
}

/** Times in milliseconds. */
export interface Pace {
  /** Time that answers are gathered before they are written together. */
  readonly writeEvery: number;
  /** Time until a store that refused answers is tried again. */
  readonly retryAfter: number;
  /** Who sees no live figures waits for the store no longer than this. */
  readonly findWithin: number;
  /** What then still waits when the service stops is lost. */
  readonly closeWithin: number;
}

const PACE: Pace = { writeEvery: 250, retryAfter: 5_000, findWithin: 2_000, closeWithin: 5_000 };
/** A few megabytes of memory; where the store refuses answers for long, the oldest go. */
const MAX_WAITING = 5_000;
/** The store has other work too: this many take a few milliseconds. */
const MAX_PER_WRITE = 100;

/** Last good answers in the store, written behind the answers that people wait for. */
export class WriteBehindAnswers implements LastAnswers {
  readonly #options: WriteBehindOptions;
  readonly #pace: Pace;
  readonly #waiting = new WaitingAnswers(MAX_WAITING);
  readonly #troubles: StoreTroubles;
  #rows = 0;
  /** Set from the moment a write is planned until it has ended, so that there is one at a time. */
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<boolean> = Promise.resolve(true);
  #closed = false;

  private constructor(options: WriteBehindOptions) {
    this.#options = options;
    this.#pace = { ...PACE, ...options.pace };
    this.#troubles = new StoreTroubles(options.logger);
  }

  /** Counts what the store has. A store that cannot be read does not keep the service from starting. */
  static async open(options: WriteBehindOptions): Promise<WriteBehindAnswers> {
    const opened = new WriteBehindAnswers(options);
    opened.#rows = (await opened.#read(() => options.answers.count())) ?? 0;
    return opened;
  }

  async find(operation: string, key: string): Promise<StoredAnswer | undefined> {
    const waiting = this.#waiting.find(operation, key);
    const found = waiting
      ? waiting.answer
      : await this.#read(() => this.#options.answers.find(operation, key));
    return found !== undefined && Date.parse(found.asOf) >= this.#oldest().toMillis() ? found : undefined;
  }

  remember(answer: StoredAnswer): void {
    this.#change(answer.operation, answer.key, answer);
  }

  forget(operation: string, key: string): void {
    this.#change(operation, key, undefined);
  }

  count(): number {
    return this.#rows + this.#waiting.size;
  }

  state(): StoreState {
    return this.#troubles.state();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    await within(this.#pace.closeWithin, this.#writeAll()).catch((error: unknown) =>
      this.#troubles.seen('written', error)
    );
    if (this.#waiting.size > 0) {
      this.#options.logger.warn({ answers: this.#waiting.size }, 'the newest last good answers are lost');
    }
  }

  #change(operation: string, key: string, answer: StoredAnswer | undefined): void {
    if (this.#closed) return;
    this.#waiting.put({ operation, key, answer });
    this.#writeIn(this.#pace.writeEvery);
  }

  #writeIn(milliseconds: number): void {
    if (this.#closed || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#writeAndPlan(), milliseconds).unref();
  }

  async #writeAndPlan(): Promise<void> {
    this.#writing = this.#writeSome();
    const written = await this.#writing;
    this.#timer = undefined;
    if (this.#waiting.size > 0) this.#writeIn(written ? 0 : this.#pace.retryAfter);
  }

  async #writeAll(): Promise<void> {
    await this.#writing;
    while (this.#waiting.size > 0 && (await this.#writeSome()));
  }

  /** Tells the store what has waited longest. False when it refused; then it waits on. */
  async #writeSome(): Promise<boolean> {
    const { answers, logger, maxRows } = this.#options;
    const changes = this.#waiting.oldest(MAX_PER_WRITE);
    try {
      const bounds = { oldestAsOf: this.#oldest().toISO(), maxRows };
      await writeAnswers(
        changes.flatMap(({ answer }) => answer ?? []),
        { answers, bounds, logger }
      );
      for (const { operation, key, answer } of changes) {
        if (answer === undefined) await answers.forget(operation, key);
      }
      this.#waiting.done(changes);
      this.#rows = await answers.count();
      this.#troubles.over('written');
      return true;
    } catch (error) {
      this.#troubles.seen('written', error);
      return false;
    }
  }

  async #read<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await within(this.#pace.findWithin, question());
      this.#troubles.over('read');
      return answer;
    } catch (error) {
      this.#troubles.seen('read', error);
      return undefined;
    }
  }

  #oldest() {
    return this.#options.clock().minus({ hours: this.#options.maxAgeHours }).toUTC();
  }
}
