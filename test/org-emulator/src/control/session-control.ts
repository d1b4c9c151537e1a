import { Router } from 'express';
import { z } from 'zod';
import { automatedProcessType } from '../bootstrap/users.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { startSession } from '../rest/oauth-resources.ts';
import { readBody } from '../rest/resource.ts';

const sessionBody = z.object({ username: z.string() });

/** `/sessions`: log-in by username alone, for tests and the preview. */
export function sessionControl(org: Org, instanceUrl: string): Router {
  const router = Router();
  router.post('/', (request, response) => {
    const { username } = readBody(request, sessionBody);
    const access = org.access.findUser(username);
    if (!access || access.user.UserType === automatedProcessType)
      throw new SalesforceError(404, 'NOT_FOUND', `There is no active user ${username}`);
    response.json({ accessToken: startSession(org, access), userId: access.userId, instanceUrl });
  });
  return router;
}
