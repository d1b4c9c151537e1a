import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { ofRecord } from '../failures/record-failure.ts';
import type { BulkRequest, SalesforceBulk } from '../port/salesforce-bulk.ts';
import type { RecordOutcome, SalesforceRecords } from '../port/salesforce-records.ts';
import type { PackageNamer } from '../records/package-namer.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import { type BulkTable, tablesOf } from './bulk-table.ts';
import { insist, type IngestPauses, runIngestJob } from './ingest-job.ts';
import { IngestRequests } from './ingest-requests.ts';
import { planParts } from './plan-parts.ts';
import { readResults, sentRecord } from './read-results.ts';
import { keyFieldOf } from './row-key.ts';
import { sendAsCollection } from './send-as-collection.ts';

export interface BulkOptions extends IngestPauses {
  /** Of one upload. Salesforce takes 100 MB; less is held in memory, and sent again after a cut. */
  readonly mostBytes: number;
  /** Rows that cost no more requests as collections of 200 than a job does: about eight. */
  readonly fewRows: number;
}

const usual: BulkOptions = {
  mostBytes: 20_000_000,
  fewRows: 1_600,
  lookAfterMs: 1_000,
  lookAtLeastEveryMs: 15_000,
  mostMs: 60 * 60_000,
  awayMs: 10 * 60_000
};

export interface BulkParts {
  readonly gateway: Pick<RestGateway, 'root' | 'send'>;
  readonly namer: PackageNamer;
  /** For rows that no job is worth. */
  readonly records: Pick<SalesforceRecords, 'delete' | 'insert' | 'update' | 'upsert'>;
}

/** Writes many rows by jobs of Bulk API 2.0, one after the other: jobs on one object would lock each other out. */
export function createBulk(parts: BulkParts, changes: Partial<BulkOptions> = {}): SalesforceBulk {
  const options = { ...usual, ...changes };
  return { ingest: (request) => new Ingest(parts, options, request).run() };
}

/** One request under way. */
class Ingest {
  readonly #parts: BulkParts;
  readonly #options: BulkOptions;
  readonly #request: BulkRequest;
  readonly #requests: IngestRequests;
  readonly #outcomes: (RecordOutcome | undefined)[];
  #firstFailure: LedgerBridgeError | undefined;
  #isAnythingKnown = false;

  constructor(parts: BulkParts, options: BulkOptions, request: BulkRequest) {
    this.#parts = parts;
    this.#options = options;
    this.#request = request.operation === 'delete' ? withIdsAlone(request) : request;
    this.#requests = new IngestRequests(parts.gateway, parts.namer);
    this.#outcomes = request.rows.map(() => undefined);
  }

  async run(): Promise<readonly RecordOutcome[]> {
    const { parts, keyless } = planParts(this.#request, this.#options.fewRows);
    this.#fail(keyless, withoutKey(this.#request));
    for (const { by, places } of parts) {
      if (by === 'collection') await this.#attempt(places, () => this.#byCollection(places));
      else await this.#byJobs(places);
    }
    if (!this.#isAnythingKnown && this.#firstFailure !== undefined) throw this.#firstFailure;
    return this.#outcomes.map((outcome, place) => outcome ?? this.#failed(place, forgotten()));
  }

  async #byJobs(places: readonly number[]): Promise<void> {
    const columnOf = (name: string) => this.#columnOf(name);
    const { mostBytes } = this.#options;
    for (const table of tablesOf(this.#request, places, { mostBytes, columnOf })) {
      await this.#attempt(table.places, () => this.#byJob(table));
    }
  }

  async #byJob(table: BulkTable): Promise<ReadonlyMap<number, RecordOutcome>> {
    const { signal } = this.#request;
    const job = await runIngestJob(this.#requests, this.#request, table.csv, this.#options);
    const outcomes = await readResults({
      request: this.#request,
      table,
      job,
      columnOf: (name) => this.#columnOf(name),
      nameOf: (column) => this.#parts.namer.fromOrg(column),
      read: (results) => insist(this.#options, signal, () => this.#requests.results(job.id, results))
    });
    // It would go by itself after a week.
    await this.#requests.remove(job.id).catch(() => undefined);
    return outcomes;
  }

  async #byCollection(places: readonly number[]): Promise<ReadonlyMap<number, RecordOutcome>> {
    const outcomes = await sendAsCollection(this.#parts.records, this.#request, places);
    return new Map(
      places.map((place, index) => [place, outcomes[index] ?? this.#failed(place, forgotten())])
    );
  }

  /** After a failure of all that is sent, nothing more is: the rest would fail of it too. */
  async #attempt(
    places: readonly number[],
    send: () => Promise<ReadonlyMap<number, RecordOutcome>>
  ): Promise<void> {
    if (this.#firstFailure !== undefined) {
      this.#fail(places, unsent(this.#firstFailure));
      return;
    }
    try {
      for (const [place, outcome] of await send()) this.#outcomes[place] = outcome;
      this.#isAnythingKnown = true;
    } catch (error) {
      const failure = this.#asWhole(asLedgerBridgeError(error));
      this.#firstFailure = failure;
      this.#fail(places, failure);
    }
  }

  /** What may be written twice is not in doubt: it is written again. */
  #asWhole(failure: LedgerBridgeError): LedgerBridgeError {
    if (failure.code !== 'LB709' || this.#request.operation === 'insert') return failure;
    return new LedgerBridgeError('LB701', { detail: failure.message, cause: failure });
  }

  #fail(places: readonly number[], failure: LedgerBridgeError): void {
    for (const place of places) this.#outcomes[place] = this.#failed(place, failure);
  }

  #failed(place: number, failure: LedgerBridgeError): RecordOutcome {
    return { ok: false, error: ofRecord(failure, sentRecord(this.#request, place)) };
  }

  /** `Parent__r.Key__c` names a parent by its external id. */
  #columnOf(name: string): string {
    return name
      .split('.')
      .map((part) => this.#parts.namer.toOrg(part))
      .join('.');
  }
}

function withIdsAlone(request: BulkRequest): BulkRequest {
  return { ...request, rows: request.rows.map(({ Id = null }) => ({ Id })) };
}

function withoutKey(request: BulkRequest): LedgerBridgeError {
  const field = keyFieldOf(request) ?? '';
  const problem = `${field} is empty, so no record is named`;
  return new LedgerBridgeError('LB705', {
    detail: `A row of ${request.object} was not sent, since its ${field} is empty.`,
    faults: [{ code: 'LB705', field, value: '', problem, fix: 'Give the record its key.' }]
  });
}

/** Of rows that stayed here: nothing is in doubt about them. */
function unsent({ code, message, retryAfterMs }: LedgerBridgeError): LedgerBridgeError {
  return new LedgerBridgeError(code === 'LB709' ? 'LB701' : code, {
    detail: `The row was not sent, since others before it failed: ${message}`,
    ...(retryAfterMs !== undefined && { retryAfterMs })
  });
}

function forgotten(): LedgerBridgeError {
  return new LedgerBridgeError('LB790', { detail: 'The row is in no answer of Salesforce.' });
}
