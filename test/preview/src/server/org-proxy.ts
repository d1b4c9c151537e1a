import type { Request, Response } from 'express';
import type { OrgSessions } from './org-sessions.ts';
import { chosenUser } from './user-choice.ts';

const UNAUTHORIZED = 401;
const FORWARDED_HEADERS = ['accept', 'content-type', 'if-modified-since'];

/** Hands a page's request to the org with the session of the chosen user, and the org's answer back. */
export function orgProxy(orgUrl: string, sessions: OrgSessions) {
  return async (request: Request, response: Response): Promise<void> => {
    const { username } = chosenUser(request);
    let answer = await forward(orgUrl, request, (await sessions.of(username)).accessToken);
    if (answer.status === UNAUTHORIZED) {
      // The org may have been restarted since the session was opened.
      sessions.drop(username);
      answer = await forward(orgUrl, request, (await sessions.of(username)).accessToken);
    }
    await handBack(answer, response);
  };
}

async function forward(orgUrl: string, request: Request, accessToken: string): Promise<globalThis.Response> {
  const headers = new Headers({ authorization: `Bearer ${accessToken}` });
  for (const name of FORWARDED_HEADERS) {
    const value = request.get(name);
    if (value) headers.set(name, value);
  }
  const body: unknown = request.body;
  return fetch(new URL(request.originalUrl, orgUrl), {
    method: request.method,
    headers,
    ...(Buffer.isBuffer(body) && body.length > 0 ? { body: new Uint8Array(body) } : {})
  });
}

async function handBack(answer: globalThis.Response, response: Response): Promise<void> {
  const contentType = answer.headers.get('content-type');
  if (contentType) response.type(contentType);
  response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
}
