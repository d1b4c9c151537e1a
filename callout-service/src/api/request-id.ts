import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { beginContext } from './request-context.ts';

// Whatever is accepted here stands in logs and answers, so only plain characters and a bounded length.
const WELL_FORMED = /^[A-Za-z0-9_-]{8,64}$/;

/** Gives every request an id, the caller's own where it is well-formed, and says it in the answer. */
export const giveRequestId: RequestHandler = (request, response, next) => {
  const offered = request.get('X-Request-Id');
  const requestId = offered !== undefined && WELL_FORMED.test(offered) ? offered : randomUUID();
  beginContext(request, requestId);
  response.set('X-Request-Id', requestId);
  next();
};
