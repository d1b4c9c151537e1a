import { IncomingMessage, type IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Express } from 'express';
import { errorBody } from '../error-handler.ts';
import { takeRefusals } from '../http/refusals.ts';

/** A request inside another. */
export interface Subrequest {
  readonly method: string;
  /** Path and query, from `/services/data/v…` on. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** What a request inside another was answered. */
export interface SubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Answers requests inside others: at once where the resource does, so that it can stand inside a transaction. */
export type Dispatch = (subrequest: Subrequest) => Promise<SubAnswer> | SubAnswer;

/** Never connected; a request must have one. */
const noSocket = new Socket();

/** Has an app answer a request that never was on a wire: the same resources answer as to any client. */
export function answerInside(app: Express, { body, ...asked }: Subrequest): Promise<SubAnswer> | SubAnswer {
  const request = Object.assign(new IncomingMessage(noSocket), asked, body === undefined ? {} : { body });
  const response = new ServerResponse(request);
  const late = Promise.withResolvers<SubAnswer>();
  let atOnce: SubAnswer | undefined;
  const deliver = (given?: unknown) => {
    atOnce = { status: response.statusCode, headers: plainHeaders(response), body: given ?? null };
    late.resolve(atOnce);
    return response;
  };
  Object.assign(response, { json: deliver, send: deliver, end: () => deliver() });
  takeRefusals(response, (error) => {
    response.statusCode = error.status;
    deliver(errorBody(error));
  });
  app(request, response);
  return answerOf(atOnce) ?? late.promise;
}

/** The compiler cannot see that a callback has set the variable. */
function answerOf(atOnce: SubAnswer | undefined): SubAnswer | undefined {
  return atOnce;
}

/** The headers that composite answers show. */
function plainHeaders(response: ServerResponse): Record<string, string> {
  const location = response.getHeader('Location');
  return typeof location === 'string' ? { Location: location } : {};
}
