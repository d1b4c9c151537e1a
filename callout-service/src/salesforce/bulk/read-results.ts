import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { ofRecord, recordFailure, type SentRecord } from '../failures/record-failure.ts';
import type { BulkRequest } from '../port/salesforce-bulk.ts';
import type { RecordOutcome } from '../port/salesforce-records.ts';
import { goneIsDeleted } from '../records/delete-records.ts';
import type { BulkTable } from './bulk-table.ts';
import type { IngestRequests, IngestState, ResultTable } from './ingest-requests.ts';
import { jobFailure } from './job-failure.ts';
import { readTable, type TableRow } from './read-table.ts';
import { RowAccount } from './row-account.ts';
import { keyFieldOf } from './row-key.ts';
import { rowRefusals } from './row-refusals.ts';

/** What is needed to read what became of the rows of a job. */
export interface ResultParts {
  readonly request: BulkRequest;
  readonly table: BulkTable;
  readonly job: IngestState;
  readonly columnOf: (name: string) => string;
  readonly nameOf: (column: string) => string;
  readonly read: (table: ResultTable) => ReturnType<IngestRequests['results']>;
}

/** The outcome of every row of a job that has ended, by its place. */
export async function readResults(parts: ResultParts): Promise<ReadonlyMap<number, RecordOutcome>> {
  const { request, table, columnOf, nameOf, read } = parts;
  const account = new RowAccount(request, table, columnOf);
  const outcomes = new Map<number, RecordOutcome>();
  for (const row of rowsIn(await read('successfulResults'))) {
    const place = account.take(row);
    if (place !== undefined) outcomes.set(place, written(row));
  }
  for (const row of rowsIn(await read('failedResults'))) {
    const place = account.take(row);
    if (place === undefined) continue;
    const refusals = rowRefusals(row['sf__Error'] ?? '', nameOf);
    outcomes.set(place, { ok: false, error: recordFailure(refusals, sentRecord(request, place)) });
  }
  if (account.left.length > 0) await noteUnwritten(parts, account, outcomes);
  if (request.operation === 'delete') asDeleted(request, outcomes);
  return outcomes;
}

/**
 * Rows that Salesforce did not come to are written again. Of a new record that is in no table nobody knows: it may be
 * there; all others may be written again whatever became of them.
 */
async function noteUnwritten(
  { request, job, read }: ResultParts,
  account: RowAccount,
  outcomes: Map<number, RecordOutcome>
): Promise<void> {
  const failure = jobFailure(job.state, job.errorMessage);
  const note = (place: number, error: LedgerBridgeError) =>
    outcomes.set(place, { ok: false, error: ofRecord(error, sentRecord(request, place)) });
  if (request.operation === 'insert') {
    for (const row of rowsIn(await read('unprocessedrecords'))) {
      const place = account.take(row);
      if (place !== undefined) note(place, failure);
    }
  }
  const unknown =
    request.operation === 'insert'
      ? new LedgerBridgeError('LB709', { detail: 'A bulk job of Salesforce does not say what became of it.' })
      : failure;
  for (const place of account.left) note(place, unknown);
}

function written(row: TableRow): RecordOutcome {
  return { ok: true, id: row['sf__Id'] ?? '', created: row['sf__Created'] === 'true' };
}

function asDeleted({ rows }: BulkRequest, outcomes: Map<number, RecordOutcome>): void {
  for (const [place, outcome] of outcomes) {
    outcomes.set(place, goneIsDeleted(outcome, String(rows[place]?.['Id'] ?? '')));
  }
}

/** A row for what is told of its failure. */
export function sentRecord(request: BulkRequest, place: number): SentRecord {
  const fields = request.rows[place] ?? {};
  const key = fields[keyFieldOf(request) ?? ''];
  return { object: request.object, key: key === undefined || key === null ? undefined : String(key), fields };
}

function* rowsIn(text: string): Generator<TableRow> {
  try {
    yield* readTable(text);
  } catch {
    // What it says may quote the rows.
    throw new LedgerBridgeError('LB714', { detail: 'The results of a bulk job are no table.' });
  }
}
