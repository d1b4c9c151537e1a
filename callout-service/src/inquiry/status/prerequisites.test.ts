import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createTokenSigner } from '../../../test-support/token-signer.ts';
import { describeClock, describeSigningKeys } from './prerequisites.ts';

const now = DateTime.utc(2026, 11, 22, 12) as DateTime<true>;
const { key } = createTokenSigner();
const keyUntil = (keyId: string, days: number) => ({
  ...key,
  keyId,
  expiresAt: now.plus({ days }).toJSDate()
});

describe('the signing keys', () => {
  it.each([
    ['a bare key', [key], 'ok'],
    ['a certificate for long', [keyUntil('new', 31)], 'ok'],
    ['a certificate that ends soon', [keyUntil('old', 29)], 'warning'],
    ['one that ends soon beside a new one', [keyUntil('old', 29), keyUntil('new', 365)], 'warning'],
    ['one that has expired beside a new one', [keyUntil('old', -1), keyUntil('new', 365)], 'warning'],
    ['none but expired ones', [keyUntil('old', -1), keyUntil('older', -100)], 'failed']
  ])('when there is %s, then it says so', (_what, keys, state) => {
    expect(describeSigningKeys(keys, now).state).toBe(state);
  });

  it('when one has expired, then it is named with its day and what to do', () => {
    const { finding, cause, fix } = describeSigningKeys([keyUntil('old', -1), keyUntil('new', 365)], now);
    expect(finding).toBe('2 key(s): old until 2026-11-21, new until 2027-11-22.');
    expect(cause).toBe('Expired, or at its end within 30 days: old.');
    expect(fix).toContain('take this one out of JWT_PUBLIC_KEY_FILES');
  });
});

describe('the clock', () => {
  it.each([
    [undefined, 'ok'],
    [30, 'ok'],
    [31, 'warning'],
    [-31, 'warning']
  ])('when it is %j seconds ahead, then its state is %s', (secondsAhead, state) => {
    expect(describeClock(secondsAhead, now).state).toBe(state);
  });
});
