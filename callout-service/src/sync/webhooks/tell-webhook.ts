import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { RecordChange } from '../engine/payloads.ts';
import { RefusedAddressError } from './guarded-lookup.ts';
import { post, type PostAnswer } from './post.ts';
import { SIGNATURE_HEADER, signatureOf } from './signature.ts';
import type { Webhook } from './webhook.ts';

const TIMEOUT_MS = 10_000;
/** An hour: then it does no harm to ask again. */
const MOST_RETRY_AFTER_MS = 3_600_000;
/** Answers of 4xx by which a receiver says "later". Source: RFC 9110, 15.5.9; RFC 8470, 5.2; RFC 6585, 4. */
const LATER = new Set([408, 425, 429]);

export interface Telling {
  /** The same for every attempt, so that a receiver knows what it has got already. */
  readonly id: string;
  readonly change: RecordChange;
  readonly signal: AbortSignal;
}

/**
 * Sends a change once. What was sent may have been taken though no answer came: then it comes again, with the same id.
 * @throws LedgerBridgeError LB789 to be sent again; LB795 refused for good.
 */
export async function tellWebhook(
  webhook: Webhook,
  { id, change, signal }: Telling,
  { clock, timeoutMs = TIMEOUT_MS }: { readonly clock: Clock; readonly timeoutMs?: number }
): Promise<void> {
  const body = JSON.stringify(messageOf(id, change));
  const answer = await attempt(webhook, {
    url: new URL(webhook.url),
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'ledger-bridge',
      'Idempotency-Key': id,
      [SIGNATURE_HEADER]: signatureOf(body, webhook.secrets, Math.floor(clock().toSeconds()))
    },
    body,
    allowPrivateAddresses: webhook.allowPrivateAddresses,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  });
  if (answer.status >= 200 && answer.status < 300) return;
  throw refusalOf(webhook, answer, subjectOf(change), clock);
}

function messageOf(id: string, { entity, sageKey, change, at, values }: RecordChange) {
  return { id, at, entity, key: sageKey, change, values };
}

async function attempt({ name }: Webhook, request: Parameters<typeof post>[0]): Promise<PostAnswer> {
  try {
    return await post(request);
  } catch (error) {
    const reason =
      error instanceof RefusedAddressError
        ? error.message
        : 'It did not answer in time or could not be reached';
    throw new LedgerBridgeError('LB789', {
      detail: `Webhook ${name} was not told. ${reason}.`,
      cause: error
    });
  }
}

function refusalOf(
  { name }: Webhook,
  { status, retryAfter }: PostAnswer,
  subject: string,
  clock: Clock
): LedgerBridgeError {
  const isForGood = status >= 400 && status < 500 && !LATER.has(status);
  const wait = retryAfterMs(retryAfter, clock);
  const redirected = status >= 300 && status < 400 ? ', a redirect, which is not followed' : '';
  return new LedgerBridgeError(isForGood ? 'LB795' : 'LB789', {
    detail: `Webhook ${name} answered ${status}${redirected}.`,
    subject,
    ...(wait === undefined ? {} : { retryAfterMs: wait })
  });
}

/** Seconds, or a date. Source: RFC 9110, 10.2.3. */
function retryAfterMs(value: string | undefined, clock: Clock): number | undefined {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - clock().toMillis();
  return Number.isNaN(wait) ? undefined : Math.min(MOST_RETRY_AFTER_MS, Math.max(0, wait));
}

function subjectOf({ entity, sageKey }: RecordChange): string {
  return `${entity} ${sageKey}`;
}
