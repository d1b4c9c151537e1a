import { drawnBars } from '../chartBars';

const bar = (key: string, created: number, updated: number, failed: number) => ({
  ...{ key, name: key, created, updated, failed }
});

describe('the bars of c-run-chart', () => {
  it('when records are stacked, then the highest bar fills the height, and parts stand upon each other', () => {
    const [one, other] = drawnBars([bar('a', 50, 25, 25), bar('b', 0, 50, 0)]);
    expect(one?.parts.map(({ key, y, height }) => [key, y, height])).toEqual([
      ['created', 50, 50],
      ['updated', 25, 25],
      ['failed', 0, 25]
    ]);
    expect(other).toMatchObject({ x: 550, width: 400, parts: [{ key: 'updated', y: 50 }] });
  });

  it('when one record failed among thousands, then it is seen', () => {
    const [only] = drawnBars([bar('a', 0, 9_999, 1)]);
    expect(only?.parts.at(-1)?.height).toBeGreaterThan(1);
  });
});
