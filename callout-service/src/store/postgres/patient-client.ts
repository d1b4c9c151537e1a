import { DatabaseError, type Client, type QueryResultRow } from 'pg';
import { ConnectionLost, lossOf } from './postgres-failure.ts';
import { createStatementNames } from './statement-names.ts';

/** What a statement gave. */
export interface Answer<Row> {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: Row[];
}

/**
 * One connection that never lets anyone wait for ever: a server that falls silent counts as lost, and a connection that
 * was lost once stays so. Failures are `PostgresFailure` or `ConnectionLost`, or a fault of the caller as it came.
 */
export class PatientClient {
  readonly #client: Client;
  readonly #nameOf = createStatementNames();
  readonly #answerTimeoutMs: number;
  readonly #giveUp: () => void;
  #lost: ConnectionLost | undefined;

  /** `onLost` is called once, and not when it is ended on purpose. */
  constructor(client: Client, answerTimeoutMs: number, onLost: (loss: ConnectionLost) => void) {
    this.#client = client;
    this.#answerTimeoutMs = answerTimeoutMs;
    // Without a listener, a connection that breaks between two statements would end the process.
    client.on('error', (error) => this.#lose(lossOf(error).message, onLost));
    this.#giveUp = () => {
      this.#lose(`no answer for ${answerTimeoutMs} ms`, onLost);
      void client.end(); // while a question is open, it cuts the connection without a farewell
    };
  }

  get lost(): ConnectionLost | undefined {
    return this.#lost;
  }

  /** Several statements in one text come without values; the answer is that of the last one. */
  async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Answer<Row>> {
    if (this.lost !== undefined) throw this.lost;
    const timer = setTimeout(() => this.#giveUp(), this.#answerTimeoutMs);
    try {
      return lastOf(await this.#query<Row>(text, values));
    } catch (error) {
      throw this.#meaningOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  #query<Row extends object>(text: string, values: readonly unknown[]) {
    const name = values.length > 0 ? this.#nameOf(text) : undefined;
    const query = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    return this.#client.query<Row & QueryResultRow>(query);
  }

  #meaningOf(error: unknown): unknown {
    return error instanceof DatabaseError ? lossOf(error) : (this.#lost ?? error);
  }

  #lose(why: string, onLost: (loss: ConnectionLost) => void): void {
    if (this.#lost !== undefined) return;
    this.#lost = new ConnectionLost(why);
    onLost(this.#lost);
  }
}

function lastOf<Row>(answer: Answer<Row> | readonly Answer<Row>[]): Answer<Row> {
  if (!('length' in answer)) return answer;
  const last = answer.at(-1);
  if (last === undefined) throw new TypeError('A text without statements was sent');
  return last;
}
