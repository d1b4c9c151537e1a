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
  readonly code: number;
  readonly details: string;
  /** In the trailers, as `sfdc.platform.eventbus.grpc.service.auth.error`; empty where a proxy answered. */
  readonly errorCode: string;
}

/**
 * Codes that tell of a replay id which is too old, broken or unknown, as `…subscription.fetch.replayid.corrupted` and
 * `…subscription.fetch.replayid.validation.failed`. Source: Pub/Sub API Guide, Handle Errors; Retry Long-Lived RPC Calls.
 */
const replayIdCode = /\.replayid\./;
const limitCode = /\.limit\.exceeded$/;

/** Reads why a call failed. What is no refusal of gRPC, as a login that failed, keeps its own code. */
export function readStreamFailure(error: unknown): StreamFailure {
  const refusal = refusalOf(error);
  if (refusal === undefined) return { kind: 'other', error: asLedgerBridgeError(error) };
  if (refusal.code === Number(status.UNAUTHENTICATED)) {
    return { kind: 'session', error: failure('LB703', 'The Pub/Sub API refused the session', refusal) };
  }
  if (replayIdCode.test(refusal.errorCode)) {
    const words = 'The Pub/Sub API cannot go on after the last replay id';
    return { kind: 'replay-id', error: failure('LB712', words, refusal) };
  }
  return { kind: 'other', error: otherFailure(refusal) };
}

/** Whether a call was refused because what it asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return refusalOf(error)?.code === Number(status.NOT_FOUND);
}

function otherFailure(refusal: Refusal): LedgerBridgeError {
  const { code, errorCode } = refusal;
  if (code === Number(status.RESOURCE_EXHAUSTED) || limitCode.test(errorCode)) {
    return failure('LB704', 'The Pub/Sub API delivers no more for now', refusal);
  }
  if (code === Number(status.PERMISSION_DENIED) || code === Number(status.NOT_FOUND)) {
    return failure('LB710', 'The channel of events cannot be subscribed to', refusal);
  }
  return failure('LB711', 'The stream of events broke off', refusal);
}

/** Salesforce's own words tell of no record: they name org, channel and the id of the call, which its support asks for. */
function failure(
  code: ErrorCode,
  what: string,
  { code: grpcCode, details, errorCode }: Refusal
): LedgerBridgeError {
  const words = [status[grpcCode] ?? String(grpcCode), errorCode, details.slice(0, 300)];
  return new LedgerBridgeError(code, {
    detail: `${what} (${words.filter((word) => word !== '').join('; ')}).`
  });
}

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') return undefined;
  const details = 'details' in error && typeof error.details === 'string' ? error.details : error.message;
  const trailers = 'metadata' in error && error.metadata instanceof Metadata ? error.metadata : undefined;
  return { code: error.code, details, errorCode: String(trailers?.get('error-code')[0] ?? '') };
}
