import { Worker } from 'node:worker_threads';
import { SqliteFailure } from './sqlite-failure.ts';
import {
  START_ID,
  type BackupRequest,
  type StatementRequest,
  type ThreadAnswer,
  type ThreadRequest,
  type ThreadStart
} from './thread-protocol.ts';

interface Waiting {
  resolve(answer: Extract<ThreadAnswer, { rows: unknown }>): void;
  reject(error: Error): void;
}

type Unnumbered<Request> = Request extends ThreadRequest ? Omit<Request, 'id'> : never;

/** The near end of the thread that holds SQLite. Requests are answered in their order. */
export class SqliteClient {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = START_ID;
  #ended: SqliteFailure | undefined;

  private constructor(start: ThreadStart) {
    this.#thread = new Worker(new URL('./sqlite-thread.ts', import.meta.url), { workerData: start });
    this.#thread.on('message', (answer: ThreadAnswer) => this.#answered(answer));
    this.#thread.on('error', (error) => this.#endWith(error.message));
    this.#thread.on('exit', () => this.#endWith('the thread of the store has ended'));
  }

  /** @throws SqliteFailure when the file cannot be opened. */
  static async start(start: ThreadStart): Promise<SqliteClient> {
    const client = new SqliteClient(start);
    await new Promise((resolve, reject) => client.#waiting.set(START_ID, { resolve, reject }));
    client.#idle();
    return client;
  }

  /** @throws SqliteFailure what SQLite refused. */
  async run(
    statement: Omit<StatementRequest, 'id' | 'kind'>
  ): Promise<{ readonly rows: readonly unknown[]; readonly changes: number }> {
    return this.#ask({ kind: 'statement', ...statement });
  }

  async backup(file: BackupRequest['file']): Promise<void> {
    await this.#ask({ kind: 'backup', file });
  }

  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const exited = new Promise((resolve) => this.#thread.once('exit', resolve));
    await this.#ask({ kind: 'close' });
    await exited;
  }

  #ask(request: Unnumbered<ThreadRequest>): Promise<Extract<ThreadAnswer, { rows: unknown }>> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { resolve, reject });
      this.#thread.ref();
      this.#thread.postMessage({ ...request, id });
    });
  }

  #answered(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    this.#idle();
    if ('failure' in answer) waiting?.reject(new SqliteFailure(answer.failure));
    else waiting?.resolve(answer);
  }

  /** A process with nothing else to do may end. */
  #idle(): void {
    if (this.#waiting.size === 0) this.#thread.unref();
  }

  #endWith(message: string): void {
    this.#ended ??= new SqliteFailure({ message, code: undefined });
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
    this.#waiting.clear();
  }
}
