import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { HttpAnswer } from '../http/send.ts';
import { retryAfterMs } from '../http/retry-after.ts';

const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') });

/** Refusals that pass by themselves. Source: Salesforce Help, OAuth 2.0 Authorization Errors. */
const passing = new Set(['server_error', 'temporarily_unavailable', 'unknown_error']);
const tooMany = /rate.?(?:limit.?)?exceeded/i;

/** Why a login failed: Salesforce is in trouble, wants to be left alone, or does not accept it. */
export function loginFailure({ status, headers, text }: HttpAnswer): LedgerBridgeError {
  const { error, error_description: description } = refusalOf(text);
  const words = plain(`${error} ${description}`);
  const wait = retryAfterMs(headers);
  const waiting = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 429 || tooMany.test(words)) {
    return new LedgerBridgeError('LB704', {
      detail: `Salesforce takes no more logins (${status}).`,
      ...waiting
    });
  }
  if (status >= 500 || passing.has(error)) {
    const detail = `Salesforce could not log the service in (${status} ${words}).`;
    return new LedgerBridgeError('LB701', { detail, ...waiting });
  }
  return new LedgerBridgeError('LB702', { detail: `Salesforce refused the login (${status} ${words}).` });
}

function refusalOf(text: string): z.infer<typeof refusalSchema> {
  try {
    return refusalSchema.parse(JSON.parse(text));
  } catch {
    // A page of a proxy or of Salesforce's gateway: its status tells enough.
    return { error: 'no reason given', error_description: '' };
  }
}

/** Salesforce's words are from a list of its own; what is not short and plain is left out. */
function plain(words: string): string {
  return words
    .replace(/[^A-Za-z_' ]+/g, ' ')
    .slice(0, 120)
    .trim();
}
