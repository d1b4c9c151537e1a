import { Metadata, status } from '@grpc/grpc-js';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** Why a stream ended, and what that asks for. */
export interface StreamFailure {
  /** `session`: log in again. `replay-id`: there is no going on from where the service was. */
  readonly kind: 'other' | 'replay-id' | 'session';
  readonly error: LedgerBridgeError;
}

/** What Salesforce refuses with, as gRPC hands it over. */
interface Refusal {
  /** Of gRPC, as `UNAVAILABLE`. */
  readonly status: string;
  readonly words: string;
  /** In the trailers, as `sfdc.platform.eventbus.grpc.service.auth.error`; empty where a proxy answered. */
  readonly errorCode: string;
}

/** Reads why a call failed. What is no refusal of gRPC, as a login that failed, keeps its own code. */
export function readStreamFailure(error: unknown): StreamFailure {
  const refusal = refusalOf(error);
  if (refusal === undefined) return { kind: 'other', error: asLedgerBridgeError(error) };
  if (refusal.status === 'UNAUTHENTICATED') {
    return { kind: 'session', error: failure('LB703', 'The Pub/Sub API refused the session', refusal) };
  }
  // Too old, broken or unknown, as `…subscription.fetch.replayid.corrupted` and `….replayid.validation.failed`.
  // Source: Pub/Sub API Guide, Handle Errors; Retry Long-Lived RPC Calls After an Error Occurs.
  if (refusal.errorCode.includes('.replayid.')) {
    const what = 'The Pub/Sub API cannot go on after the last replay id';
    return { kind: 'replay-id', error: failure('LB712', what, refusal) };
  }
  return { kind: 'other', error: otherFailure(refusal) };
}

/** Whether a call was refused, for whatever reason. */
export function isRefusal(error: unknown): boolean {
  return refusalOf(error) !== undefined;
}

/** Whether a call was refused because what it asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return refusalOf(error)?.status === 'NOT_FOUND';
}

function otherFailure(refusal: Refusal): LedgerBridgeError {
  if (refusal.status === 'RESOURCE_EXHAUSTED' || refusal.errorCode.endsWith('.limit.exceeded')) {
    return failure('LB704', 'The Pub/Sub API delivers no more for now', refusal);
  }
  if (refusal.status === 'PERMISSION_DENIED' || refusal.status === 'NOT_FOUND') {
    return failure('LB710', 'The channel of events cannot be subscribed to', refusal);
  }
  return failure('LB711', 'The stream of events broke off', refusal);
}

/** Salesforce's own words tell of no record: they name org, channel and the id of the call, which its support asks for. */
function failure(code: ErrorCode, what: string, refusal: Refusal): LedgerBridgeError {
  const parts = [refusal.status, refusal.errorCode, refusal.words.slice(0, 300)];
  return new LedgerBridgeError(code, {
    detail: `${what} (${parts.filter((part) => part !== '').join('; ')}).`
  });
}

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') return undefined;
  return {
    status: status[error.code] ?? String(error.code),
    words: 'details' in error ? String(error.details) : error.message,
    errorCode: 'metadata' in error ? trailer(error.metadata, 'error-code') : ''
  };
}

function trailer(metadata: unknown, name: string): string {
  return metadata instanceof Metadata ? String(metadata.get(name)[0] ?? '') : '';
}
