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
  try {
    // JSON.stringify gives undefined for undefined, functions and symbols, whatever its declaration says.
    const text: string | undefined = JSON.stringify(content);
    if (text !== undefined) return text;
  } catch (error) {
    throw new LedgerBridgeError('LB616', {
      detail: `The ${what} is not something JSON can hold.`,
      cause: error
    });
  }
  throw new LedgerBridgeError('LB616', { detail: `The ${what} is not something JSON can hold.` });
}
