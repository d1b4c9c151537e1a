import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewMappingVersion } from '../port/mapping-versions.ts';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

let object = '';
let objects = 0;

function mapping(
  basedOn: number | undefined,
  content: unknown = { fields: basedOn ?? 0 }
): NewMappingVersion {
  return { object, content, publishedBy: 'ann', comment: 'as agreed', basedOn };
}

describe.each(engines)('mapping versions in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  beforeEach(() => {
    objects += 1;
    object = `Account-${objects}`;
  });
  afterAll(() => place.remove());

  it('when versions are published one after the other, then the newest is in force and all are kept', async () => {
    const before = await place.now();
    const first = await store.mappingVersions.publish(mapping(undefined));
    expect(first).toMatchObject({ ...mapping(undefined), version: 1 });
    expect(Date.parse(first.publishedAt)).toBeGreaterThanOrEqual(before);
    const second = await store.mappingVersions.publish(mapping(1));
    expect(await store.mappingVersions.current(object)).toEqual(second);
    expect(await store.mappingVersions.find(object, 1)).toEqual(first);
    expect(await store.mappingVersions.list(object)).toEqual([second, first]);
    expect(await store.mappingVersions.objects()).toContain(object);
    expect(await store.mappingVersions.current('Nothing')).toBeUndefined();
  });

  it.each([
    ['an older version', 1],
    ['a version that is not there', 3],
    ['none', undefined]
  ])('when it was drawn from %s, then it is refused', async (_what, basedOn) => {
    await store.mappingVersions.publish(mapping(undefined));
    await store.mappingVersions.publish(mapping(1));
    await expect(store.mappingVersions.publish(mapping(basedOn))).rejects.toMatchObject({ code: 'LB613' });
    expect(await store.mappingVersions.current(object)).toMatchObject({ version: 2 });
  });

  it('when the first one was drawn from another, then it is refused', async () => {
    await expect(store.mappingVersions.publish(mapping(1))).rejects.toMatchObject({ code: 'LB613' });
    expect(await store.mappingVersions.objects()).not.toContain(object);
  });

  it('when many publish at once from two instances, then each version is made by one, without a gap', async () => {
    const instances = [store, await place.open()];
    for (let basedOn: number | undefined; (basedOn ?? 0) < 4; basedOn = (basedOn ?? 0) + 1) {
      const outcomes = await Promise.allSettled(
        [...instances, ...instances].map(({ mappingVersions }) => mappingVersions.publish(mapping(basedOn)))
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'LB613' });
      }
    }
    const versions = (await store.mappingVersions.list(object)).map(({ version }) => version);
    expect(versions).toEqual([4, 3, 2, 1]);
  });

  it('when people roll back, also two at once, then the earlier content is published again', async () => {
    for (const basedOn of [undefined, 1]) await store.mappingVersions.publish(mapping(basedOn));
    await Promise.all([
      store.mappingVersions.rollBack(object, 1, 'bob'),
      store.mappingVersions.rollBack(object, 2, 'cid')
    ]);
    const [fourth, third] = await store.mappingVersions.list(object);
    expect([third?.basedOn, third?.version, fourth?.basedOn, fourth?.version]).toEqual([2, 3, 3, 4]);
    const byBob = [third, fourth].find((version) => version?.publishedBy === 'bob');
    expect(byBob).toMatchObject({ content: mapping(undefined).content, comment: 'Rolled back to version 1' });
    const acts = await store.audit.list({ subject: `mapping ${object}`, limit: 10 });
    expect(acts.map(({ action }) => action)).toEqual([
      'roll-back-mapping',
      'roll-back-mapping',
      'publish-mapping',
      'publish-mapping'
    ]);
    expect(acts.at(-1)).toMatchObject({ operator: 'ann', detail: { version: 1, comment: 'as agreed' } });
  });

  it('when the version to roll back to is not there, then it is refused', async () => {
    await store.mappingVersions.publish(mapping(undefined));
    const rolledBack = store.mappingVersions.rollBack(object, 2, 'bob');
    await expect(rolledBack).rejects.toMatchObject({ code: 'LB610' });
    expect(await store.mappingVersions.current(object)).toMatchObject({ version: 1 });
  });

  it.each([
    ['no publisher', { publishedBy: '' }],
    ['no content', { content: undefined }]
  ])('when it has %s, then it is refused, and nothing is audited', async (_what, wrong) => {
    const published = store.mappingVersions.publish({ ...mapping(undefined), ...wrong });
    await expect(published).rejects.toMatchObject({ code: 'LB616' });
    expect(await store.mappingVersions.current(object)).toBeUndefined();
    expect(await store.audit.list({ subject: `mapping ${object}`, limit: 1 })).toEqual([]);
  });
});
