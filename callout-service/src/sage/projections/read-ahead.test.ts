import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

it('when a page is worked on, then one more is under way, and no third', async () => {
  const asked: number[] = [];
  async function* pages() {
    for (let page = 1; page <= 4; page += 1) {
      asked.push(page);
      yield await Promise.resolve(page);
    }
  }
  const seen: number[] = [];
  for await (const page of readAhead(pages())) {
    await new Promise(setImmediate);
    expect(asked.length).toBe(Math.min(4, page + 1));
    seen.push(page);
  }
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('when a page fails, then those before it came, and whoever has stopped by then hears nothing', async () => {
  let ended = 0;
  async function* pages() {
    try {
      yield await Promise.resolve(1);
      throw new Error('Sage is away');
    } finally {
      ended += 1;
    }
  }
  const seen: number[] = [];
  const reading = (async () => {
    for await (const page of readAhead(pages())) seen.push(page);
  })();
  await expect(reading).rejects.toThrow('Sage is away');
  expect(seen).toEqual([1]);
  for await (const page of readAhead(pages())) {
    seen.push(page);
    break;
  }
  expect([seen, ended]).toEqual([[1, 1], 2]);
});
