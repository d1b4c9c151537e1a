import { Router } from 'express';
import type { Org } from '../org.ts';

/** `/status`: what was loaded, and which files of the package have no effect here. */
export function statusControl(org: Org): Router {
  const router = Router();
  router.get('/status', (_request, response) => {
    response.json(status(org));
  });
  return router;
}

function status({ metadata, schema, database }: Org) {
  return {
    objects: schema.objects.map((object) => ({
      name: object.name,
      records: database.table(object).all().length
    })),
    flows: [...metadata.flows.keys()],
    permissionSets: [...metadata.permissionSets.keys()],
    namedCredentials: [...metadata.namedCredentials.keys()],
    externalServices: [...metadata.registrations.keys()],
    withoutEffect: [...metadata.withoutEffect.keys()]
  };
}
