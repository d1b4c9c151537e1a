import { expect, it } from 'vitest';
import { fillThePages } from './disk-full.ts';

it('when the store is full, then jobs are refused with LB605, and with room again all that was taken is done', async () => {
  const { figures, violations } = await fillThePages({
    seed: 1,
    say: () => undefined,
    stop: new AbortController().signal
  });

  expect(violations).toEqual([]);
  expect(figures['refused']).toBe('LB605');
});
