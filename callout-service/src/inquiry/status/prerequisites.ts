import type { DateTime } from 'luxon';
import type { Configuration } from '../../config/configuration.ts';
import type { VerificationKey } from '../../config/pem-files.ts';
import type { ProbeOutcome } from '../readiness.ts';
import type { Prerequisite } from './service-status.ts';

/** A certificate that ends sooner than this deserves a word. */
const CERTIFICATE_WARNING_DAYS = 30;
const NEW_CERTIFICATE =
  'Make a new certificate in Salesforce, add it to JWT_PUBLIC_KEY_FILES, and let the external credentials sign with it.';
/** Clocks further apart than this will soon refuse good tokens. */
const CLOCK_WARNING_SECONDS = 30;

/** Whether Sage answers. */
export function describeSage(outcome: ProbeOutcome): Prerequisite {
  if (outcome.state === 'reachable') {
    const ms = Math.round(outcome.probe.roundTripMs);
    return { name: 'sage', state: 'ok', finding: `Sage answers, in ${ms} ms.` };
  }
  if (outcome.state === 'unknown') {
    return {
      name: 'sage',
      state: 'warning',
      finding: 'Sage was not asked yet.',
      fix: 'Ask again in a moment.'
    };
  }
  const { code, message, entry } = outcome.reason;
  const finding = `Sage cannot be read (${code}): ${message}`;
  return { name: 'sage', state: 'failed', finding, cause: entry.cause, fix: entry.action };
}

/** Which day it is in Sage. */
export function describeTimeZone(timeZone: string, now: DateTime<true>): Prerequisite {
  const there = now.setZone(timeZone).toFormat("yyyy-MM-dd HH:mm 'UTC'ZZ");
  return { name: 'timeZone', state: 'ok', finding: `At the Sage server, in ${timeZone}, it is ${there}.` };
}

/** Whether tokens can be checked, now and in a month. */
export function describeSigningKeys(keys: readonly VerificationKey[], now: DateTime<true>): Prerequisite {
  const described = keys.map(
    (key) => `${key.keyId}${key.expiresAt ? ` until ${isoDay(key.expiresAt)}` : ''}`
  );
  const found = { name: 'signingKeys', finding: `${keys.length} key(s): ${described.join(', ')}.` } as const;
  const expired = keys.filter((key) => endsBefore(key, now));
  const ending = keys.filter((key) => endsBefore(key, now.plus({ days: CERTIFICATE_WARNING_DAYS })));
  if (expired.length === keys.length) {
    const cause = 'Every certificate has expired, so that each token is refused with LB202.';
    return { ...found, state: 'failed', cause, fix: NEW_CERTIFICATE };
  }
  if (ending.length === 0) return { ...found, state: 'ok' };
  return {
    ...found,
    state: 'warning',
    cause: `Expired, or at its end within ${CERTIFICATE_WARNING_DAYS} days: ${ending.map(({ keyId }) => keyId).join(', ')}.`,
    fix:
      ending.length === keys.length
        ? NEW_CERTIFICATE
        : 'Let the external credentials sign with another certificate, then take this one out of JWT_PUBLIC_KEY_FILES.'
  };
}

/** How far the clock is from that of Salesforce, as tokens show. */
export function describeClock(secondsAhead: number | undefined, now: DateTime<true>): Prerequisite {
  if (secondsAhead === undefined) {
    const finding = `It is ${now.toISO()}; too few tokens have come to compare that with the clock of Salesforce.`;
    return { name: 'clock', state: 'ok', finding };
  }
  const apart = `${Math.abs(secondsAhead)} seconds ${secondsAhead < 0 ? 'before' : 'after'}`;
  const finding = `It is ${now.toISO()}; the quickest of the last tokens came ${apart} it was signed.`;
  if (Math.abs(secondsAhead) <= CLOCK_WARNING_SECONDS) return { name: 'clock', state: 'ok', finding };
  return {
    name: 'clock',
    state: 'warning',
    finding,
    cause: 'The clocks of Salesforce and of this server differ.',
    fix: "Let this server's clock be set by a time server (NTP)."
  };
}

/** Whether the way to this service is encrypted by itself. */
export function describeTls(tls: Configuration['http']['tls'], host: string): Prerequisite {
  if (tls !== undefined) return { name: 'tls', state: 'ok', finding: 'The service speaks HTTPS.' };
  const local = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  if (local) return { name: 'tls', state: 'ok', finding: 'The service speaks HTTP to this machine only.' };
  return {
    name: 'tls',
    state: 'warning',
    finding: 'The service speaks HTTP on the network.',
    cause: 'HTTP_TLS_CERT_FILE is not set and HTTP_HOST is not this machine alone.',
    fix: 'Set HTTP_TLS_CERT_FILE and HTTP_TLS_KEY_FILE, or listen on 127.0.0.1 behind a proxy that speaks HTTPS.'
  };
}

function endsBefore({ expiresAt }: VerificationKey, moment: DateTime<true>): boolean {
  return expiresAt !== undefined && expiresAt.getTime() < moment.toMillis();
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
