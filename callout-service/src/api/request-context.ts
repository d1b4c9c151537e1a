import type { IncomingMessage } from 'node:http';
import type { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { Caller } from './auth/verify-token.ts';

/** What is learnt of a request while it is answered; log and metrics are written from it. */
export interface RequestContext {
  readonly requestId: string;
  /** An operation's id, or the name of a route outside the API. */
  operation: string;
  caller?: Caller;
  /** Why the caller could not be proven. */
  refusal?: LedgerBridgeError;
  /** What the request was answered with, if that was a problem. */
  failure?: LedgerBridgeError;
}

const contexts = new WeakMap<IncomingMessage, RequestContext>();

/** Begins a request's context. */
export function beginContext(request: IncomingMessage, requestId: string): RequestContext {
  const context: RequestContext = { requestId, operation: 'unmatched' };
  contexts.set(request, context);
  return context;
}

/** The context of a request that has begun. */
export function contextOf(request: IncomingMessage): RequestContext {
  const context = contexts.get(request);
  if (context === undefined) throw new TypeError('The request was not given a context');
  return context;
}
