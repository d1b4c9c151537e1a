import {
  absoluteMoney,
  compareMoney,
  formatMoney,
  isMoney,
  largestMoney,
  moneyFromNumber,
  moneyRatio,
  subtractMoney
} from 'c/money';

describe('isMoney', () => {
  it.each(['0.00', '-1222.58', '9999999999999.99'])(
    'when it is an exact amount such as %s, then yes',
    (text) => {
      expect(isMoney(text)).toBe(true);
    }
  );

  it.each(['1', '1.5', '1.005', '+1.00', '1,000.00', '1e3', '', ' 1.00', '99999999999999.00', 5732.36, null])(
    'when it is %p, then no',
    (value) => {
      expect(isMoney(value)).toBe(false);
    }
  );
});

describe('formatMoney', () => {
  it('when an amount has more digits than a double holds, then no cent is lost', () => {
    expect(formatMoney('9999999999999.99', 'USD', 'en-US')).toBe('$9,999,999,999,999.99');
  });

  it('when the locale writes otherwise, then its way is used', () => {
    expect(formatMoney('-1222.58', 'EUR', 'de-DE')).toBe('-1.222,58\u00a0€');
  });

  it('when the currency has no smaller unit by custom, then the two digits are shown all the same', () => {
    expect(formatMoney('12.30', 'JPY', 'en-US')).toBe('¥12.30');
  });
});

describe('moneyFromNumber', () => {
  it.each([
    [5732.36, '5732.36'],
    [0.1 + 0.2, '0.30'],
    [-0.001, '0.00'],
    [9999999999999.99, '9999999999999.99']
  ])('when a currency field holds %p, then the amount is %s', (value, amount) => {
    expect(moneyFromNumber(value)).toBe(amount);
  });

  it.each([NaN, Infinity, 1e14, '5.00', null, undefined])(
    'when it holds %p, then there is no amount',
    (value) => {
      expect(moneyFromNumber(value)).toBeUndefined();
    }
  );
});

describe('arithmetic', () => {
  it('when amounts are subtracted, then to the cent', () => {
    expect(subtractMoney('0.30', '0.10')).toBe('0.20');
    expect(subtractMoney('5.00', '5.05')).toBe('-0.05');
    expect(subtractMoney('120000.00', '95123.24')).toBe('24876.76');
  });

  it('when the difference is over thirteen digits, then it is refused rather than cut', () => {
    expect(() => subtractMoney('9999999999999.99', '-9999999999999.99')).toThrow(RangeError);
  });

  it('when amounts are compared, then by value', () => {
    expect(compareMoney('10.00', '9.99')).toBe(1);
    expect(compareMoney('-10.00', '9.99')).toBe(-1);
    expect(compareMoney('-0.00', '0.00')).toBe(0);
    expect(absoluteMoney('-8046.65')).toBe('8046.65');
    expect(largestMoney(['-5.00', '3.00', '2.00'])).toBe('3.00');
    expect(largestMoney([])).toBe('0.00');
  });
});

describe('moneyRatio', () => {
  it.each([
    ['25.00', '100.00', 0.25],
    ['0.00', '100.00', 0],
    ['150.00', '100.00', 1],
    ['-1.00', '100.00', 0],
    ['1.00', '0.00', 0],
    ['1.00', '3.00', 0.3333]
  ] as const)('when %s of %s is drawn, then the bar is %p long', (part, whole, ratio) => {
    expect(moneyRatio(part, whole)).toBe(ratio);
  });
});
