import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';

/** Larger content belongs elsewhere: a row is read and written whole, and crosses threads. */
const MAX_JSON_BYTES = 1_048_576;

/**
 * Content as the text that is stored; NUL characters and lone surrogates are escaped by JSON, so both databases take it.
 * @throws LedgerBridgeError LB616 for what JSON cannot hold or is larger than 1 MiB.
 */
export function jsonText(content: unknown, what: string): string {
  const text = serialize(content, what);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_JSON_BYTES) return text;
  throw new LedgerBridgeError('LB616', {
    detail: `The ${what} takes ${bytes} bytes; at most ${MAX_JSON_BYTES} are stored.`
  });
}

/** Content back from its text; null stands for undefined where none was stored. */
export function fromJsonText(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

function serialize(content: unknown, what: string): string {
  // For these JSON.stringify gives undefined, whatever its declaration says.
  if (['undefined', 'function', 'symbol'].includes(typeof content)) throw unstorable(what);
  try {
    return JSON.stringify(content);
  } catch (error) {
    throw unstorable(what, error);
  }
}

function unstorable(what: string, cause?: unknown): LedgerBridgeError {
  return new LedgerBridgeError('LB616', { detail: `The ${what} is not something JSON can hold.`, cause });
}
