import { Router } from 'express';
import { z } from 'zod';
import type { Org } from '../../org.ts';
import { ok, pathParameter, readBody, resource } from '../../rest/resource.ts';
import type { FlowValue } from '../flow-value.ts';

const startBody = z.object({ inputs: z.record(z.string(), z.unknown()).default({}) });
const single = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const attributes = z
  .record(z.string(), z.union([single, z.array(single)]))
  .transform((fields): FlowValue => ({ objectName: 'Component', fields }));
const valuesBody = z.object({
  values: z.record(z.string(), z.union([single, z.array(single), attributes])).default({})
});

/**
 * What a page needs to run screen flows. Salesforce serves this to its own pages only, so there is no public path:
 * `POST /:flow {inputs}` starts one; `POST /interviews/:guid/next {values}`, `…/back` and
 * `…/actions/:action {values}` lead it on. Values of components are objects of their attributes. All answer a
 * ScreenFlowState.
 */
export function flowRuntimeResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  const { screens } = org.flows;
  router.post(
    '/:flow',
    resource(org, async ({ access, request }) => {
      const flow = org.flows.require(pathParameter(request, 'flow'), access);
      return ok(await screens.start(flow, readBody(request, startBody).inputs, access));
    })
  );
  router.post(
    '/interviews/:guid/next',
    resource(org, async ({ access, request }) =>
      ok(await screens.next(pathParameter(request, 'guid'), readBody(request, valuesBody).values, access))
    )
  );
  router.post(
    '/interviews/:guid/back',
    resource(org, async ({ access, request }) =>
      ok(await screens.back(pathParameter(request, 'guid'), access))
    )
  );
  router.post(
    '/interviews/:guid/actions/:action',
    resource(org, async ({ access, request }) => {
      const [guid, action] = [pathParameter(request, 'guid'), pathParameter(request, 'action')];
      return ok(await screens.act(guid, action, readBody(request, valuesBody).values, access));
    })
  );
  return router;
}
