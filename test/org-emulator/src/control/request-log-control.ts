import { Router } from 'express';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { queryParameter } from '../rest/resource.ts';

/** `/requests?after=N&match=REGEX&api=NAME`: what the org was asked, oldest first. */
export function requestLogControl({ requests }: Org): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const match = queryParameter(request, 'match');
    const after = Number(queryParameter(request, 'after') ?? 0);
    if (!Number.isInteger(after)) {
      throw new SalesforceError(400, 'INVALID_INPUT', '`after` is the number of a request');
    }
    response.json(
      requests.find({
        after,
        match: match === undefined ? undefined : regularExpression(match),
        api: queryParameter(request, 'api')
      })
    );
  });
  router.delete('/', (_request, response) => {
    requests.clear();
    response.status(204).end();
  });
  return router;
}

function regularExpression(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new SalesforceError(400, 'INVALID_INPUT', `'${text}' is not a regular expression`);
  }
}
