import type { IngestJob, RowResult } from './bulk-job.ts';
import { writeCsv } from './csv.ts';

/** The tables of results of an ingest job. */
export type JobTable = 'failedResults' | 'successfulResults' | 'unprocessedrecords';

/** A table of results: the columns that were uploaded, behind what Salesforce says of each row. */
export function jobTable(job: IngestJob, table: JobTable): string {
  const { columns } = job;
  if (table === 'unprocessedrecords') {
    const rows = job.unprocessed.map((row) => columns.map((column) => row[column] ?? ''));
    return writeCsv(columns, rows, job);
  }
  const results = table === 'successfulResults' ? job.successful : job.failed;
  const verdict = table === 'successfulResults' ? created : failure;
  const header = table === 'successfulResults' ? 'sf__Created' : 'sf__Error';
  const rows = results.map((result) => [
    result.id,
    verdict(result),
    ...columns.map((column) => result.row[column] ?? '')
  ]);
  return writeCsv(['sf__Id', header, ...columns], rows, job);
}

function created(result: RowResult): string {
  return String(result.created);
}

function failure(result: RowResult): string {
  return result.error ?? '';
}
