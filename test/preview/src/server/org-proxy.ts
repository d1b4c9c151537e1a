import type { Request, Response } from 'express';
import type { OrgSessions } from './org-sessions.ts';
import { chosenUser } from './user-choice.ts';

const UNAUTHORIZED = 401;
/** Longer than the longest callout of a flow (Apex Developer Guide, "Callout Limits": 120 seconds). */
const ANSWER_LIMIT_MS = 130_000;
const FORWARDED_HEADERS = ['accept', 'content-type', 'if-modified-since'];

/** Hands a page's request to the org with the session of the chosen user, and the org's answer back. */
export function orgProxy(orgUrl: string, sessions: OrgSessions) {
  return async (request: Request, response: Response): Promise<void> => {
    const { username } = chosenUser(request);
    const limit = AbortSignal.any([AbortSignal.timeout(ANSWER_LIMIT_MS), closed(response)]);
    const ask = async () => forward(orgUrl, request, (await sessions.of(username)).accessToken, limit);
    let answer = await ask();
    if (answer.status === UNAUTHORIZED) {
      // The org may have been restarted since the session was opened.
      sessions.drop(username);
      answer = await ask();
    }
    await handBack(answer, response);
  };
}

/** Aborted when the page no longer waits for the answer. */
function closed(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort(new Error('The page no longer waits for the answer')));
  return gone.signal;
}

async function forward(
  orgUrl: string,
  request: Request,
  accessToken: string,
  signal: AbortSignal
): Promise<globalThis.Response> {
  const headers = new Headers({ authorization: `Bearer ${accessToken}` });
  for (const name of FORWARDED_HEADERS) {
    const value = request.get(name);
    if (value) headers.set(name, value);
  }
  const body: unknown = request.body;
  return fetch(new URL(request.originalUrl, orgUrl), {
    method: request.method,
    headers,
    signal,
    ...(Buffer.isBuffer(body) && body.length > 0 ? { body: new Uint8Array(body) } : {})
  });
}

async function handBack(answer: globalThis.Response, response: Response): Promise<void> {
  const contentType = answer.headers.get('content-type');
  if (contentType) response.type(contentType);
  response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
}
