import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeySketch } from './key-sketch.ts';

const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 300 });

function sketchOf(list: readonly string[]): KeySketch {
  const sketch = new KeySketch();
  for (const key of list) sketch.add(key);
  return sketch;
}

describe('the sketch of keys', () => {
  it('when one set lacks keys of the other, then these are found among all, and no others', () => {
    fc.assert(
      fc.property(keys, keys, (both, gone) => {
        const here = both.filter((key) => !gone.includes(key));
        const seen = new KeySketch(sketchOf(here.toReversed()).toString());
        const known = sketchOf([...here, ...gone]);
        const suspects = [...here, ...gone].filter((key) => seen.differsAt(key, known));
        expect(suspects).toEqual(expect.arrayContaining(gone));
        expect(seen.sureOf(gone, known).toSorted()).toEqual(gone.toSorted());
      })
    );
  });

  it('when a key is missing that both sets have, then it is not among the sure ones of its part', () => {
    const known = sketchOf(['A', 'B']);
    const seen = sketchOf(['A']);
    expect(seen.sureOf(['A', 'B'], known)).toEqual(['B']);
  });

  it('when it is kept in a cursor, then it fits', () => {
    expect(sketchOf(Array.from({ length: 5_000 }, String)).toString().length).toBeLessThan(3_000);
  });
});
