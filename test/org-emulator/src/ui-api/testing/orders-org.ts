import { join } from 'node:path';
import type { Connection, HttpRequest } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { RunningOrg, StartOptions } from '../../index.ts';
import { connect, startTestOrg } from '../../testing/test-org.ts';

/** The package of all kinds. */
export const ordersPackage = join(import.meta.dirname, '../../../fixtures/all-kinds');

/** A clerk in New York who may write the package's orders, but not delete them. */
export const clerk = 'clerk@ledger-bridge.example';
/** A user who may see accounts and the like, but none of the package's fields and objects. */
export const stranger = 'stranger@ledger-bridge.example';

const user = { firstName: 'Clara', profile: 'Standard User' };

/** Starts an org with the package of all kinds: record types, dependent picklists, list views, formulas, rules. */
export function startOrdersOrg(options: Partial<StartOptions> = {}): Promise<RunningOrg> {
  return startTestOrg({
    packageDirectory: ordersPackage,
    certificates: {},
    externalClientApps: [],
    defaults: { timeZone: 'America/New_York' },
    users: [
      { ...user, username: clerk, lastName: 'Clerk', alias: 'clerk', permissionSets: ['Sage_Orders'] },
      { ...user, username: stranger, lastName: 'Stranger', alias: 'strange', permissionSets: [] }
    ],
    ...options
  });
}

/** The UI API as a user, through an unmodified jsforce connection. */
export class UiApi {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static async of(org: RunningOrg, username: string): Promise<UiApi> {
    return new UiApi(await connect(org, username));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<unknown> {
    return this.#send({ method: 'GET', url: this.#url(path), headers });
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.#send({ method: 'POST', url: this.#url(path), ...json(body) });
  }

  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const request = json(body);
    return this.#send({
      ...request,
      method: 'PATCH',
      url: this.#url(path),
      headers: { ...request.headers, ...headers }
    });
  }

  delete(path: string): Promise<unknown> {
    return this.#send({ method: 'DELETE', url: this.#url(path) });
  }

  /** Creates a record and answers its id. */
  async create(apiName: string, fields: Record<string, unknown>): Promise<string> {
    return idSchema.parse(await this.post('records', { apiName, fields })).id;
  }

  /** What the org answers to a request that it refuses; throws when it does not refuse. */
  async refusal(request: Promise<unknown>): Promise<unknown> {
    try {
      await request;
    } catch (error) {
      return errorSchema.parse(error).data;
    }
    throw new Error('The org refused nothing');
  }

  async #send(request: HttpRequest): Promise<unknown> {
    return this.connection.request(request);
  }

  #url(path: string): string {
    return path.startsWith('/services') ? path : `/services/data/v66.0/ui-api/${path}`;
  }
}

const idSchema = z.object({ id: z.string() });
const errorSchema = z.object({ data: z.unknown() });

function json(body: unknown) {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
