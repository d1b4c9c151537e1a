import { setImmediate } from 'node:timers/promises';
import { type SaveResult, runCollection } from '../data/record-collection.ts';
import { toFieldValue } from '../data/field-value.ts';
import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { rowErrorText } from './bulk-error.ts';
import type { CsvRow, IngestJob } from './bulk-job.ts';
import { readCsv } from './csv.ts';
import { cell, checkColumns, rowValues } from './row-values.ts';

/** Rows that are saved in one transaction (Bulk API 2.0 Developer Guide, "How Requests Are Processed"). */
const rowsOfChunk = 200;

/** Rows that count as one batch against the daily limit. */
const rowsOfBatch = 10_000;

/**
 * Works through an upload: each row succeeds or fails by itself, and between chunks others have their turn. Ends the
 * job as JobComplete, as Failed with what is wrong with the table, or leaves it Aborted.
 */
export async function runIngest(org: Org, access: UserAccess, job: IngestJob): Promise<void> {
  const startedAt = performance.now();
  org.bulkJobs.move(job, 'InProgress');
  try {
    const object = requireObject(org, job);
    const { columns, rows } = readCsv(job.upload ?? '', job);
    job.columns = columns;
    job.unprocessed = rows;
    const planned = planFaults(org, job);
    checkColumns(object, columns);
    org.limits.count('DailyBulkApiBatches', Math.ceil(rows.length / rowsOfBatch));
    const last = rows.length - planned.leftUnprocessed;
    for (let from = 0; from < last && job.state === 'InProgress'; from += rowsOfChunk) {
      saveChunk(org, access, job, object, rows.slice(from, Math.min(from + rowsOfChunk, last)));
      job.unprocessed = rows.slice(Math.min(from + rowsOfChunk, last));
      await setImmediate();
    }
    job.processedMs = Math.round(performance.now() - startedAt);
    if (job.state !== 'InProgress') return;
    const message =
      planned.failure ?? (planned.leftUnprocessed > 0 ? 'InternalServerError : Job was stopped' : null);
    org.bulkJobs.move(job, message === null ? 'JobComplete' : 'Failed', message);
  } catch (error) {
    org.bulkJobs.move(job, 'Failed', error instanceof Error ? error.message : String(error));
  }
}

function requireObject(org: Org, job: IngestJob): ObjectDefinition {
  const object = org.schema.object(job.object);
  if (!object) throw new SalesforceError(400, 'INVALIDENTITY', `InvalidEntity : ${job.object}`);
  return object;
}

const jobFaults = ['job-failed', 'unprocessed-rows'] as const;

/** Faults ordered for the job as a whole: it fails, with all rows unprocessed or only the last. */
function planFaults(org: Org, job: IngestJob): { failure: string | undefined; leftUnprocessed: number } {
  let failure: string | undefined;
  let leftUnprocessed = 0;
  for (const effect of org.faults.strike('bulk-job', `${job.operation} ${job.object}`, jobFaults)) {
    if (effect.kind === 'job-failed') {
      failure = effect.message;
      leftUnprocessed = job.unprocessed.length;
    }
    if (effect.kind === 'unprocessed-rows') leftUnprocessed = Math.min(effect.count, job.unprocessed.length);
  }
  return { failure, leftUnprocessed };
}

function saveChunk(
  org: Org,
  access: UserAccess,
  job: IngestJob,
  object: ObjectDefinition,
  rows: readonly CsvRow[]
): void {
  const results = runCollection(org.database, rows, false, (row) => saveRow(org, access, job, object, row));
  for (const [index, result] of results.entries()) {
    const row = rows[index] ?? {};
    const { id = '', created = false, success, errors } = result;
    if (success) job.successful.push({ row, id, created });
    else job.failed.push({ row, id, created: false, error: rowErrorText(errors) });
  }
}

function saveRow(
  org: Org,
  access: UserAccess,
  job: IngestJob,
  object: ObjectDefinition,
  row: CsvRow
): SaveResult {
  strikeRow(org, job, row);
  const { Id, ...values } = rowValues(row);
  const id = typeof Id === 'string' ? Id : '';
  switch (job.operation) {
    case 'insert':
      return done(org.dml.insert(access, object, values), true);
    case 'update':
      org.dml.update(access, object, id, values);
      return done(id, false);
    case 'delete':
      org.dml.delete(access, object, id);
      return done(id, false);
    case 'hardDelete':
      org.dml.hardDelete(access, object, id);
      return done(id, false);
    case 'upsert':
      return upsertRow(org, access, job, object, row);
  }
}

function upsertRow(
  org: Org,
  access: UserAccess,
  job: IngestJob,
  object: ObjectDefinition,
  row: CsvRow
): SaveResult {
  const keyName = job.externalIdFieldName ?? 'Id';
  const key = object.field(keyName);
  if (!key)
    throw new SalesforceError(400, 'INVALID_FIELD', `No such column '${keyName}' on entity '${object.name}'`);
  const others = Object.entries(rowValues(row)).filter(
    ([name]) => name.toLowerCase() !== keyName.toLowerCase() && name.toLowerCase() !== 'id'
  );
  const value = toFieldValue(key, cell(row, keyName));
  if (value === null)
    throw new SalesforceError(400, 'MISSING_ARGUMENT', `${keyName} not specified`, [keyName]);
  const { id, created } = org.dml.upsert(
    access,
    object,
    { field: keyName, value },
    Object.fromEntries(others)
  );
  return done(id, created);
}

function done(id: string, created: boolean): SaveResult {
  return { id, success: true, created, errors: [] };
}

function strikeRow(org: Org, job: IngestJob, row: CsvRow): void {
  const subject = `${job.operation} ${job.object} ${Object.values(row).join(',')}`;
  for (const effect of org.faults.strike('bulk-row', subject)) {
    if (effect.kind === 'row-error') throw new SalesforceError(400, effect.errorCode, effect.message);
  }
}
