import { Router } from 'express';
import { z } from 'zod';
import { createUser } from '../bootstrap/create-user.ts';
import { SystemWriter } from '../bootstrap/system-writer.ts';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { RecordValues } from '../schema/field.ts';
import { readBody } from '../rest/resource.ts';

const userBody = z.strictObject({
  username: z.string(),
  firstName: z.string().default('Test'),
  lastName: z.string().default('User'),
  alias: z.string().max(8).default('tuser'),
  profile: z.string().default('Standard User'),
  permissionSets: z.array(z.string()).default([]),
  email: z.string().optional(),
  timeZone: z.string().optional(),
  locale: z.string().optional()
});
const activeBody = z.strictObject({ active: z.boolean() });

/** `/users`: who may log in. A user that is deactivated has no session any more, as in an org. */
export function userControl(org: Org): Router {
  const router = Router();
  const writer = new SystemWriter(org);
  router.get('/', (_request, response) => {
    response.json(writer.records('User').map(shown));
  });
  router.post('/', (request, response) => {
    response.status(201).json({ id: create(org, readBody(request, userBody)) });
  });
  router.patch('/:username', (request, response) => {
    const { active } = readBody(request, activeBody);
    const user = writer.records('User').find(({ Username }) => Username === request.params.username);
    if (!user) throw notFound();
    writer.update('User', user, { IsActive: active });
    response.status(204).end();
  });
  return router;
}

function shown({ Id, Username, Name, IsActive }: RecordValues) {
  return { id: Id, username: Username, name: Name, active: IsActive };
}

function create(org: Org, user: z.infer<typeof userBody>): string {
  try {
    return createUser(org, user);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof SalesforceError) throw error;
    throw new SalesforceError(400, 'INVALID_INPUT', error.message);
  }
}
