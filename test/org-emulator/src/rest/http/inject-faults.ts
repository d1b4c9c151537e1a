import { setTimeout as delay } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { FaultEffect, FaultPoint } from '../../control/fault-plan.ts';
import type { Org } from '../../org.ts';
import { sessionToken } from '../authenticate.ts';
import { sendRefusal } from './send-refusal.ts';

/**
 * Lets the faults strike that were ordered for log-in, SOAP and everything else that Salesforce serves over HTTP.
 * Their subject is `METHOD path?query`. Effects that these points do not know are left to others.
 */
export function injectFaults(org: Org): RequestHandler {
  return async (request, response, next) => {
    const point = pointOf(request);
    for (const effect of org.faults.strike(point, `${request.method} ${request.originalUrl}`)) {
      await strike(org, point, effect, request, response);
      if (response.headersSent || request.socket.destroyed) return;
    }
    next();
  };
}

function pointOf({ originalUrl }: Request): FaultPoint {
  if (/^\/+services\/oauth2\//.test(originalUrl)) return 'login';
  return /^\/+services\/soap\//i.test(originalUrl) ? 'soap' : 'rest';
}

async function strike(
  org: Org,
  point: FaultPoint,
  effect: FaultEffect,
  request: Request,
  response: Response
): Promise<void> {
  switch (effect.kind) {
    case 'latency':
      await delay(effect.milliseconds);
      break;
    case 'status':
      if (effect.retryAfterSeconds !== undefined)
        response.set('Retry-After', String(effect.retryAfterSeconds));
      sendRefusal(response, point, effect);
      break;
    case 'row-error':
      sendRefusal(response, point, { ...effect, status: 400 });
      break;
    case 'cut':
      if (effect.when === 'before-commit') request.socket.destroy();
      else cutInsteadOfAnswering(request, response);
      break;
    case 'expired-session':
      // The session is over for good, as a real one would be: the client has to log in again.
      org.sessions.end(sessionToken(request) ?? '');
      break;
  }
}

/** The work is done as always, but not a byte of its answer leaves. */
function cutInsteadOfAnswering(request: Request, response: Response): void {
  const cut = () => {
    request.socket.destroy();
    return response;
  };
  Object.assign(response, {
    write: () => true,
    writeHead: () => response,
    flushHeaders: () => undefined,
    end: cut
  });
}
