import { Router } from 'express';
import { notFound } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { queryParameter } from '../rest/resource.ts';

/** `/flow-traces?flow=NAME` and `/flow-traces/GUID`: what the last flow runs did, element by element. */
export function flowTraceControl({ flows }: Org): Router {
  const router = Router();
  router.get('/', (request, response) => {
    response.json(flows.traces.all(queryParameter(request, 'flow')));
  });
  router.get('/:guid', (request, response) => {
    const trace = flows.traces.all().find(({ id }) => id === request.params.guid);
    if (!trace) throw notFound();
    response.json(trace);
  });
  return router;
}
