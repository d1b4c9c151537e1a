import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoadSettings } from './load/load-settings.ts';
import { saidSchema, type Said } from './load/said.ts';

const PROGRAM = fileURLToPath(new URL('load/load-process.ts', import.meta.url));
/** Longer than anything a healthy process takes on a busy machine. */
const PATIENCE_MS = 60_000;
const POLL_MS = 2;
/** A stopped process says nothing more, and what it said is in the pipe already. */
const DRAIN_MS = 60;

type Listener = (what: Said) => void;

/** Starts a process that enqueues and works as it is told. */
export function startLoad(settings: LoadSettings, listener: Listener): LoadChild {
  // Many are started one after the other: what Node.js compiled for the first is kept beside the ledger.
  const compiled = join(dirname(settings.ledger), 'compiled');
  return new LoadChild(PROGRAM, settings, listener, { NODE_COMPILE_CACHE: compiled });
}

/** A process under fire, as its parent sees it. It ends when its parent does. */
export class LoadChild {
  /** Fulfilled once it ended and everything it said was heard; its status, null when it was killed. */
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  readonly #counts = new Map<Said['said'], number>();
  #openedAfterMs: number | undefined;
  #isOver = false;

  constructor(program: string, settings: object, listener: Listener, environment: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment }
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const what = parse(line);
      if (what === undefined) return;
      this.#counts.set(what.said, this.count(what.said) + 1);
      if (what.said === 'opened') this.#openedAfterMs = what.milliseconds;
      listener(what);
    });
    this.ended = new Promise((resolve) => {
      child.once('close', (status) => {
        this.#isOver = true;
        resolve(status);
      });
    });
    this.#process = child;
  }

  /** How often it said that. */
  count(said: Said['said']): number {
    return this.#counts.get(said) ?? 0;
  }

  /** Time its store took to open; undefined while it is not open. */
  openedAfterMs(): number | undefined {
    return this.#openedAfterMs;
  }

  /** Fulfilled once it has said that more often than given. @throws Error when it ended before, or takes too long. */
  async heard(said: Said['said'], moreOftenThan = 0): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (this.count(said) <= moreOftenThan) {
      if (this.#isOver) throw new Error(`The process under fire ended before it said ${said}`);
      if (Date.now() > until) throw new Error(`The process under fire did not say ${said} in time`);
      await delay(POLL_MS);
    }
  }

  /** Waits for its end, and ends it when that takes too long. Whether it ended well by itself. */
  async endedWell(patienceMs = PATIENCE_MS): Promise<boolean> {
    const tooLong = setTimeout(() => void this.kill(), patienceMs);
    const status = await this.ended;
    clearTimeout(tooLong);
    return status === 0;
  }

  /** Stops it in mid-step, and waits for what it had said. */
  async freeze(): Promise<void> {
    this.#process.kill('SIGSTOP');
    await delay(DRAIN_MS);
  }

  /** Lets one that was frozen go on. */
  resume(): void {
    this.#process.kill('SIGCONT');
  }

  /** As `kill -9`. Nothing happens to one that has ended. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }
}

/** A kill may end a line in the middle: what was not said whole was not said. */
function parse(line: string): Said | undefined {
  try {
    return saidSchema.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
