import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import type { HttpAnswer } from '../http/send.ts';
import { codeOfRefusals, codeOfStatus } from './failure-codes.ts';
import { faultsOf } from './record-failure.ts';
import { type Refusal, refusalsIn } from './refusals.ts';

/** The failure of a request that was answered with anything but success. */
export function requestFailure(
  answer: HttpAnswer,
  { repeatable }: { repeatable: boolean }
): LedgerBridgeError {
  const { status, headers, text } = answer;
  const refusals = refusalsIn(text);
  const code = codeOf(status, refusals, repeatable);
  const wait = retryAfterMs(headers);
  const named = refusals.map(nameOf).join(', ');
  return new LedgerBridgeError(code, {
    detail: `Salesforce answered ${status}${named === '' ? '' : ` ${named}`}.`,
    faults: faultsOf(code, refusals, {}),
    ...(wait !== undefined && { retryAfterMs: wait })
  });
}

/** Names that an admin gave to objects and fields tell nothing of a customer; all other words stay out of the log. */
const METADATA_NAME = /(?:No such column|relationship|sObject type) '([\w.]+)'/;

function nameOf({ code, words }: Refusal): string {
  const name = METADATA_NAME.exec(words)?.[1];
  return name === undefined ? code : `${code} (${name})`;
}

function codeOf(status: number, refusals: readonly Refusal[], repeatable: boolean): ErrorCode {
  // Salesforce or a gateway before it broke down under way; 503 says that it did not begin.
  if (!repeatable && status >= 500 && status !== 503) return 'LB709';
  if (status === 429) return 'LB704';
  // The address of a request names an object and its field, not a record.
  if (status === 404) return 'LB710';
  return codeOfRefusals(refusals) ?? codeOfStatus(status);
}

/** Whether an answer says that the token is not, or no longer, good. Bulk API 2.0 says so with 400. */
export function refusesSession({ status, text }: HttpAnswer): boolean {
  return status === 401 || (status === 400 && text.includes('InvalidSessionId'));
}
