import type { Express, Request, RequestHandler } from 'express';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { authorize } from './auth/authenticate.ts';
import type { ReplayGuard } from './auth/replay-guard.ts';
import type { BoundOperation, RequestValues } from './operations/definition.ts';
import { readBody } from './request-body.ts';
import { contextOf } from './request-context.ts';
import { sendAnswer } from './respond.ts';

/** What every operation's route passes through. */
export interface RouteGuards {
  readonly identify: RequestHandler;
  readonly limitRate: RequestHandler;
  readonly replayGuard: ReplayGuard;
  readonly bodyLimitBytes: number;
  readonly answerWithinMs: number;
}

/** Puts one operation at its path: who calls, how often, whether they may, the body, and then the answer. */
export function mountOperation(app: Express, operation: BoundOperation, guards: RouteGuards): void {
  const { definition } = operation;
  app[definition.method](expressPath(definition.path), [
    nameOperation(definition.operationId),
    guards.identify,
    guards.limitRate,
    authorize(definition, guards.replayGuard),
    ...readBody(guards.bodyLimitBytes),
    answer(operation, guards.answerWithinMs)
  ]);
}

/** `/v1/customers/{customerNo}/summary` as express writes it. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Tells log and metrics which route a request took. */
export function nameOperation(name: string): RequestHandler {
  return (request, _response, next) => {
    contextOf(request).operation = name;
    next();
  };
}

function answer(operation: BoundOperation, withinMs: number): RequestHandler {
  return async (request, response) => {
    const answered = await withinDeadline(
      operation.answer(requestValues(request, operation.definition), contextOf(request).caller),
      withinMs
    );
    sendAnswer(request, response, answered, operation.definition.answer.form);
  };
}

/** A parameter in path or header wins over one of the query, and all over the body: names are unique in a definition. */
function requestValues(request: Request, { parameters }: BoundOperation['definition']): RequestValues {
  const body: unknown = request.body;
  const members: RequestValues =
    typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? { ...body } : {};
  const path = Object.entries(request.params).map(([name, value]): [string, string] => [
    name,
    [value].flat().join('/')
  ]);
  const headers = parameters
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }): [string, string | undefined] => [name, request.get(name)]);
  return { ...members, ...request.query, ...Object.fromEntries(headers), ...Object.fromEntries(path) };
}

async function withinDeadline<T>(work: Promise<T>, withinMs: number): Promise<T> {
  const { promise: expiry, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(
      new LedgerBridgeError('LB902', { detail: `There was no answer within ${withinMs} milliseconds.` })
    );
  }, withinMs);
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
