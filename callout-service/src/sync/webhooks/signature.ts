import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'Ledger-Bridge-Signature';

/** How far the clocks of both sides may differ, and how long a message may be on its way. */
const DEFAULT_TOLERANCE_SECONDS = 300;

/**
 * The value of the signature header: `t=1795000000,v1=<hex>`. Each `v1` is HMAC-SHA256 over `<t>.<body>`, one for each
 * secret, so that a receiver that knows the old or the new one accepts it while they are changed.
 */
export function signatureOf(body: string, secrets: readonly string[], unixSeconds: number): string {
  const signatures = secrets.map((secret) => `v1=${hmac(body, secret, unixSeconds).toString('hex')}`);
  return [`t=${unixSeconds}`, ...signatures].join(',');
}

/** What a receiver has of a message. */
export interface ReceivedMessage {
  /** The header as it came; undefined where there was none. */
  readonly signature: string | undefined;
  /** The body as it came, byte by byte, before anything parses it. */
  readonly body: string;
  /** Those that the receiver accepts: the one in force, and the next or the former one while they are changed. */
  readonly secrets: readonly string[];
  readonly nowUnixSeconds: number;
  readonly toleranceSeconds?: number;
}

/**
 * Whether a message comes from who knows a secret, unchanged and just now: what a receiver does before it believes a word
 * of it. An old message that somebody kept and sends again is refused by its time.
 */
export function verifySignature(message: ReceivedMessage): boolean {
  const parts = (message.signature ?? '').split(',').map((part) => part.trim());
  const [, seconds] = /^t=(\d{1,12})$/.exec(parts[0] ?? '') ?? [];
  if (seconds === undefined) return false;
  const age = Math.abs(message.nowUnixSeconds - Number(seconds));
  if (age > (message.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS)) return false;
  const expected = message.secrets.map((secret) => hmac(message.body, secret, Number(seconds)));
  return parts
    .slice(1)
    .flatMap((part) => (/^v1=[0-9a-f]{64}$/.test(part) ? [Buffer.from(part.slice(3), 'hex')] : []))
    .some((given) => expected.some((each) => timingSafeEqual(given, each)));
}

function hmac(body: string, secret: string, unixSeconds: number): Buffer {
  return createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest();
}
