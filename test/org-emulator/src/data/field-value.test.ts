import { describe, expect, it } from 'vitest';
import { field } from '../schema/field-builders.ts';
import { toFieldValue } from './field-value.ts';

const asOf = field('Sage_Figures_As_Of__c', 'Figures as of', 'datetime');

describe('a date-time of a request', () => {
  it.each([
    ['in UTC', '2026-01-05T10:00:00.000Z'],
    ['as REST writes it', '2026-01-05T10:00:00.000+0000'],
    ['with another offset', '2026-01-05T02:00:00-08:00'],
    ['without a zone, which is UTC', '2026-01-05T10:00:00']
  ])('when it is written %s, then the same moment is stored', (_how, given) => {
    expect(toFieldValue(asOf, given)).toBe('2026-01-05T10:00:00.000Z');
  });

  it.each(['2026-02-30T10:00:00Z', '2026-13-01', 'soon', 5])('when it is %j, then it is refused', (given) => {
    expect(() => toFieldValue(asOf, given)).toThrow(/Cannot deserialize instance of datetime/);
  });
});
