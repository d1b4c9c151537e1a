import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { JobFailure } from '../store/port/job.ts';

/** What an attempt failed of. An error nobody foresaw is ambiguous: what was done before it is not known. */
export function failureOf(error: unknown): JobFailure {
  if (!(error instanceof LedgerBridgeError) || error.code === 'LB901') {
    // Its own words may tell of a customer: they stand in the log alone.
    return {
      kind: 'ambiguous',
      code: 'LB901',
      message: 'The handler failed unexpectedly; the log has the cause.'
    };
  }
  const { code, retryAfterMs } = error;
  const message = messageOf(error);
  return { kind: kindOf(error), code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/**
 * A handler that was told to stop since its lease could not be extended ends with LB608, and the lease may hold yet: after
 * a standstill of the whole process nobody else has taken the job. What was done before is not known.
 */
function kindOf({ code, entry }: LedgerBridgeError): JobFailure['kind'] {
  return code === 'LB608' ? 'ambiguous' : entry.kind;
}

/** Whoever decides on a dead job needs every field at fault, with its value and what would be right. */
function messageOf({ message, faults }: LedgerBridgeError): string {
  const lines = faults.map(
    ({ code, field, value, problem, fix }) => `${field}: "${value}" (${code}). ${problem} ${fix}`
  );
  return [message, ...lines].join('\n');
}

/**
 * What an attempt failed of that had its effect, but whose result could not be stored: it must not simply be done
 * again, so what would be transient is ambiguous.
 */
export function failureAfterEffect(error: unknown): JobFailure {
  const failure = failureOf(error);
  return failure.kind === 'transient' ? { ...failure, kind: 'ambiguous' } : failure;
}
