import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Link, StoredLink } from '../port/links.ts';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

function idOf(number: number): string {
  return `001${String(number).padStart(12, '0')}AAA`;
}

let entity = '';
let entities = 0;

function link(number: number, over: Partial<Link> = {}): Link {
  return {
    entity,
    salesforceId: idOf(number),
    sageKey: `01-${String(number).padStart(7, '0')}`,
    agreed: { name: `Customer ${number}` },
    mappingVersion: 1,
    ...over
  };
}

function momentOf(stored: StoredLink | undefined): number {
  return Date.parse(stored?.agreedAt ?? '');
}

describe.each(engines)('links in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  beforeEach(() => {
    entities += 1;
    entity = `entity-${entities}`;
  });
  afterAll(() => place.remove());

  it('when a pair is linked, then it is found from either side, with what was agreed', async () => {
    await store.links.put(link(1));
    const found = await store.links.bySalesforceId(entity, idOf(1));
    expect(found).toMatchObject(link(1));
    expect(await store.links.bySageKey(entity, '01-0000001')).toEqual(found);
    expect(await store.links.bySageKey('item', '01-0000001')).toBeUndefined();
    expect(await store.links.bySalesforceId('item', idOf(1))).toBeUndefined();
  });

  it('when a linked pair agrees anew, then the values are taken over and the day of linking stays', async () => {
    await store.links.put(link(1));
    const before = await store.links.bySageKey(entity, '01-0000001');
    await place.advance(60_000);
    await store.links.put(link(1, { agreed: undefined, mappingVersion: undefined }));
    const after = await store.links.bySageKey(entity, '01-0000001');
    expect(after).toMatchObject({ linkedAt: before?.linkedAt, agreed: undefined, mappingVersion: undefined });
    expect(momentOf(after)).toBeGreaterThanOrEqual(momentOf(before) + 60_000);
    expect(await store.links.count(entity)).toBe(1);
  });

  it('when keys differ in leading zeros or in case alone, then they are different records', async () => {
    const keys = ['01-123', '01-0123', '1-123', '01-abf', '01-ABF', '01-ABF '];
    const ids = keys.map((_, number) => `001Ab00000000${number}aAAA`);
    const links = keys.map((sageKey, number) => link(number, { sageKey, salesforceId: ids[number] ?? '' }));
    await store.links.putAll(links);
    for (const [number, sageKey] of keys.entries()) {
      expect(await store.links.bySageKey(entity, sageKey)).toMatchObject({ salesforceId: ids[number] });
    }
    expect(await store.links.bySalesforceId(entity, '001AB000000000AAAA')).toBeUndefined();
  });

  it('when one side is linked elsewhere, then the pair is refused and the record is named for people only', async () => {
    await store.links.put(link(1));
    for (const wrong of [link(1, { sageKey: '01-OTHER' }), link(2, { sageKey: '01-0000001' })]) {
      const refused = await store.links.put(wrong).then(
        () => undefined,
        (error: unknown) => error
      );
      expect(refused).toMatchObject({ code: 'LB611' });
      expect(refused).toHaveProperty('detail', expect.stringContaining(wrong.sageKey));
      expect(refused).not.toHaveProperty('message', expect.stringContaining(wrong.sageKey));
    }
    expect(await store.links.page(entity, 10)).toMatchObject([link(1)]);
  });

  it('when one of many is refused, then none is linked, and the one is named', async () => {
    await store.links.put(link(700));
    const many = Array.from({ length: 1_000 }, (_, number) => link(number));
    many[650] = link(650, { sageKey: '01-0000700' });
    many.splice(700, 1);
    const refused = store.links.putAll(many);
    await expect(refused).rejects.toMatchObject({ code: 'LB611' });
    await expect(refused).rejects.toHaveProperty('detail', expect.stringContaining(idOf(650)));
    expect(await store.links.count(entity)).toBe(1);
  });

  it('when a list names a record twice, then the same pair counts once and other pairs are refused', async () => {
    await store.links.putAll([link(1, { agreed: 'first' }), link(1, { agreed: 'second' })]);
    expect(await store.links.page(entity, 10)).toMatchObject([link(1, { agreed: 'second' })]);
    await expect(store.links.putAll([link(2), link(2, { sageKey: '01-OTHER' })])).rejects.toMatchObject({
      code: 'LB611'
    });
    await expect(store.links.putAll([link(2), link(3, { sageKey: '01-0000002' })])).rejects.toMatchObject({
      code: 'LB611'
    });
    expect(await store.links.count(entity)).toBe(1);
  });

  it('when two instances link the same records at once, then each record is linked once', async () => {
    const other = await place.open();
    const pairs = Array.from({ length: 12 }, (_, sage) =>
      (sage % 2 === 0 ? store : other).links.put(link(sage % 3, { sageKey: `01-${sage % 4}` }))
    );
    const outcomes = await Promise.allSettled(pairs);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'LB611' });
    }
    const linked = await store.links.page(entity, 100);
    expect(linked.length).toBeGreaterThan(0);
    expect(new Set(linked.map(({ salesforceId }) => salesforceId)).size).toBe(linked.length);
    expect(new Set(linked.map(({ sageKey }) => sageKey)).size).toBe(linked.length);
  });

  it('when a link is removed, then both sides are free again', async () => {
    await store.links.put(link(1));
    expect(await store.links.remove('item', idOf(1))).toBe(false);
    expect(await store.links.remove(entity, idOf(1))).toBe(true);
    expect(await store.links.remove(entity, idOf(1))).toBe(false);
    await store.links.put(link(2, { sageKey: '01-0000001' }));
    expect(await store.links.bySalesforceId(entity, idOf(1))).toBeUndefined();
  });

  it('when all are read by page, then they come in the order of their keys bytes, each once', async () => {
    const keys = ['01-a', '01-B', '01-Ä', '01-10', '01-9', '00-Z', '01-b', '01-A'];
    await store.links.putAll(keys.map((sageKey, number) => link(number, { sageKey })));
    await store.links.put(link(99, { entity: 'item', sageKey: '01-AA' }));
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await store.links.page(entity, 3, after);
      seen.push(...page.map(({ sageKey }) => sageKey));
      after = page.at(-1)?.sageKey;
      if (after === undefined) break;
    }
    expect(seen).toEqual(['00-Z', '01-10', '01-9', '01-A', '01-B', '01-a', '01-b', '01-Ä']);
  });

  it.each([
    ['a Salesforce id of 15 characters', { salesforceId: '001000000000001' }],
    ['a Salesforce id with a dash', { salesforceId: '00100000000000-AAA' }],
    ['no Sage key', { sageKey: '' }],
    ['a Sage key of 256 characters', { sageKey: 'k'.repeat(256) }],
    ['a Sage key with a control character', { sageKey: '01-\u0000ABF' }],
    ['no entity', { entity: '' }],
    ['agreed values that JSON cannot hold', { agreed: 1n }]
  ])('when a link has %s, then it is refused and nothing is linked', async (_what, wrong) => {
    await expect(store.links.putAll([link(1), link(2, wrong)])).rejects.toMatchObject({ code: 'LB616' });
    expect(await store.links.count(entity)).toBe(0);
  });

  it('when keys that can be none are looked up, then they are not linked', async () => {
    expect(await store.links.bySageKeys(entity, ['', 'a\0b', '01-ABF', 'k'.repeat(300)])).toEqual([]);
    expect(await store.links.bySalesforceIds(entity, [])).toEqual([]);
  });
});
