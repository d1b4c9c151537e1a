import { Router } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import { ok, readBody, resource, type RestAnswer, type RestCall } from '../resource.ts';
import { serve } from '../http/allowed-methods.ts';
import { runBatch } from './batch.ts';
import { checkReferenceIds, type CompositeSubrequest, subrequestSchema } from './composite-request.ts';
import { runGraphs } from './graph.ts';
import { SubrequestRunner } from './run-subrequests.ts';
import type { Dispatch } from './subrequest.ts';

/** A composite request holds 25 subrequests, of which 5 may be queries or collections (guide, "Composite"). */
const mostSubrequests = 25;
const mostOfAKind = 5;

const compositeBody = z.object({
  allOrNone: z.boolean().default(false),
  // Whether the server may bundle unrelated subrequests: a matter of speed alone.
  collateSubrequests: z.boolean().default(true),
  compositeRequest: z.array(subrequestSchema).min(1)
});

/** Records, queries and collections; nothing of `composite` but the latter. */
const allowedPath =
  /^\/services\/data\/v\d+\.0\/(?:sobjects|query|queryAll|composite\/sobjects|limits)(?:[/?]|$)/;

/** `composite`, `composite/batch` and `composite/graph`: several requests in one. */
export function compositeResources(org: Org, dispatch: Dispatch): Router {
  const router = Router({ mergeParams: true });
  serve(router, '/', {
    get: resource(org, listResources),
    post: resource(org, (call) => runComposite(call, dispatch))
  });
  serve(router, '/batch', { post: resource(org, (call) => runBatch(call, dispatch)) });
  serve(router, '/graph', { post: resource(org, (call) => runGraphs(call, dispatch, allowedPath)) });
  return router;
}

function listResources({ version }: RestCall): RestAnswer {
  const path = `/services/data/${version}/composite`;
  return ok({
    tree: `${path}/tree`,
    batch: `${path}/batch`,
    sobjects: `${path}/sobjects`,
    graph: `${path}/graph`
  });
}

async function runComposite({ org, request }: RestCall, dispatch: Dispatch): Promise<RestAnswer> {
  const { allOrNone, compositeRequest } = readBody(request, compositeBody);
  checkCounts(compositeRequest);
  checkReferenceIds(compositeRequest);
  const runner = new SubrequestRunner(org, request, dispatch, allowedPath);
  const compositeResponse = allOrNone
    ? runner.runTogether(compositeRequest)
    : await runner.runEach(compositeRequest);
  return ok({ compositeResponse });
}

function checkCounts(subrequests: readonly CompositeSubrequest[]): void {
  if (subrequests.length > mostSubrequests) {
    throw tooMany(`The number of subrequests exceeds the limit of ${mostSubrequests}`);
  }
  const isCostly = ({ url }: CompositeSubrequest) => /\/(?:query|queryAll|composite\/sobjects)\b/.test(url);
  if (subrequests.filter(isCostly).length > mostOfAKind) {
    throw tooMany(`The number of query and collection subrequests exceeds the limit of ${mostOfAKind}`);
  }
}

function tooMany(message: string): SalesforceError {
  return new SalesforceError(400, 'LIMIT_EXCEEDED', message);
}
