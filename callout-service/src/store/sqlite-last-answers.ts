import type { Clock } from '../telemetry/clock.ts';
import type { Logger } from '../telemetry/logger.ts';
import { LastAnswerTable } from './last-answer-table.ts';
import { openAnswersDatabase } from './open-answers-database.ts';
import type { LastAnswers, StoredAnswer, StoreState } from './port/last-answers.ts';

export interface SqliteLastAnswersOptions {
  /** Made, with mode 0700, where it is missing. */
  readonly directory: string;
  /** Each company has its own file, so that figures of one never show in another. */
  readonly companyCode: string;
  readonly maxRows: number;
  readonly maxAgeHours: number;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Time that answers are gathered before they are written together. */
  readonly writeEveryMs?: number;
}

/** Answers that may wait for the disk; when it refuses them for long, the oldest go. */
const MAX_WAITING = 5_000;
const WRITE_EVERY_MS = 250;
/** SQLite writes on the thread that answers: this many take about a millisecond, then requests have their turn. */
const MAX_PER_WRITE = 25;

/** Last good answers in an SQLite file, written in batches behind the answers that people wait for. */
export class SqliteLastAnswers implements LastAnswers {
  readonly #options: SqliteLastAnswersOptions;
  readonly #table: LastAnswerTable;
  readonly #notDurableBecause: string | undefined;
  readonly #waiting = new Map<string, StoredAnswer>();
  #writeFault: string | undefined;
  #rows = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: SqliteLastAnswersOptions) {
    const { directory, companyCode, logger } = options;
    const opened = openAnswersDatabase(directory, `last-answers-${companyCode}.sqlite`, logger);
    this.#options = options;
    this.#table = new LastAnswerTable(opened.database);
    this.#notDurableBecause = opened.notDurableBecause;
    this.#rows = this.#table.count();
  }

  find(operation: string, key: string): StoredAnswer | undefined {
    let found = this.#waiting.get(rowId(operation, key));
    if (found === undefined) this.#guard('read', () => (found = this.#table.find(operation, key)));
    return found !== undefined && found.asOf >= this.#oldestAsOf() ? found : undefined;
  }

  remember(answer: StoredAnswer): void {
    const id = rowId(answer.operation, answer.key);
    if ((this.#waiting.get(id)?.asOf ?? '') > answer.asOf) return;
    this.#waiting.delete(id);
    this.#waiting.set(id, answer);
    this.#dropOldestWaiting();
    this.#writeWithin(this.#options.writeEveryMs ?? WRITE_EVERY_MS);
  }

  forget(operation: string, key: string): void {
    this.#waiting.delete(rowId(operation, key));
    this.#guard('deleted', () => {
      this.#table.forget(operation, key);
      this.#rows = this.#table.count();
    });
  }

  count(): number {
    return this.#rows + this.#waiting.size;
  }

  state(): StoreState {
    return {
      writable: this.#writeFault === undefined,
      durable: this.#notDurableBecause === undefined,
      reason: this.#notDurableBecause ?? this.#writeFault
    };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#write(this.#waiting.size);
    this.#table.close();
  }

  #dropOldestWaiting(): void {
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MAX_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
  }

  #writeWithin(milliseconds: number): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const written = this.#write(MAX_PER_WRITE);
      if (written && this.#waiting.size > 0) this.#writeWithin(0);
    }, milliseconds).unref();
  }

  /** Writes up to `most` of the answers that have waited longest. False when the disk refused them. */
  #write(most: number): boolean {
    let written = false;
    this.#guard('written', () => {
      const { maxRows } = this.#options;
      const batch = [...this.#waiting].slice(0, most);
      this.#table.write(
        batch.map(([, answer]) => answer),
        { oldestAsOf: this.#oldestAsOf(), maxRows }
      );
      for (const [id] of batch) this.#waiting.delete(id);
      this.#rows = this.#table.count();
      this.#writeFault = undefined;
      written = true;
    });
    return written;
  }

  /** The disk's troubles are told once each time they begin, and never to who asks for an answer. */
  #guard(verb: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (this.#writeFault === undefined) {
        this.#options.logger.warn({ err: error }, `last good answers cannot be ${verb}`);
      }
      this.#writeFault = error instanceof Error ? error.message : String(error);
    }
  }

  #oldestAsOf(): string {
    return this.#options.clock().minus({ hours: this.#options.maxAgeHours }).toUTC().toISO();
  }
}

function rowId(operation: string, key: string): string {
  return `${operation} ${key}`;
}
