import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { refusesSession } from '../failures/request-failure.ts';
import { CLIENT_NAME } from '../port/salesforce-events.ts';
import { isCut } from '../http/network-failure.ts';
import { type HttpAnswer, type HttpRequest, send } from '../http/send.ts';
import type { SalesforceSession, SessionTicket } from '../session/session.ts';
import type { RestRequest } from './rest-request.ts';

/** What ends a request that is not answered. */
type Ends = Required<Pick<HttpRequest, 'signal' | 'timeoutMs'>>;

/**
 * Sends a request in the service's session; with a new one when Salesforce says that it has ended, since then the request
 * was not looked at.
 * @throws LedgerBridgeError LB703 when the new one is not taken either; what `ticket` and `send` throw.
 */
export async function exchange(
  session: SalesforceSession,
  request: RestRequest,
  ends: Ends
): Promise<HttpAnswer> {
  const first = await askWithTicket(session, request, ends);
  if (first !== undefined) return first;
  const second = await askWithTicket(session, request, ends);
  if (second !== undefined) return second;
  throw new LedgerBridgeError('LB703', { detail: 'Salesforce refused a session it had just given.' });
}

/** The answer; undefined when the ticket was refused. */
async function askWithTicket(
  session: SalesforceSession,
  request: RestRequest,
  ends: Ends
): Promise<HttpAnswer | undefined> {
  const ticket = await session.ticket();
  const answer = await ask(httpRequest(request, ticket, ends));
  if (refusesSession(answer)) {
    session.refused(ticket);
    return undefined;
  }
  session.accepted(ticket);
  return answer;
}

/** Once more over a new connection, where one that was kept open had ended. */
async function ask(request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await send(request);
  } catch (error) {
    if (request.repeatable && error instanceof LedgerBridgeError && isCut(error)) return send(request);
    throw error;
  }
}

/** By which changes of ours are known in change events. Source: REST API Developer Guide, Call Options Header. */
const CALL_OPTIONS = `client=${CLIENT_NAME}`;

function httpRequest(
  { method, path, body, csv, answers = 'json', repeatable }: RestRequest,
  { accessToken, instanceUrl }: SessionTicket,
  ends: Ends
): HttpRequest {
  return {
    method,
    url: `${instanceUrl}${path}`,
    headers: {
      authorization: `Bearer ${accessToken}`,
      accept: answers === 'csv' ? 'text/csv' : 'application/json',
      'sforce-call-options': CALL_OPTIONS,
      ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      ...(csv !== undefined && { 'content-type': 'text/csv; charset=UTF-8' })
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(csv !== undefined && { body: csv }),
    repeatable,
    ...ends
  };
}
