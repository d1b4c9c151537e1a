import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { exactJson } from './exact-json.ts';

describe('JSON whose numbers stay exact', () => {
  it.each([
    ['123456789012345678', '123456789012345678'],
    ['1234567890123456.78', '1234567890123456.78'],
    ['0.10', '0.10'],
    ['-0.000001', '-0.000001'],
    ['1.39E8', '139000000'],
    ['1.2345678901234567E16', '12345678901234567'],
    ['5e-7', '0.0000005']
  ])('when Salesforce sends %s, then it is %s', (sent, text) => {
    expect(exactJson(`{"Amount": ${sent}}`)).toEqual({ Amount: text });
  });

  it('when any decimal of 18 digits is sent, then not one is lost', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, scale]) => new Decimal(digits.toString()).div(new Decimal(10).pow(scale)).toFixed());
    fc.assert(
      fc.property(decimal, (text) => {
        expect(exactJson(`[${text}, "${text}"]`)).toEqual([text, text]);
      })
    );
  });

  it('when an answer is no JSON, then the failure does not quote it', () => {
    const read = () => exactJson('<html>Mr. Smith</html>');
    expect(read).toThrow(LedgerBridgeError);
    expect(read).not.toThrow(/Smith/);
  });
});
