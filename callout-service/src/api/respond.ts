import type { Request, Response } from 'express';
import type { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { toProblem } from '../errors/problem.ts';
import type { AnswerForm } from './operations/definition.ts';
import { contextOf } from './request-context.ts';

/** Who asks for JSON gets JSON; everybody else, a flow above all, gets the same JSON as text. */
function prefersJson(request: Request): boolean {
  const best = request.accepts(['text/plain', 'application/json', 'application/problem+json']);
  return best === 'application/json' || best === 'application/problem+json';
}

/** Answers an operation. Text that holds JSON also goes out as JSON to those who ask for that. */
export function sendAnswer(
  request: Request,
  response: Response,
  answer: unknown,
  form: AnswerForm['form']
): void {
  response.vary('Accept');
  response.type(form === 'json' || prefersJson(request) ? 'application/json' : 'text/plain');
  response.send(JSON.stringify(answer));
}

/** Answers an operation with problem details, as text where its answer would have been text. */
export function sendOperationProblem(request: Request, response: Response, error: LedgerBridgeError): void {
  response.vary('Accept');
  sendProblemAs(prefersJson(request) ? 'application/problem+json' : 'text/plain', request, response, error);
}

/** Answers anything outside the operations with problem details. */
export function sendProblem(request: Request, response: Response, error: LedgerBridgeError): void {
  sendProblemAs('application/problem+json', request, response, error);
}

function sendProblemAs(
  mediaType: string,
  request: Request,
  response: Response,
  error: LedgerBridgeError
): void {
  const context = contextOf(request);
  context.failure = error;
  if (error.entry.status === 401) response.set('WWW-Authenticate', challenge(error));
  const [instance = '/'] = request.originalUrl.split('?');
  response.status(error.entry.status).type(mediaType);
  response.send(JSON.stringify(toProblem(error, { instance, requestId: context.requestId })));
}

/** RFC 6750 3.1: a request without any token is told only the scheme. */
function challenge(error: LedgerBridgeError): string {
  if (error.code === 'LB201') return 'Bearer realm="ledger-bridge"';
  return `Bearer realm="ledger-bridge", error="invalid_token", error_description="${error.entry.title}"`;
}
