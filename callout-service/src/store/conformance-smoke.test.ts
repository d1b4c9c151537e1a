import { afterEach, describe, expect, it } from 'vitest';
import { engines, testPlace, type TestPlace } from './test-support/test-store.ts';

describe.each(engines)('smoke in %s', (engine) => {
  let place: TestPlace;
  afterEach(() => place.remove());
  it('opens', async () => {
    place = testPlace(engine);
    const store = await place.open();
    const c = await store.condition();
    console.log(c);
    expect(c.schemaVersion).toBe('003-operation');
    const before = await place.now();
    await place.advance(60_000);
    expect(await place.now()).toBeGreaterThanOrEqual(before + 60_000);
  });
});
