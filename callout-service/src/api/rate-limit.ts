import type { Request } from 'express';
import { ipKeyGenerator, rateLimit, type RateLimitRequestHandler } from 'express-rate-limit';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { contextOf } from './request-context.ts';

/** Limits each caller: a proven one by subject and role, anybody else by address. */
export function limitRate(requestsPerMinute: number): RateLimitRequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: callerKey,
    // A proxy's X-Forwarded-For is not believed, on purpose: callers are told apart by their tokens.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, _response, next) => {
      next(
        new LedgerBridgeError('LB105', {
          detail: `More than ${requestsPerMinute} requests came from this caller within a minute.`
        })
      );
    }
  });
}

function callerKey(request: Request): string {
  const { caller } = contextOf(request);
  if (caller) return `token ${caller.role} ${caller.subject}`;
  return `address ${ipKeyGenerator(request.ip ?? 'unknown')}`;
}
