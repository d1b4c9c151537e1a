import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, division, documentNo, sequenceNo } from './key-segments.ts';

describe('keys as Sage stores them', () => {
  it.each([
    ['abf', 'ABF'],
    ['000123', '000123'],
    ['artie john  ', 'ARTIE JOHN'],
    ["o'brien", "O'BRIEN"],
    ['', '']
  ])('the code "%s" is "%s"', (given, stored) => {
    expect(code(given)).toBe(stored);
  });

  it.each([
    ['115', '0000115'],
    ['0000115', '0000115'],
    [' 115 ', '0000115'],
    ['A115', 'A115'],
    ['12345678', '12345678']
  ])('the document number "%s" is "%s"', (given, stored) => {
    expect(documentNo(given)).toBe(stored);
  });

  it('divisions have two digits, sequence numbers their own width', () => {
    expect([division('1'), division('01'), division('')]).toEqual(['01', '01', '00']);
    expect(sequenceNo('1', 6)).toBe('000001');
  });

  it('for any number of a document, padding it again changes nothing and loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const padded = documentNo(String(number));
        expect(padded).toHaveLength(7);
        expect(documentNo(padded)).toBe(padded);
        expect(Number(padded)).toBe(number);
      })
    );
  });
});
