import type { OdbcOptions } from './options.ts';
import { ReaderProcess } from './reader-process.ts';

const FIRST_RESTART_DELAY_MS = 100;
const LONGEST_RESTART_DELAY_MS = 5_000;
const CLOSE_WITHIN_MS = 2_000;

/**
 * Keeps one reader process at hand. One that hangs is replaced at once, since its deadlines already pace that; one
 * that keeps dying without having answered anything is started again after growing pauses.
 */
export class ReaderSupervisor {
  readonly #options: OdbcOptions;
  readonly #mask: (text: string) => string;
  readonly #onRoom: () => void;
  readonly #all = new Set<ReaderProcess>();
  #current: ReaderProcess | undefined;
  #deathsInARow = 0;
  #restartTimer: NodeJS.Timeout | undefined;
  #closed = false;
  #started = 0;

  constructor(options: OdbcOptions, mask: (text: string) => string, onRoom: () => void) {
    this.#options = options;
    this.#mask = mask;
    this.#onRoom = onRoom;
    this.#start();
  }

  /** The process that takes new reads; absent while the next one may not start yet. */
  get current(): ReaderProcess | undefined {
    return this.#current;
  }

  /** How many processes were started so far. */
  get started(): number {
    return this.#started;
  }

  /** Ends every process. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restartTimer);
    await Promise.all([...this.#all].map((reader) => reader.close(CLOSE_WITHIN_MS)));
  }

  #start(): void {
    if (this.#closed) return;
    const reader = new ReaderProcess(this.#options, {
      ready: () => this.#onRoom(),
      freed: () => this.#onRoom(),
      retired: (end) => {
        this.#options.logger?.warn({ pid: reader.pid, end }, 'the Sage reader process is being replaced');
        this.#replace(reader, 0);
      },
      ended: (event) => {
        this.#all.delete(reader);
        this.#options.observer?.readerEnded?.({ pid: reader.pid, end: event.end });
        if (event.end !== 'crashed') return;
        this.#deathsInARow = event.served ? 0 : this.#deathsInARow + 1;
        const stderr = this.#mask(event.stderr);
        this.#options.logger?.warn({ pid: reader.pid, stderr }, 'the Sage reader process ended by itself');
        this.#replace(reader, restartDelay(this.#deathsInARow));
      }
    });
    this.#started += 1;
    this.#all.add(reader);
    this.#current = reader;
    this.#options.observer?.readerStarted?.({ pid: reader.pid });
    this.#options.logger?.info({ pid: reader.pid }, 'the Sage reader process was started');
  }

  #replace(reader: ReaderProcess, afterMs: number): void {
    if (this.#current !== reader) return;
    this.#current = undefined;
    if (afterMs === 0) this.#start();
    else this.#restartTimer = setTimeout(() => this.#start(), afterMs);
  }
}

function restartDelay(deathsInARow: number): number {
  if (deathsInARow <= 1) return 0;
  return Math.min(LONGEST_RESTART_DELAY_MS, FIRST_RESTART_DELAY_MS * 2 ** (deathsInARow - 2));
}
