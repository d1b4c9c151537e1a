import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';

/** Another version than the service speaks, so that a fault can be meant for the service alone. */
export const OWN_VERSION = '65.0';
/** What a fault of the point `rest` matches to strike the service and nobody else. */
export const SERVICE_REQUESTS = '/v66\\.0/';
const OUTAGE_LIMIT_MS = 60_000;

const sessionSchema = z.object({ accessToken: z.string(), instanceUrl: z.string() });
const rowSchema = z.record(z.string(), z.unknown());

/** A record as a query gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Works in the org as its people do; what an outage interrupts is done again, so that it must bear that. */
export class OrgClient {
  readonly #controlUrl: () => string;
  readonly #username: string;
  #connection: Connection | undefined;

  constructor(controlUrl: () => string, username = 'admin@ledger-bridge.example') {
    this.#controlUrl = controlUrl;
    this.#username = username;
  }

  /** Asks the control plane. @throws Error with its words when it refuses. */
  async control(method: 'DELETE' | 'GET' | 'PATCH' | 'POST', path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#controlUrl()}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body)
      })
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Does something with the org, again while it is away. @throws what the org refuses. */
  async through<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const deadline = performance.now() + OUTAGE_LIMIT_MS;
    for (;;) {
      try {
        return await work(await this.#connect());
      } catch (error) {
        if (!isOutage(error) || performance.now() > deadline) throw error;
        this.#connection = undefined;
        await delay(100);
      }
    }
  }

  /** Creates records in the order given. @throws Error with the first refusal. */
  create(object: string, records: readonly Row[]): Promise<string[]> {
    return this.through(async (connection) => {
      const ids: string[] = [];
      for (let at = 0; at < records.length; at += 200) {
        const portion = records.slice(at, at + 200).map((each) => ({ ...each }));
        const saved = await connection.sobject(object).create(portion);
        for (const each of saved) {
          if (!each.success) throw new Error(`${object}: ${JSON.stringify(each.errors)}`);
          ids.push(each.id);
        }
      }
      return ids;
    });
  }

  update(object: string, record: Row & { readonly Id: string }): Promise<void> {
    return this.through(async (connection) => {
      const saved = await connection.sobject(object).update({ ...record });
      if (!saved.success) throw new Error(`${object} ${record.Id}: ${JSON.stringify(saved.errors)}`);
    });
  }

  /** Deletes a record; one that is gone already counts as deleted. */
  remove(object: string, id: string): Promise<void> {
    return this.through(async (connection) => {
      await connection
        .sobject(object)
        .delete(id)
        .catch((error: unknown) => {
          if (!/DELETED|NOT_FOUND/.test(codeOf(error))) throw error;
        });
    });
  }

  /** Every record that a query finds. */
  async query(soql: string): Promise<Row[]> {
    const found = await this.through(
      async (connection) => await connection.query(soql, { autoFetch: true, maxFetch: 100_000 })
    );
    return z.array(rowSchema).parse(found.records);
  }

  async #connect(): Promise<Connection> {
    if (this.#connection !== undefined) return this.#connection;
    const session = sessionSchema.parse(
      await this.control('POST', '/sessions', { username: this.#username })
    );
    this.#connection = new Connection({ ...session, version: OWN_VERSION });
    return this.#connection;
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code: unknown = 'errorCode' in error ? error.errorCode : 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** The org is away, or has forgotten the session with its restart. */
function isOutage(error: unknown): boolean {
  const words = [codeOf(error), String(error), error instanceof Error ? codeOf(error.cause) : ''].join(' ');
  return /ECONN|EPIPE|UND_ERR|fetch failed|socket hang up|INVALID_SESSION_ID|terminated/i.test(words);
}
