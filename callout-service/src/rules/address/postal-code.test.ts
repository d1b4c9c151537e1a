import { describe, expect, it } from 'vitest';
import { standardPostalCode } from './postal-code.ts';

describe('standardPostalCode', () => {
  it.each([
    ['53205', 'US', 'WI', '53205'],
    ['53205-1204', 'US', 'WI', '53205-1204'],
    ['532051204', 'US', 'WI', '53205-1204'],
    ['53205 1204', 'US', undefined, '53205-1204'],
    ['53205-', 'US', 'WI', '53205'],
    ['2134', 'US', 'MA', '02134'],
    ['2134-1000', 'US', 'MA', '02134-1000'],
    ['21341000', 'US', 'MA', '02134-1000'],
    ['501', 'US', 'NY', '00501'],
    ['6390', 'US', 'NY', '06390'],
    ['612', 'US', 'PR', '00612'],
    ['612', 'PR', undefined, '00612'],
    ['9012', 'US', 'AE', '09012'],
    ['m5v3l9', 'CA', 'ON', 'M5V 3L9'],
    ['M5V-3L9', 'CA', undefined, 'M5V 3L9'],
    ['M5V  3L9', 'CA', undefined, 'M5V 3L9'],
    [' sw1a 2aa ', 'GB', undefined, 'sw1a 2aa'],
    ['1010', 'AT', undefined, '1010'],
    ['', 'US', 'WI', '']
  ])('writes %j of %s, state %s, as %j', (text, country, state, postalCode) => {
    expect(standardPostalCode(text, country, state)).toEqual({ postalCode });
  });

  it.each([
    ['2134', 'US', undefined, 'lost a zero'],
    ['2134', 'US', 'WI', 'lost a zero'],
    ['6390', 'US', 'MA', 'lost a zero'],
    ['12', 'US', 'PR', 'no'],
    ['532051', 'US', 'WI', 'no'],
    ['D5V 3L9', 'CA', 'ON', 'Canadian'],
    ['53205', 'CA', 'ON', 'Canadian']
  ])(
    'when %j of %s, state %s, is not certain, then it stays, with a remark',
    (text, country, state, word) => {
      const answer = standardPostalCode(text, country, state);
      expect(answer.postalCode).toBe(text);
      expect(answer.remark).toContain(word);
    }
  );
});
