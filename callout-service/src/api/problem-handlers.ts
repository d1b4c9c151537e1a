import type { ErrorRequestHandler, RequestHandler } from 'express';
import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { asRequestFault } from './request-body.ts';
import { contextOf } from './request-context.ts';
import { sendOperationProblem, sendProblem } from './respond.ts';

/** Answers whatever failed. An operation's failure takes the form of its answers: text, unless JSON is asked for. */
export function answerProblems(
  operationIds: ReadonlySet<string>,
  bodyLimitBytes: number
): ErrorRequestHandler {
  // Express tells an error handler by its four parameters, so the fourth stays though nothing uses it.
  return (thrown: unknown, request, response, next) => {
    const error = asRequestFault(thrown, bodyLimitBytes) ?? asLedgerBridgeError(thrown);
    if (response.headersSent) {
      contextOf(request).failure = error;
      next(error);
    } else if (operationIds.has(contextOf(request).operation)) sendOperationProblem(request, response, error);
    else sendProblem(request, response, error);
  };
}

/** No route has this path. */
export const refuseUnknownPath: RequestHandler = () => {
  throw new LedgerBridgeError('LB102', { detail: 'No operation of this service has this address.' });
};

/** A route has this path, but not with this method. */
export function refuseMethod(allowed: string): RequestHandler {
  return (request, response) => {
    response.set('Allow', allowed);
    throw new LedgerBridgeError('LB106', {
      detail: `The method ${request.method} is not taken here; ${allowed} is.`
    });
  };
}
