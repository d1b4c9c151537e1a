import { ask } from 'c/sageOperation';
import type { Asked, Transport } from 'c/sageOperation';
import { readDecision, readDetail, readPage } from './deadLetters';
import type { DeadLetterDetail, DeadLetterPage, Decision } from './deadLetters';

/** Which failures are meant; undefined for any. */
export interface FailureFilter {
  readonly code?: string | undefined;
  readonly lane?: string | undefined;
  /** Stands in the key or the content. */
  readonly text?: string | undefined;
  /** ISO 8601 in UTC: waiting since then or later. */
  readonly since?: string | undefined;
  /** Waiting since before then. */
  readonly until?: string | undefined;
}

/** A page of failures, the oldest first. */
export function askPage(
  transport: Transport,
  { code, lane, text, since, until }: FailureFilter,
  { cursor, pageSize }: { readonly cursor?: string | undefined; readonly pageSize: number }
): Promise<Asked<DeadLetterPage>> {
  const inputs = { code, lane, text, since, until, cursor, pageSize };
  return ask(transport, 'Sage_List_Dead_Letters', inputs, ({ json }) => readPage(json));
}

export function askDetail(transport: Transport, jobId: number): Promise<Asked<DeadLetterDetail>> {
  return ask(transport, 'Sage_Get_Dead_Letter', { jobId }, ({ json }) => readDetail(json));
}

/** Lets it begin anew, with another content where one is given as JSON text. */
export function replay(transport: Transport, jobId: number, payload?: string): Promise<Asked<Decision>> {
  return ask(transport, 'Sage_Replay_Dead_Letter', { jobId, payload }, ({ json }) => readDecision(json));
}

/** Gives it up for good. */
export function skip(transport: Transport, jobId: number, reason: string): Promise<Asked<Decision>> {
  return ask(transport, 'Sage_Skip_Dead_Letter', { jobId, reason }, ({ json }) => readDecision(json));
}
