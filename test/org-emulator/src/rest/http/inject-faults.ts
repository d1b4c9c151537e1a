import { setTimeout as delay } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { FaultEffect, FaultPoint } from '../../control/fault-plan.ts';
import type { Org } from '../../org.ts';
import { sessionToken } from '../authenticate.ts';
import { type Refusal, sendRefusal } from './send-refusal.ts';

const known = ['cut', 'expired-session', 'latency', 'row-error', 'status'] as const;

/**
 * Lets the faults strike that were ordered for log-in, SOAP and everything else that Salesforce serves over HTTP.
 * Their subject is `METHOD path?query`. Effects that these points do not know are left to others.
 */
export function injectFaults(org: Org): RequestHandler {
  return async (request, response, next) => {
    const point = pointOf(request);
    for (const effect of org.faults.strike(point, `${request.method} ${request.originalUrl}`, known)) {
      await strike(org, point, effect, { request, response });
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
  { request, response }: { readonly request: Request; readonly response: Response }
): Promise<void> {
  if (effect.kind === 'latency') await delay(effect.milliseconds);
  else if (effect.kind === 'status') refuse(response, point, effect);
  else if (effect.kind === 'row-error') refuse(response, point, { ...effect, status: 400 });
  else if (effect.kind === 'cut') cut(effect.when, request, response);
  // The session is over for good, as a real one would be: the client has to log in again.
  else if (effect.kind === 'expired-session') org.sessions.end(sessionToken(request) ?? '');
}

function refuse(response: Response, point: FaultPoint, refusal: Refusal): void {
  const { retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  sendRefusal(response, point, refusal);
}

function cut(when: 'after-commit' | 'before-commit', request: Request, response: Response): void {
  if (when === 'before-commit') request.socket.destroy();
  else cutInsteadOfAnswering(request, response);
}

/** The work is done as always, but not a byte of its answer leaves. */
function cutInsteadOfAnswering(request: Request, response: Response): void {
  const destroy = () => {
    request.socket.destroy();
    return response;
  };
  Object.assign(response, {
    write: () => true,
    writeHead: () => response,
    flushHeaders: () => undefined,
    end: destroy
  });
}
