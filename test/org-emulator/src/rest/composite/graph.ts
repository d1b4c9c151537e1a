import { z } from 'zod';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import { ok, readBody, type RestAnswer, type RestCall } from '../resource.ts';
import { checkReferenceIds, type CompositeSubrequest, subrequestSchema } from './composite-request.ts';
import { referencesIn } from './references.ts';
import { SubrequestRunner } from './run-subrequests.ts';
import type { Dispatch } from './subrequest.ts';

/** Limits of one request (REST API Developer Guide, "Composite Graph Limits"). */
const mostGraphs = 75;
const mostNodes = 500;
const mostDepth = 15;

const graphBody = z.object({
  graphs: z
    .array(z.object({ graphId: z.string(), compositeRequest: z.array(subrequestSchema).min(1) }))
    .min(1)
});

type Graph = z.infer<typeof graphBody>['graphs'][number];

/** Graphs of subrequests, each of which is a transaction: all of it is done or nothing. */
export function runGraphs({ org, request }: RestCall, dispatch: Dispatch, allowedPath: RegExp): RestAnswer {
  const { graphs } = readBody(request, graphBody);
  checkLimits(graphs);
  const runner = new SubrequestRunner(org, request, dispatch, allowedPath);
  const answers = graphs.map(({ graphId, compositeRequest }) => {
    checkReferenceIds(compositeRequest);
    const compositeResponse = runner.runTogether(compositeRequest);
    const isSuccessful = compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 300);
    return { graphId, graphResponse: { compositeResponse }, isSuccessful };
  });
  return ok({ graphs: answers });
}

function checkLimits(graphs: readonly Graph[]): void {
  if (graphs.length > mostGraphs) throw tooMany(`The number of graphs exceeds the limit of ${mostGraphs}`);
  const nodes = graphs.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0);
  if (nodes > mostNodes) throw tooMany(`The number of nodes exceeds the limit of ${mostNodes}`);
  for (const { graphId, compositeRequest } of graphs) {
    if (depthOf(compositeRequest) > mostDepth) {
      throw tooMany(`The depth of graph ${graphId} exceeds the limit of ${mostDepth}`);
    }
  }
}

/** The longest chain of subrequests that refer to one another. */
function depthOf(subrequests: readonly CompositeSubrequest[]): number {
  const depths = new Map<string, number>();
  for (const { referenceId, url, body, httpHeaders } of subrequests) {
    const parents = [...referencesIn([url, body, httpHeaders])].map((id) => depths.get(id) ?? 0);
    depths.set(referenceId, 1 + Math.max(0, ...parents));
  }
  return Math.max(...depths.values());
}

function tooMany(message: string): SalesforceError {
  return new SalesforceError(400, 'LIMIT_EXCEEDED', message);
}
