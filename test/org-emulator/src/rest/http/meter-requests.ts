import type { Request, RequestHandler } from 'express';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import { sessionToken } from '../authenticate.ts';

const counted = new WeakSet<Request>();

/** Whether the request was counted against the day's API requests. */
export function isCounted(request: Request): boolean {
  return counted.has(request);
}

/**
 * Counts API requests of logged-in clients, refuses those beyond the day's, and those that come while too many
 * others are long under way (app limits cheat sheet, "API Request Limits and Allocations").
 */
export function meterRequests(org: Org): RequestHandler {
  const running = new Map<Request, number>();
  return (request, response, next) => {
    if (org.sessions.userId(sessionToken(request) ?? '') === undefined) {
      next();
      return;
    }
    const { concurrentRequests, longRunningMs } = org.limits.settings;
    const now = performance.now();
    const long = [...running.values()].filter((startedAt) => now - startedAt >= longRunningMs);
    if (long.length >= concurrentRequests) throw tooManyAtOnce();
    countRequest(org, request);
    running.set(request, now);
    response.once('close', () => running.delete(request));
    response.set('Sforce-Limit-Info', org.limits.usageHeader);
    next();
  };
}

/** Counts one request of a logged-in client. Throws REQUEST_LIMIT_EXCEEDED when the day's are used up. */
export function countRequest(org: Org, request: Request): void {
  org.limits.takeApiRequest();
  counted.add(request);
}

function tooManyAtOnce(): SalesforceError {
  const message = 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';
  return new SalesforceError(403, 'REQUEST_LIMIT_EXCEEDED', message);
}
