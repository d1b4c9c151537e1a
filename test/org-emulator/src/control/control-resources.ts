import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { originOf, startSession } from '../rest/oauth-resources.ts';
import { readBody } from '../rest/resource.ts';

const sessionBody = z.object({ username: z.string() });
const settingsBody = z.strictObject({
  /** Fixed moment of the org's clock; null for real time. */
  clock: z.iso.datetime().nullable().optional(),
  calloutTimeoutMs: z.int().positive().optional(),
  declaredErrorsGoTo: z.enum(['outputs', 'fault-path']).optional()
});

/** The emulator's own control plane, which a real org does not have: sessions, reset, settings, status. */
export function controlResources(org: Org): Router {
  const router = Router();
  router.post('/sessions', startSessionByUsername(org));
  router.post('/reset', (_request, response) => {
    org.reset();
    response.status(204).end();
  });
  router.patch('/settings', (request, response) => {
    applySettings(org, readBody(request, settingsBody));
    response.status(204).end();
  });
  router.get('/status', (_request, response) => {
    response.json(status(org));
  });
  return router;
}

function startSessionByUsername(org: Org): RequestHandler {
  return (request, response) => {
    const { username } = readBody(request, sessionBody);
    const access = org.access.findUser(username);
    if (!access) throw new SalesforceError(404, 'NOT_FOUND', `There is no active user ${username}`);
    const accessToken = startSession(org, access);
    response.json({ accessToken, userId: access.userId, instanceUrl: originOf(request) });
  };
}

function applySettings(org: Org, settings: z.infer<typeof settingsBody>): void {
  if (settings.clock === null) org.clock.run();
  else if (settings.clock !== undefined) org.clock.stopAt(settings.clock);
  if (settings.calloutTimeoutMs !== undefined) org.calloutSettings.timeoutMs = settings.calloutTimeoutMs;
  if (settings.declaredErrorsGoTo !== undefined) {
    org.calloutSettings.declaredErrorsGoTo = settings.declaredErrorsGoTo;
  }
}

/** What was loaded, and which files of the package have no effect here. */
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
    withoutEffect: metadata.withoutEffect
  };
}
