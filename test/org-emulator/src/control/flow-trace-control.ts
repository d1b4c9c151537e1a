import { type Request, type Response, Router } from 'express';
import { notFound } from '../errors/salesforce-error.ts';
import type { FlowTrace } from '../flow/trace/flow-trace.ts';
import { tracesText } from '../flow/trace/trace-text.ts';
import type { Org } from '../org.ts';
import { queryParameter } from '../rest/resource.ts';

/**
 * `/flow-traces?flow=NAME` and `/flow-traces/GUID`: what the last flow runs did, element by element. JSON, and to a
 * browser, or whoever accepts text alone, a page of text.
 */
export function flowTraceControl({ flows }: Org): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const traces = flows.traces.all(queryParameter(request, 'flow'));
    send(request, response, traces, traces);
  });
  router.get('/:guid', (request, response) => {
    const trace = flows.traces.all().find(({ id }) => id === request.params.guid);
    if (!trace) throw notFound();
    send(request, response, trace, [trace]);
  });
  return router;
}

function send(request: Request, response: Response, json: unknown, traces: readonly FlowTrace[]): void {
  if (request.accepts('json', 'html', 'text') === 'json') response.json(json);
  else response.type('text/plain').send(`${tracesText(traces)}\n`);
}
