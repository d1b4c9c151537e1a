import { describe, expect, it } from 'vitest';
import type { PriceLevel } from '../../canonical/price-level.ts';
import { levelFor } from './price-level.ts';

function level(priceLevel: string, fields: Partial<PriceLevel>): PriceLevel {
  return {
    arDivisionNo: '01',
    customerNo: 'ABF',
    productLine: null,
    priceCode: null,
    shipToCode: null,
    effectiveDate: null,
    endDate: null,
    priceLevel,
    ...fields
  };
}

const question = {
  item: { productLine: 'WF&A', priceCode: 'STD' },
  shipToCode: '2',
  day: '2026-03-15'
};

describe('levelFor', () => {
  it.each([
    { what: 'the product line', fields: { productLine: 'WF&A' }, found: 'A' },
    { what: 'another product line', fields: { productLine: 'ELEC' }, found: undefined },
    { what: 'the price code', fields: { priceCode: 'STD' }, found: 'A' },
    { what: 'the ship-to address', fields: { shipToCode: '2' }, found: 'A' },
    { what: 'another ship-to address', fields: { shipToCode: '1' }, found: undefined },
    { what: 'line and another code', fields: { productLine: 'WF&A', priceCode: 'X' }, found: undefined },
    { what: 'nothing at all', fields: {}, found: undefined }
  ])('when a record names $what, then the level is $found', ({ fields, found }) => {
    expect(levelFor(question, [level('A', fields)])).toBe(found);
  });

  it.each([
    { day: '2026-02-28', found: undefined },
    { day: '2026-03-01', found: 'A' },
    { day: '2026-03-31', found: 'A' },
    { day: '2026-04-01', found: undefined }
  ])('when a record holds through March and it is $day, then the level is $found', ({ day, found }) => {
    const march = { productLine: 'WF&A', effectiveDate: '2026-03-01', endDate: '2026-03-31' };
    expect(levelFor({ ...question, day }, [level('A', march)])).toBe(found);
  });

  it('when several records fit, then the one that says most wins', () => {
    const line = level('A', { productLine: 'WF&A' });
    const code = level('B', { priceCode: 'STD' });
    const address = level('C', { shipToCode: '2' });
    expect(levelFor(question, [line, code])).toBe('B');
    expect(levelFor(question, [address, line, code])).toBe('C');
    expect(levelFor({ ...question, shipToCode: null }, [address, line, code])).toBe('B');
  });

  it('when two records say as much, then the later one wins', () => {
    const earlier = level('A', { productLine: 'WF&A', effectiveDate: '2026-01-01' });
    const later = level('B', { productLine: 'WF&A', effectiveDate: '2026-03-01' });
    expect(levelFor(question, [later, earlier])).toBe('B');
    expect(levelFor(question, [earlier, later])).toBe('B');
  });
});
