import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** What fails before a byte of a request is sent: look-up of the name, connection, TLS. Source: Node.js, Errors; undici, Errors. */
const beforeSending = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT'
]);

const certificateTrouble = /^(?:CERT_|DEPTH_ZERO_|ERR_TLS_|SELF_SIGNED_|UNABLE_TO_)/;

/** The failure of a request that got no whole answer. */
export function networkFailure(
  error: unknown,
  { repeatable, timeoutMs }: { readonly repeatable: boolean; readonly timeoutMs: number }
): LedgerBridgeError {
  const code = systemCode(error);
  const why = reason(error, code, timeoutMs);
  if (repeatable || isBeforeSending(code)) {
    return new LedgerBridgeError('LB701', { detail: `Salesforce cannot be reached: ${why}.`, cause: error });
  }
  return new LedgerBridgeError('LB709', {
    detail: `No answer came to a request that was sent to Salesforce: ${why}.`,
    cause: error
  });
}

function isBeforeSending(code: string | undefined): boolean {
  return code !== undefined && (beforeSending.has(code) || certificateTrouble.test(code));
}

function reason(error: unknown, code: string | undefined, timeoutMs: number): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return `it did not answer within ${timeoutMs} ms`;
  if (name === 'AbortError') return 'the service is stopping';
  return `the connection failed (${code ?? 'unknown'})`;
}

/** The code of what is beneath: `fetch` wraps it, and several addresses that all fail are wrapped once more. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return systemCode(error.errors[0]);
  return systemCode(error.cause);
}

const cuts = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Whether a failure is a connection that ended under way: often only one that was kept open for too long. */
export function isCut({ cause }: LedgerBridgeError): boolean {
  return cuts.has(systemCode(cause) ?? '');
}
