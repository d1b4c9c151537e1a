import { Decimal } from 'decimal.js';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/**
 * Reads JSON without making floats of numbers: each becomes plain decimal text with the digits that were sent, also
 * where they came with an exponent (`1.5E7`). Throws LB714 when the text is no JSON.
 */
export function exactJson(text: string): unknown {
  try {
    return JSON.parse(text, exactNumber);
  } catch (error) {
    // The parser quotes what it read, which may tell of a customer, so its words are left out.
    const kind = error instanceof Error ? error.name : 'Error';
    const detail = `Salesforce answered ${text.length} characters that are not JSON (${kind}).`;
    throw new LedgerBridgeError('LB714', { detail });
  }
}

/** `source` is the number as it was written. Source: ECMAScript, JSON.parse source text access. */
function exactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number') return value;
  const source = context?.source ?? String(value);
  return /e/i.test(source) ? new Decimal(source).toFixed() : source;
}

/** A JSON object, neither list nor null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
