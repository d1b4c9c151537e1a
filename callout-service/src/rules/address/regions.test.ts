import { describe, expect, it } from 'vitest';
import { hasRegions, regionCode, regionName } from './regions.ts';

describe('regionCode', () => {
  it.each([
    ['Wisconsin', 'US', 'WI'],
    ['wi', 'US', 'WI'],
    [' new  york ', 'US', 'NY'],
    ['D.C.', 'US', 'DC'],
    ['Puerto Rico', 'US', 'PR'],
    ['U.S. Virgin Islands', 'US', 'VI'],
    ['Armed Forces Africa', 'US', 'AE'],
    ['AP', 'US', 'AP'],
    ['Ontario', 'CA', 'ON'],
    ['Québec', 'CA', 'QC'],
    ['PQ', 'CA', 'QC'],
    ['Newfoundland', 'CA', 'NL'],
    ['Île-du-Prince-Édouard', 'CA', 'PE']
  ])('reads %s in %s as %s', (text, country, code) => {
    expect(regionCode(text, country)).toBe(code);
  });

  it.each([
    ['Ontario', 'US'],
    ['WI', 'CA'],
    ['XX', 'US'],
    ['', 'US'],
    ['Bavaria', 'DE']
  ])('when there is no %j in %s, then nothing is guessed', (text, country) => {
    expect(regionCode(text, country)).toBeUndefined();
  });

  it.each([
    ['US', 50 + 1 + 8 + 3],
    ['CA', 13]
  ])('knows every code of two letters in %s, and the name of each reads back as it', (country, count) => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const pairs = letters.flatMap((first) => letters.map((second) => first + second));
    const codes = pairs.filter((pair) => regionCode(pair, country) === pair);
    expect(codes).toHaveLength(count);
    for (const code of codes) expect(regionCode(regionName(code, country) ?? '', country)).toBe(code);
  });
});

describe('hasRegions', () => {
  it.each([
    ['US', true],
    ['CA', true],
    ['DE', false],
    [undefined, false]
  ])('is for %s %s', (country, has) => {
    expect(hasRegions(country)).toBe(has);
  });
});
