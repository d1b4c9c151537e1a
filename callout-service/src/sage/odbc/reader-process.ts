import type { ChildProcess } from 'node:child_process';
import type { ReaderProcessEnd } from './observer.ts';
import type { OdbcOptions } from './options.ts';
import {
  PROTOCOL_VERSION,
  type DriverFailure,
  type FromReaderProcess,
  type Question,
  type Run,
  type ToReaderProcess
} from './protocol.ts';
import { NO_ANSWER, Questions, type AskOutcome } from './questions.ts';
import { RunSlots, type Priority, type RunAnswer, type RunOutcome } from './run-slots.ts';
import { startReaderProcess } from './start-reader-process.ts';

const START_TIMEOUT_MS = 15_000;
// What a message may take on its way through a busy process before that process counts as unresponsive.
const MESSAGE_ALLOWANCE_MS = 1_000;
const STDERR_TAIL_CHARACTERS = 2_000;

export interface ReaderProcessEvents {
  ready(): void;
  /** A slot came free. */
  freed(): void;
  /** It takes no more runs and will end by itself; a replacement may start now. */
  retired(end: ReaderProcessEnd): void;
  ended(event: { readonly end: ReaderProcessEnd; readonly served: boolean; readonly stderr: string }): void;
}

/**
 * One child process with the ODBC driver in it, from start to end. It runs at most `poolSize` statements' batches at
 * once. When the driver hangs it retires: it takes no more, lets healthy runs finish, and is killed.
 */
export class ReaderProcess {
  readonly #options: OdbcOptions;
  readonly #events: ReaderProcessEvents;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #slots = new RunSlots();
  readonly #questions: Questions;
  #startTimer: NodeJS.Timeout;
  #ready = false;
  #end: ReaderProcessEnd | undefined;
  #served = false;
  #stderr = '';

