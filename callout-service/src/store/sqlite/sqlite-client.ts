import { Worker } from 'node:worker_threads';
import { SqliteFailure } from './sqlite-failure.ts';
import {
  START_ID,
  type Statement,
  type StatementResult,
  type ThreadAnswer,
  type ThreadRequest,
  type ThreadStart
} from './thread-protocol.ts';

interface Waiting {
  resolve(result: StatementResult): void;
  reject(error: Error): void;
}

type Unnumbered<Request> = Request extends ThreadRequest ? Omit<Request, 'id'> : never;

/** The near end of a thread that holds one connection. Requests are answered in their order. */
export class SqliteClient {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #lastId = START_ID;
  #ended: SqliteFailure | undefined;
  #closing = false;
  #onEnded: (failure: SqliteFailure) => void = () => undefined;

  private constructor(start: ThreadStart) {
    this.#thread = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
      workerData: start,
      execArgv: [], // those of the process may not be for a thread
      name: `store-${start.role}`
    });
    this.#exited = new Promise((resolve) => {
      this.#thread.once('exit', () => {
        this.#endWith('it has ended');
        resolve();
      });
    });
    this.#thread.on('message', (answer: ThreadAnswer) => {
      this.#answered(answer);
    });
    this.#thread.on('error', (error: unknown) => {
      this.#endWith(error instanceof Error ? error.message : String(error));
    });
  }

  /** @throws SqliteFailure when the file cannot be opened. */
  static async start(start: ThreadStart): Promise<SqliteClient> {
    const client = new SqliteClient(start);
    await client.#answerTo(START_ID);
    return client;
  }

  /** Calls back once when the thread has ended without having been asked to. */
  onEnded(listener: (failure: SqliteFailure) => void): void {
    this.#onEnded = listener;
  }

  /** @throws SqliteFailure what SQLite refused. */
  run(statement: Statement): Promise<StatementResult> {
    return this.#ask({ kind: 'statement', ...statement });
  }

  /** After everything that was asked before. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    this.#closing = true;
    try {
      await this.#ask({ kind: 'close' });
    } finally {
      await this.#exited;
    }
  }

  /** Fulfilled when the thread has ended, however it did. */
  whenEnded(): Promise<void> {
    return this.#exited;
  }

  /** At once, whatever it is doing: for tests of a thread that dies. */
  async terminate(): Promise<void> {
    await this.#thread.terminate();
  }

  async #ask(request: Unnumbered<ThreadRequest>): Promise<StatementResult> {
    if (this.#ended !== undefined) throw this.#ended;
    const id = (this.#lastId += 1);
    const answer = this.#answerTo(id);
    this.#thread.ref();
    this.#thread.postMessage({ ...request, id });
    return answer;
  }

  #answerTo(id: number): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  #answered(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    // A process with nothing else to do may end.
    if (this.#waiting.size === 0 && !this.#closing) this.#thread.unref();
    if ('failure' in answer) waiting?.reject(new SqliteFailure(answer.failure));
    else waiting?.resolve(answer);
  }

  #endWith(message: string): void {
    if (this.#ended !== undefined) return;
    this.#ended = new SqliteFailure({
      message: `The thread of the embedded store: ${message}`,
      code: 'THREAD_ENDED',
      undone: true
    });
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
    this.#waiting.clear();
    if (!this.#closing) this.#onEnded(this.#ended);
  }
}
