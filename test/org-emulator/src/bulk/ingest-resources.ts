import express, { Router } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import { ok, pathParameter, readBody, resource, type RestAnswer, type RestCall } from '../rest/resource.ts';
import { bulkError } from './bulk-error.ts';
import { type IngestJob, ingestOperations, isFinished } from './bulk-job.ts';
import { newJobHead, requireJob, strikeJobRequest, tableForm } from './bulk-requests.ts';
import { jobHead, jobInfo } from './job-representation.ts';
import { type JobTable, jobTable } from './job-tables.ts';
import { readMultipart } from './multipart.ts';
import { runIngest } from './run-ingest.ts';

const newJob = z.object({
  object: z.string(),
  operation: z.enum(ingestOperations),
  externalIdFieldName: z.string().nullish(),
  ...tableForm
});
const newState = z.object({ state: z.enum(['Aborted', 'UploadComplete']) });

/** What an upload may hold before it is encoded (Bulk API 2.0 Developer Guide, "Limits"). */
const largestUpload = '100mb';

/** `jobs/ingest`: jobs that write records. */
export function ingestResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.post('/', strikeJobRequest(org), readMultipart, resource(org, createJob));
  router.put(
    '/:id/batches',
    strikeJobRequest(org),
    express.text({ type: () => true, limit: largestUpload }),
    resource(org, upload)
  );
  router.patch('/:id', strikeJobRequest(org), resource(org, changeState));
  router.get(
    '/:id',
    strikeJobRequest(org),
    resource(org, (call) => ok(jobInfo(ingestJob(call))))
  );
  router.delete('/:id', resource(org, deleteJob));
  for (const table of ['successfulResults', 'failedResults', 'unprocessedrecords'] as const) {
    router.get(
      `/:id/${table}`,
      strikeJobRequest(org),
      resource(org, (call) => sendTable(call, table))
    );
  }
  return router;
}

function createJob(call: RestCall): RestAnswer {
  const { org, access, request } = call;
  const { content, ...given } = readBody(request, newJob.extend({ content: z.string().optional() }));
  const object = org.schema.object(given.object);
  if (object?.options.kind !== 'record' || !access.can('read', object)) {
    throw bulkError('InvalidEntity', `entity '${given.object}' is not supported by the Bulk API`);
  }
  if (given.operation === 'upsert' && !given.externalIdFieldName) {
    throw bulkError(
      'InvalidJob',
      `External ID was blank for ${object.name}. An External ID must be specified for upsert.`
    );
  }
  if (given.operation === 'hardDelete' && !access.hasUserPermission('BulkApiHardDelete')) {
    throw bulkError(
      'FeatureNotEnabled',
      'hardDelete operation requires special user profile permission, please contact your system administrator'
    );
  }
  const job: IngestJob = {
    ...newJobHead(call, given),
    kind: 'ingest',
    object: object.name,
    operation: given.operation,
    externalIdFieldName: given.externalIdFieldName ?? null,
    upload: content,
    columns: [],
    successful: [],
    failed: [],
    unprocessed: []
  };
  org.bulkJobs.add(job);
  if (content !== undefined) begin(call, job);
  return ok(jobHead(job));
}

function upload(call: RestCall): RestAnswer {
  const job = ingestJob(call);
  if (job.state !== 'Open' || job.upload !== undefined) {
    throw bulkError('InvalidJobState', `Job is not open for uploads, or has data already: ${job.id}`);
  }
  job.upload = typeof call.request.body === 'string' ? call.request.body : '';
  return { status: 201 };
}

function changeState(call: RestCall): RestAnswer {
  const job = ingestJob(call);
  const { state } = readBody(call.request, newState);
  if (isFinished(job) || (state === 'UploadComplete' && job.state !== 'Open')) {
    throw bulkError(
      'InvalidJobState',
      `Updating the state of a job that is ${job.state} to ${state} is not possible`
    );
  }
  if (state === 'Aborted') call.org.bulkJobs.move(job, 'Aborted');
  else begin(call, job);
  return ok(jobHead(job));
}

function begin({ org, access }: RestCall, job: IngestJob): void {
  org.bulkJobs.move(job, 'UploadComplete');
  setImmediate(() => void runIngest(org, access, job));
}

function deleteJob(call: RestCall): RestAnswer {
  const job = ingestJob(call);
  if (!isFinished(job)) throw bulkError('InvalidJobState', `Job cannot be deleted while it is ${job.state}`);
  call.org.bulkJobs.remove(job.id);
  return { status: 204 };
}

function sendTable(call: RestCall, table: JobTable): RestAnswer {
  const job = ingestJob(call);
  if (!isFinished(job))
    throw bulkError('InvalidJobState', `Job results are not there while it is ${job.state}`);
  return { status: 200, text: jobTable(job, table), type: 'text/csv' };
}

function ingestJob(call: RestCall): IngestJob {
  return requireJob(call, pathParameter(call.request, 'id'), 'ingest');
}
