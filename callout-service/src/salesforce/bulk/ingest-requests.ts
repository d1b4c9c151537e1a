import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BulkRequest } from '../port/salesforce-bulk.ts';
import type { PackageNamer } from '../records/package-namer.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import type { RestRequest } from '../rest/rest-request.ts';
import { keyFieldOf } from './row-key.ts';

/** How a job stands. `Open`: nothing is written yet. */
export interface IngestState {
  readonly id: string;
  readonly state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
  readonly errorMessage?: string | undefined;
}

const stateSchema = z.object({
  id: z.string().regex(/^[a-zA-Z0-9]{15,18}$/),
  state: z.enum(['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted']),
  errorMessage: z.string().optional()
});

export type ResultTable = 'successfulResults' | 'failedResults' | 'unprocessedrecords';

/** The requests of an ingest job, each sent once. Source: Bulk API 2.0 Developer Guide, Bulk API 2.0 Ingest. */
export class IngestRequests {
  readonly #gateway: Pick<RestGateway, 'root' | 'send'>;
  readonly #namer: PackageNamer;

  constructor(gateway: Pick<RestGateway, 'root' | 'send'>, namer: PackageNamer) {
    this.#gateway = gateway;
    this.#namer = namer;
  }

  /** A job without rows does nothing, and ends by itself after a week: creating one more does no harm. */
  async create(request: BulkRequest): Promise<IngestState> {
    const keyField = request.operation === 'upsert' ? keyFieldOf(request) : undefined;
    const body = {
      object: this.#namer.toOrg(request.object),
      operation: request.operation,
      contentType: 'CSV',
      lineEnding: 'LF',
      ...(keyField !== undefined && { externalIdFieldName: this.#namer.toOrg(keyField) })
    };
    return stateOf(await this.#send({ method: 'POST', path: '', body, repeatable: true }));
  }

  /** A job takes one upload: what became of it when no answer comes cannot be found out. */
  async upload(id: string, csv: string): Promise<void> {
    const timeoutMs = timeFor(csv.length);
    await this.#send({ method: 'PUT', path: `/${id}/batches`, csv, timeoutMs, repeatable: false });
  }

  /** `UploadComplete` lets it begin, `Aborted` ends it. */
  async move(id: string, state: 'UploadComplete' | 'Aborted'): Promise<void> {
    await this.#send({
      method: 'PATCH',
      path: `/${id}`,
      body: { state },
      repeatable: state === 'Aborted'
    });
  }

  /** Undefined where there is none of that id. */
  async look(id: string): Promise<IngestState | undefined> {
    const body = await this.#send({ method: 'GET', path: `/${id}`, repeatable: true, mayBeAbsent: true });
    return body === undefined ? undefined : stateOf(body);
  }

  async results(id: string, table: ResultTable): Promise<string> {
    const text = await this.#send({
      method: 'GET',
      path: `/${id}/${table}/`,
      answers: 'csv',
      timeoutMs: timeFor(0),
      repeatable: true
    });
    return typeof text === 'string' ? text : '';
  }

  async remove(id: string): Promise<void> {
    await this.#send({ method: 'DELETE', path: `/${id}`, repeatable: true, mayBeAbsent: true });
  }

  #send({ path, ...request }: Omit<RestRequest, 'kind'>): Promise<unknown> {
    return this.#gateway.send({ kind: 'bulk', path: `${this.#gateway.root}/jobs/ingest${path}`, ...request });
  }
}

/** Two minutes, and as long as the bytes take over a slow line: 100 KB a second. */
function timeFor(bytes: number): number {
  return 120_000 + Math.ceil(bytes / 100);
}

function stateOf(body: unknown): IngestState {
  const state = stateSchema.safeParse(body);
  if (state.success) return state.data;
  const fields = state.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new LedgerBridgeError('LB714', { detail: `The state of a bulk job cannot be read (${fields}).` });
}
