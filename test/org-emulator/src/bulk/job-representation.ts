import { type BulkJob, isFinished } from './bulk-job.ts';

/** A job as its list and its own resource show it. */
export function jobHead(job: BulkJob): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: restDate(job.createdDate),
    systemModstamp: restDate(job.systemModstamp),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.apiVersion),
    ...(job.kind === 'ingest' ? ingestHead(job) : {}),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter
  };
}

/** A job with its progress. */
export function jobInfo(job: BulkJob): Record<string, unknown> {
  const head = { ...jobHead(job), jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query', retries: 0 };
  const errorMessage = job.errorMessage === null ? {} : { errorMessage: job.errorMessage };
  const totalProcessingTime = isFinished(job) ? job.processedMs : 0;
  if (job.kind === 'query') {
    return {
      ...head,
      numberRecordsProcessed: job.rows.length,
      totalProcessingTime,
      isPkChunkingSupported: true,
      ...errorMessage
    };
  }
  return {
    ...head,
    numberRecordsProcessed: job.successful.length + job.failed.length,
    numberRecordsFailed: job.failed.length,
    totalProcessingTime,
    apiActiveProcessingTime: totalProcessingTime,
    apexProcessingTime: 0,
    ...errorMessage
  };
}

function ingestHead(job: Extract<BulkJob, { kind: 'ingest' }>): Record<string, unknown> {
  const external = job.externalIdFieldName === null ? {} : { externalIdFieldName: job.externalIdFieldName };
  return { ...external, contentUrl: `services/data/v${job.apiVersion}/jobs/ingest/${job.id}/batches` };
}

function restDate(moment: string): string {
  return moment.replace(/Z$/, '+0000');
}
