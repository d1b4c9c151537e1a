import { Router } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import {
  ok,
  pathParameter,
  queryParameter,
  readBody,
  resource,
  type RestAnswer,
  type RestCall
} from '../rest/resource.ts';
import { bulkError } from './bulk-error.ts';
import { isFinished, type QueryJob, queryOperations } from './bulk-job.ts';
import { newJobHead, requireJob, strikeJobRequest, tableForm } from './bulk-requests.ts';
import { writeCsv } from './csv.ts';
import { jobHead, jobInfo } from './job-representation.ts';
import { checkBulkQuery, runQuery } from './run-query.ts';

const newJob = z.object({
  operation: z.enum(queryOperations),
  query: z.string(),
  ...tableForm
});
const newState = z.object({ state: z.literal('Aborted') });

/** Rows of one page of results unless the client asks for fewer. */
const rowsOfPage = 50_000;

/** `jobs/query`: jobs that read records. */
export function queryJobResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.post('/', strikeJobRequest(org), resource(org, createJob));
  router.get(
    '/:id',
    strikeJobRequest(org),
    resource(org, (call) => ok(jobInfo(queryJob(call))))
  );
  router.patch('/:id', resource(org, abort));
  router.delete('/:id', resource(org, deleteJob));
  router.get('/:id/results', strikeJobRequest(org), resource(org, results));
  return router;
}

function createJob(call: RestCall): RestAnswer {
  const { org, access, request } = call;
  const given = readBody(request, newJob);
  const { context } = checkBulkQuery(org, access, given.query);
  const job: QueryJob = {
    ...newJobHead(call, given),
    kind: 'query',
    object: context.object.name,
    operation: given.operation,
    query: given.query,
    columns: [],
    rows: []
  };
  org.limits.count('DailyBulkV2QueryJobs');
  org.bulkJobs.add(job);
  org.bulkJobs.move(job, 'UploadComplete');
  setImmediate(() => void runQuery(org, access, job));
  return ok(jobHead(job));
}

function abort(call: RestCall): RestAnswer {
  const job = queryJob(call);
  readBody(call.request, newState);
  if (isFinished(job)) throw bulkError('InvalidJobState', `Job is ${job.state} already`);
  call.org.bulkJobs.move(job, 'Aborted');
  return ok(jobHead(job));
}

function deleteJob(call: RestCall): RestAnswer {
  const job = queryJob(call);
  if (!isFinished(job)) throw bulkError('InvalidJobState', `Job cannot be deleted while it is ${job.state}`);
  call.org.bulkJobs.remove(job.id);
  return { status: 204 };
}

function results(call: RestCall): RestAnswer {
  const job = queryJob(call);
  if (job.state !== 'JobComplete') {
    throw bulkError('InvalidJobState', `Job results are not there while it is ${job.state}`);
  }
  const from = Number(Buffer.from(queryParameter(call.request, 'locator') ?? 'MA', 'base64url').toString());
  const asked = Number(queryParameter(call.request, 'maxRecords') ?? rowsOfPage);
  if (!Number.isInteger(from) || !Number.isInteger(asked) || asked < 1) {
    throw bulkError('InvalidQueryLocator', 'The locator or maxRecords cannot be read');
  }
  const until = Math.min(from + asked, job.rows.length);
  const locator = until < job.rows.length ? Buffer.from(String(until)).toString('base64url') : 'null';
  return {
    status: 200,
    text: writeCsv(job.columns, job.rows.slice(from, until), job),
    type: 'text/csv',
    headers: { 'Sforce-Locator': locator, 'Sforce-NumberOfRecords': String(until - from) }
  };
}

function queryJob(call: RestCall): QueryJob {
  return requireJob(call, pathParameter(call.request, 'id'), 'query');
}
