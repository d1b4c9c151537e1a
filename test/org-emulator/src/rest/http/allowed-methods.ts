import type { RequestHandler, Router } from 'express';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import { refuse } from './refusals.ts';

type Method = 'delete' | 'get' | 'patch' | 'post' | 'put';

/** Serves a path with these methods, and answers 405 METHOD_NOT_ALLOWED to all others. */
export function serve(router: Router, path: string, handlers: Partial<Record<Method, RequestHandler>>): void {
  const route = router.route(path);
  const allowed: string[] = [];
  for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
    const handler = handlers[method];
    if (!handler) continue;
    route[method](handler);
    allowed.push(...(method === 'get' ? ['HEAD', 'GET'] : [method.toUpperCase()]));
  }
  route.all((request, response) => {
    const message = `HTTP Method '${request.method}' not allowed. Allowed are ${allowed.join(',')}`;
    refuse(response, new SalesforceError(405, 'METHOD_NOT_ALLOWED', message));
  });
}
