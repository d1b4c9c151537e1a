import { z } from 'zod';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import { ok, readBody, type RestAnswer, type RestCall } from '../resource.ts';
import { headersOf } from './composite-request.ts';
import type { Dispatch } from './subrequest.ts';

const mostRequests = 25;

const batchBody = z.object({
  haltOnError: z.boolean().default(false),
  batchRequests: z
    .array(
      z.object({
        method: z.enum(['DELETE', 'GET', 'PATCH', 'POST', 'PUT']),
        url: z.string(),
        richInput: z.unknown().optional()
      })
    )
    .min(1)
});

type BatchRequest = z.infer<typeof batchBody>['batchRequests'][number];

interface BatchResult {
  readonly statusCode: number;
  readonly result: unknown;
}

/** What those after a failed request are told when the batch halts on errors. */
const halted: BatchResult = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }]
};

/** Requests after one another, each in a transaction of its own (REST API Developer Guide, "Composite Batch"). */
export async function runBatch(call: RestCall, dispatch: Dispatch): Promise<RestAnswer> {
  const { haltOnError, batchRequests } = readBody(call.request, batchBody);
  if (batchRequests.length > mostRequests) {
    const message = `The number of requests in the batch exceeds the limit of ${mostRequests}`;
    throw new SalesforceError(400, 'LIMIT_EXCEEDED', message);
  }
  const results: BatchResult[] = [];
  let hasErrors = false;
  for (const each of batchRequests) {
    const result: BatchResult = haltOnError && hasErrors ? halted : await runOne(call, dispatch, each);
    hasErrors ||= result.statusCode >= 300;
    results.push(result);
  }
  return ok({ hasErrors, results });
}

async function runOne(
  { request }: RestCall,
  dispatch: Dispatch,
  { method, url, richInput }: BatchRequest
): Promise<BatchResult> {
  if (/\/(?:composite|jobs)(?:\/|$)/.test(url)) {
    const message = `The resource ${url} cannot stand in a batch`;
    return { statusCode: 400, result: [{ errorCode: 'INVALID_INPUT', message }] };
  }
  // Addresses are given from the version on, as `v66.0/sobjects/Account/…`.
  const path = url.replace(/^\/?(?:services\/data\/)?/, '/services/data/');
  const { status, body } = await dispatch({
    method,
    url: path,
    headers: headersOf(request),
    body: richInput
  });
  return { statusCode: status, result: body };
}
