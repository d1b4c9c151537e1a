import type { Request, RequestHandler } from 'express';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { contextOf } from '../request-context.ts';
import type { OperationDefinition } from '../operations/definition.ts';
import type { ReplayGuard } from './replay-guard.ts';
import { covers } from './role.ts';
import type { Caller } from './verify-token.ts';

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Proves who calls. A request whose proof fails goes on to the rate limit first, and is refused by `authorize`:
 * otherwise guessing tokens would be the one thing that is not limited.
 */
export function identify(verify: (token: string) => Caller): RequestHandler {
  return (request, _response, next) => {
    const context = contextOf(request);
    try {
      context.caller = verify(readBearerToken(request));
    } catch (error) {
      if (!(error instanceof LedgerBridgeError)) throw error;
      context.refusal = error;
    }
    next();
  };
}

/** Lets a proven caller through whose role covers the operation, and each token of a write once. */
export function authorize(definition: OperationDefinition, replayGuard: ReplayGuard): RequestHandler {
  return (request, _response, next) => {
    const { caller, refusal } = contextOf(request);
    if (refusal) throw refusal;
    if (caller === undefined) throw new TypeError('authorize stands behind identify');
    if (!covers(caller.role, definition.role)) {
      throw new LedgerBridgeError('LB206', {
        detail: `The role ${caller.role} does not cover ${definition.operationId}; it needs ${definition.role}.`
      });
    }
    if (definition.writes) replayGuard.admit(caller);
    next();
  };
}

function readBearerToken(request: Request): string {
  const token = BEARER.exec(request.get('Authorization') ?? '')?.[1];
  if (token !== undefined) return token;
  throw new LedgerBridgeError('LB201', { detail: 'The request carries no bearer token.' });
}
