import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertAmount, convertLines } from './convert.ts';
import { conversionOn, exchangeRateSchema, type Conversion, type ExchangeRate } from './exchange-rate.ts';
import { minorUnitDigits } from './minor-units.ts';

const rates: readonly ExchangeRate[] = [
  { fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.10', validFrom: '2026-03-01' },
  { fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.08', validFrom: '2026-01-01' },
  { fromCurrency: 'USD', toCurrency: 'EUR', rate: '0.90', validFrom: '2026-04-01' },
  { fromCurrency: 'USD', toCurrency: 'CAD', rate: '1.36', validFrom: '2026-01-01' }
];

const at = (rate: string, to = 'USD', way: Conversion['way'] = 'direct'): Conversion => ({
  from: 'EUR',
  to,
  rate,
  way,
  validFrom: '2026-01-01'
});

describe('minorUnitDigits', () => {
  it.each([
    ['USD', 2],
    ['CAD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
    ['IQD', 3]
  ])('gives %s %i digits', (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits);
  });

  it('names only currencies that there are', () => {
    const codes = new Set(Intl.supportedValuesOf('currency'));
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const special = all.filter((code) => minorUnitDigits(code) !== 2);
    expect(special).toHaveLength(17 + 7 + 2);
    // Intl leaves out units of account that nobody pays with.
    expect(special.filter((code) => !codes.has(code))).toEqual(['CLF', 'UYI', 'UYW']);
  });
});

describe('conversionOn', () => {
  it.each([
    ['EUR', 'USD', '2026-01-01', 'direct', '1.08', '2026-01-01'],
    ['EUR', 'USD', '2026-02-28', 'direct', '1.08', '2026-01-01'],
    ['EUR', 'USD', '2026-03-01', 'direct', '1.10', '2026-03-01'],
    ['EUR', 'USD', '2026-05-01', 'inverse', '0.90', '2026-04-01'],
    ['USD', 'EUR', '2026-03-15', 'inverse', '1.10', '2026-03-01'],
    ['USD', 'EUR', '2026-04-01', 'direct', '0.90', '2026-04-01'],
    ['CAD', 'USD', '2026-06-01', 'inverse', '1.36', '2026-01-01']
  ])(
    'when %s become %s on %s, then it goes by the %s rate %s of %s',
    (from, to, day, way, rate, validFrom) => {
      expect(conversionOn(rates, { from, to, day })).toEqual({
        found: true,
        conversion: { from, to, way, rate, validFrom }
      });
    }
  );

  it('when both currencies are the same, then no rate is needed', () => {
    expect(conversionOn([], { from: 'USD', to: 'USD', day: '2026-01-01' })).toMatchObject({
      conversion: { way: 'same', rate: '1', validFrom: null }
    });
  });

  it.each([
    ['EUR', 'USD', '2025-12-31', 'the earliest is of 2026-01-01'],
    ['EUR', 'CAD', '2026-05-01', 'there is none on any day']
  ])('when %s have no rate to %s on %s, then it says that %s', (from, to, day, known) => {
    const answer = conversionOn(rates, { from, to, day });
    expect(answer).toMatchObject({
      found: false,
      fault: {
        code: 'LB412',
        field: 'rate',
        problem: `No exchange rate from ${from} to ${to} is valid on ${day}; ${known}.`
      }
    });
  });

  it('when one day has two different rates, then none is chosen; the same one twice does no harm', () => {
    const request = { from: 'EUR', to: 'USD', day: '2026-03-01' };
    const again = { fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.1', validFrom: '2026-03-01' };
    expect(conversionOn([...rates, { ...again, rate: '1.11' }], request)).toMatchObject({
      fault: { code: 'LB411', value: '1.10, 1.11' }
    });
    expect(conversionOn([...rates, again], request).found).toBe(true);
  });

  it.each(['0', '0.00', '-1', '1e3', ' 1', ''])('when a rate is %j, then it is none', (rate) => {
    expect(exchangeRateSchema.safeParse({ ...rates[0], rate }).success).toBe(false);
  });
});

describe('convertAmount', () => {
  it.each([
    ['100.00', at('1.0842'), '108.42'],
    ['0.50', at('1.01'), '0.51'],
    ['-0.50', at('1.01'), '-0.51'],
    ['0.004', at('1'), '0.00'],
    ['-0.004', at('1'), '0.00'],
    ['100.00', at('162.125', 'JPY'), '16213'],
    ['1.00', at('0.3345', 'KWD'), '0.335'],
    ['100.00', at('3', 'USD', 'inverse'), '33.33'],
    ['99999999999.99', at('1.000000000000000001'), '99999999999.99']
  ])('when %s is converted by %j, then it is %s', (amount, conversion, converted) => {
    expect(convertAmount(amount, conversion)).toBe(converted);
  });
});

describe('convertLines', () => {
  it.each([
    { lines: ['0.10', '0.10', '0.10'], by: at('1.05'), total: '0.32', converted: ['0.11', '0.11', '0.10'] },
    { lines: ['1.00', '1.00', '1.00'], by: at('0.3333'), total: '1.00', converted: ['0.34', '0.33', '0.33'] },
    { lines: ['10.00', '-3.00'], by: at('1.055'), total: '7.39', converted: ['10.55', '-3.16'] },
    { lines: ['1.00', '2.00'], by: at('150.5', 'JPY'), total: '452', converted: ['151', '301'] },
    {
      lines: ['0.01', '0.01', '0.01', '0.01', '0.01', '0.01', '0.01', '0.01', '0.01'],
      by: at('6', 'USD', 'inverse'),
      total: '0.02',
      converted: ['0.01', '0.01', '0.00', '0.00', '0.00', '0.00', '0.00', '0.00', '0.00']
    },
    { lines: [], by: at('1.05'), total: '0.00', converted: [] }
  ])('when $lines are converted, then $converted add up to $total', ({ lines, by, total, converted }) => {
    expect(convertLines(lines, by)).toEqual({ total, lines: converted });
  });

  const amount = fc
    .bigInt({ min: -99_999_999_999_99n, max: 99_999_999_999_99n })
    .map((cents) => new Decimal(cents.toString()).div(100).toFixed(2));
  const conversion = fc.record({
    from: fc.constant('EUR'),
    to: fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'),
    rate: fc.integer({ min: 1, max: 999_999_999 }).map((value) => new Decimal(value).div(1e6).toFixed(6)),
    way: fc.constantFrom('direct', 'inverse'),
    validFrom: fc.constant('2026-01-01')
  });
  const amounts = fc.array(amount, { maxLength: 40 });
  // The usual 20 digits are too few for trillions in a currency of four digits.
  const Wide = Decimal.clone({ precision: 80 });
  const sumOf = (lines: readonly string[]): string =>
    lines.reduce((sum, line) => sum.plus(line), new Wide(0)).toFixed();
  const negated = (text: string): string => new Decimal(text).neg().toFixed();

  it('for any lines, the converted ones add up to the converted total, which is that of their sum', () => {
    fc.assert(
      fc.property(amounts, conversion, (lines, by) => {
        const result = convertLines(lines, by);
        expect(new Decimal(sumOf(result.lines)).equals(result.total)).toBe(true);
        expect(result.total).toBe(convertAmount(sumOf(lines), by));
      })
    );
  });

  it('for any lines, none is off its exact amount by a whole unit, and each has the digits of its currency', () => {
    fc.assert(
      fc.property(amounts, conversion, (lines, by) => {
        const digits = minorUnitDigits(by.to);
        convertLines(lines, by).lines.forEach((line, index) => {
          const given = new Wide(lines[index] ?? '');
          const exact = by.way === 'inverse' ? given.div(by.rate) : given.times(by.rate);
          expect(exact.minus(line).abs().lt(new Wide(10).pow(-digits))).toBe(true);
          expect(line).toMatch(digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`));
        });
      })
    );
  });

  it('for any lines, a credit memo of them is their exact opposite', () => {
    fc.assert(
      fc.property(amounts, conversion, (lines, by) => {
        const { lines: converted } = convertLines(lines, by);
        const opposite = convertLines(lines.map(negated), by).lines;
        expect(opposite.map((line) => new Decimal(line).neg().plus(0).toFixed())).toEqual(
          converted.map((line) => new Decimal(line).plus(0).toFixed())
        );
      })
    );
  });

  it('for any lines in the same currency, nothing changes', () => {
    const same: Conversion = { from: 'USD', to: 'USD', rate: '1', way: 'same', validFrom: null };
    fc.assert(
      fc.property(amounts, (lines) => {
        const asMoney = lines.map((line) => (line === '-0.00' ? '0.00' : line));
        expect(convertLines(lines, same).lines).toEqual(asMoney);
      })
    );
  });
});
