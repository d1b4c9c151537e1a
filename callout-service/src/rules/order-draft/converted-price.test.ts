import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertAmount } from '../currency/convert.ts';
import type { Conversion } from '../currency/exchange-rate.ts';
import { lineExtension } from '../order-line.ts';
import { convertedPrice } from './converted-price.ts';

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((amount) => (amount / 100).toFixed(2));
const line = fc.record({
  // Below 10,000 pieces: the bound that the rule names.
  quantity: fc.integer({ min: 1, max: 9_999_000 }).map((thousandths) => (thousandths / 1_000).toFixed(3)),
  unitPrice: cents(10_000_000),
  discountPercent: cents(9_900)
});
const conversion = fc
  .record({
    rate: fc.integer({ min: 1, max: 20_000_000 }).map((rate) => (rate / 10_000).toFixed(4)),
    way: fc.constantFrom('direct', 'inverse')
  })
  .map(({ rate, way }): Conversion => ({ from: 'EUR', to: 'USD', rate, way, validFrom: '2026-01-01' }));

describe('convertedPrice', () => {
  it("when lines are converted, then Sage's extensions are the converted amounts to the cent, and the total is their sum", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), conversion, (lines, rate) => {
        const converted = lines.map((each) => convertedPrice(each, rate, 6));
        const wanted = lines.map((each) =>
          convertAmount(lineExtension(each.quantity, each.unitPrice, each.discountPercent), rate)
        );
        expect(converted.map(({ extension }) => extension)).toEqual(wanted);
        const total = Decimal.sum(0, ...converted.map(({ extension }) => extension));
        expect(total.toFixed(2)).toBe(Decimal.sum(0, ...wanted).toFixed(2));
      })
    );
  });

  it('when Sage keeps fewer digits, then the extension is what its price gives, at most half a unit of price off', () => {
    fc.assert(
      fc.property(line, conversion, fc.integer({ min: 2, max: 5 }), (each, rate, decimals) => {
        const { unitPrice, extension } = convertedPrice(each, rate, decimals);
        expect(new Decimal(unitPrice).decimalPlaces()).toBeLessThanOrEqual(decimals);
        expect(extension).toBe(lineExtension(each.quantity, unitPrice, each.discountPercent));
        const exact = convertAmount(lineExtension(each.quantity, each.unitPrice, each.discountPercent), rate);
        const bound = new Decimal(each.quantity).times(new Decimal(10).pow(-decimals)).div(2).plus('0.005');
        expect(new Decimal(extension).minus(exact).abs().lte(bound)).toBe(true);
      })
    );
  });

  it.each([
    ['100.00', '2', undefined, '108.42', '216.84'],
    ['33.33', '3', undefined, '36.136667', '108.41'],
    ['0.99', '7', '10', '1.074603', '6.77'],
    ['100.00', '1', '100', '108.42', '0.00']
  ])(
    'when %s EUR times %s less %s per cent, then %s USD and %s in all',
    (unitPrice, quantity, discountPercent, price, extension) => {
      const rate: Conversion = {
        from: 'EUR',
        to: 'USD',
        rate: '1.0842',
        way: 'direct',
        validFrom: '2026-01-01'
      };
      expect(convertedPrice({ unitPrice, quantity, discountPercent }, rate, 6)).toEqual({
        unitPrice: price,
        extension
      });
    }
  );
});