  constructor(options: OdbcOptions, events: ReaderProcessEvents) {
    this.#options = options;
    this.#events = events;
    this.#child = startReaderProcess(options);
    this.#questions = new Questions({
      send: (ask) => this.#send(ask),
      patienceMs: (timeoutMs) => this.#patienceMs(timeoutMs),
      // The hung call holds a thread of that process for as long as the driver likes.
      hung: () => this.#retire('hung')
    });
    this.#exited = new Promise((resolve) => this.#child.once('close', () => resolve()));
    this.#child.on('message', (message: FromReaderProcess) => this.#receive(message));
    // A failed spawn or send is followed by `close`, which is where it is dealt with.
    this.#child.on('error', (error) => (this.#stderr += String(error)));
    this.#child.once('close', () => this.#onClose());
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-STDERR_TAIL_CHARACTERS);
    });
    this.#startTimer = setTimeout(() => this.#kill('unresponsive'), START_TIMEOUT_MS);
    const { connectionString, poolSize, connectTimeoutMs } = options;
    this.#send({
      type: 'configure',
      version: PROTOCOL_VERSION,
      connectionString,
      poolSize,
      connectTimeoutMs
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it has loaded the driver and takes runs. */
  get isReady(): boolean {
    return this.#ready;
  }

  get inUse(): number {
    return this.#slots.size;
  }

  /** Whether it would take a run of that priority now. Background runs leave one connection, but never have none. */
  hasRoomFor(priority: Priority): boolean {
    const { poolSize } = this.#options;
    if (!this.#ready || this.#end !== undefined || this.#slots.size >= poolSize) return false;
    return priority === 'interactive' || this.#slots.sizeOf(priority) < Math.max(1, poolSize - 1);
  }

  /** Runs statements; `answer` is called exactly once. To be called only while it `hasRoomFor` it. */
  run(run: Omit<Run, 'type'>, priority: Priority, answer: RunAnswer): void {
    const patienceMs = this.#patienceMs(run.timeoutMs);
    this.#slots.take(run.id, { priority, answer }, patienceMs, () => this.#unresponsive(run.id));
    this.#send({ type: 'run', ...run });
  }

  /** Asks one thing beside the reads. Never rejects; `lost` when the process ends first. */
  ask(id: number, question: Question, timeoutMs: number): Promise<AskOutcome> {
    return this.#questions.ask(id, question, timeoutMs);
  }

  /** Closes the connections in order; kills the process if that takes longer than `withinMs`. */
  async close(withinMs: number): Promise<void> {
    this.#end ??= 'closed';
    this.#send({ type: 'close' });
    const timer = setTimeout(() => this.#kill('closed'), withinMs);
    await this.#exited;
    clearTimeout(timer);
  }

  /** Resolves when the process is gone. */
  get exited(): Promise<void> {
    return this.#exited;
  }

  #receive(message: FromReaderProcess): void {
    switch (message.type) {
      case 'ready': {
        this.#onReady();
        return;
      }
      case 'rows': {
        this.#finish(message.id, { type: 'rows', results: message.results });
        return;
      }
      case 'failed': {
        this.#onFailed(message.id, message.failure);
        return;
      }
      case 'released': {
        this.#free(message.id);
        return;
      }
      case 'answered':
        this.#questions.settle(message.id, message.answer);
    }
  }

  #onReady(): void {
    clearTimeout(this.#startTimer);
    this.#ready = true;
    this.#questions.begin();
    this.#events.ready();
  }

  #onFailed(id: number, failure: DriverFailure): void {
    if (failure.reason !== 'timeout') {
      this.#finish(id, { type: 'failed', failure });
      return;
    }
    if (failure.stage === 'connect') {
      // Connecting cannot be cancelled: a thread of the process is held until the driver gives up. It retires before
      // its slot comes free, or the next read in the queue would be given to it.
      this.#retire('hung');
      this.#finish(id, { type: 'failed', failure });
      return;
    }
    const outcome: RunOutcome = { type: 'failed', failure };
    this.#slots.answerEarly(id, outcome, this.#options.cancelGraceMs, () => this.#retire('hung'));
  }

  #finish(id: number, outcome: RunOutcome): void {
    this.#served = true;
    this.#slots.answer(id, outcome);
    this.#free(id);
  }

  #free(id: number): void {
    if (!this.#slots.free(id)) return;
    if (this.#end === undefined) this.#events.freed();
    else this.#killWhenOnlyHungRunsAreLeft();
  }

  #retire(end: ReaderProcessEnd): void {
    if (this.#end === undefined) {
      this.#end = end;
      this.#events.retired(end);
    }
    this.#killWhenOnlyHungRunsAreLeft();
  }

  #killWhenOnlyHungRunsAreLeft(): void {
    if (this.#end === 'closed') return;
    if (this.#slots.onlyAnsweredAreLeft) this.#child.kill('SIGKILL');
  }

  #unresponsive(id: number): void {
    this.#slots.answer(id, { type: 'failed', failure: NO_ANSWER });
    this.#slots.free(id);
    this.#kill('unresponsive');
  }

  #kill(end: ReaderProcessEnd): void {
    if (this.#end === undefined) {
      this.#end = end;
      this.#events.retired(end);
    }
    this.#child.kill('SIGKILL');
  }

  #onClose(): void {
    clearTimeout(this.#startTimer);
    const end = (this.#end ??= 'crashed');
    const unanswered = this.#slots.empty();
    this.#events.ended({ end, served: this.#served, stderr: this.#stderr });
    this.#questions.end();
    for (const answer of unanswered) answer({ type: 'lost' });
  }

  /** The longest that a healthy process takes to say what became of a message. */
  #patienceMs(timeoutMs: number): number {
    const { connectTimeoutMs, cancelGraceMs } = this.#options;
    return connectTimeoutMs + timeoutMs + cancelGraceMs + MESSAGE_ALLOWANCE_MS;
  }

  #send(message: ToReaderProcess): void {
    // A send fails only when the process is gone, and then `close` answers everything that waits.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }
}
