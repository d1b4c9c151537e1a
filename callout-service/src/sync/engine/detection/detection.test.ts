import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startProjectionCompany,
  type ProjectionCompany
} from '../../../sage/projections/test-support/projection-company.ts';
import type { Store } from '../../../store/port/store.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../../store/test-support/embedded-store.ts';
import { customerPair } from '../../pairs/customer-pair.ts';
import type { ChangedPage, RunMode } from '../detection.ts';
import { createDetection } from './create-detection.ts';

let sage: ProjectionCompany;
let place: EmbeddedStore;
let store: Store;
let now: string;
beforeAll(async () => {
  sage = await startProjectionCompany();
}, 60_000);
afterAll(() => sage.close());
beforeEach(async () => {
  place = await openEmbeddedStore();
  ({ store } = place);
  now = '2026-02-01T12:00:00.000Z';
});
afterEach(async () => {
  sage.execute("DELETE FROM AR_Customer WHERE CustomerNo LIKE 'NEW%'");
  await place.remove();
});

const clock = () => DateTime.fromISO(now, { zone: 'utc' }) as DateTime<true>;

function detect(changes: { readonly percent?: number; readonly scope?: string } = {}) {
  const { percent = 20, scope } = changes;
  return createDetection({
    pair: customerPair,
    ...sage,
    store,
    clock,
    settings: { maxVanishedPercent: percent },
    ...(scope !== undefined && { scope })
  });
}

type Page = ChangedPage<{ arDivisionNo: string; customerNo: string }>;
const keysOf = (page: Pick<Page, 'records'>) =>
  page.records.map((record) => `${record.arDivisionNo}-${record.customerNo}`);

/**
 * Looks to the end, or to so many pages, as a run does: each page is kept before the next one. What is new is found by its
 * stamp and by its figures: it counts once.
 */
async function look(mode: RunMode, options: { pages?: number; percent?: number; scope?: string } = {}) {
  const found = { keys: [] as string[], vanished: [] as string[], looked: 0 };
  let pages = 0;
  for await (const page of detect(options).pages(mode, new AbortController().signal)) {
    await store.transaction((within) => page.commit(within));
    found.keys.push(...keysOf(page));
    found.vanished.push(...page.vanished);
    found.looked += page.looked;
    pages += 1;
    if (pages === options.pages) break;
  }
  return { ...found, keys: [...new Set(found.keys)] };
}

function addCustomers(numbers: readonly string[], stamp: string): void {
  const [date, hours] = [
    stamp.slice(0, 10),
    (Number(stamp.slice(11, 13)) + Number(stamp.slice(14, 16)) / 60).toFixed(5)
  ];
  for (const number of numbers) {
    sage.execute(
      'INSERT INTO AR_Customer (ARDivisionNo, CustomerNo, CustomerName, CustomerStatus, DateUpdated, TimeUpdated) ' +
        `VALUES ('01', '${number}', '${number}', 'A', '${date}', '${hours}')`
    );
  }
}

const all = () =>
  sage.column("SELECT ARDivisionNo || '-' || CustomerNo FROM AR_Customer ORDER BY ARDivisionNo, CustomerNo");

describe('the first look', () => {
  it('when nothing was looked at before, then every mode reads everything, and later ones begin where it began', async () => {
    expect((await look('changes')).keys).toEqual(all());
    expect(await detect().watermark()).toBe(now);
    now = '2026-02-01T13:00:00.000Z';
    expect((await look('changes')).keys).toEqual([]);
    expect(await look('reconcile')).toMatchObject({ keys: [], vanished: [] });
  });

  it('when it was broken off before its records, then it goes on, and is the first one still', async () => {
    await look('full', { pages: 2 });
    expect(await detect().watermark()).toContain('0 records seen');
    expect((await look('changes')).keys).toEqual(all());
  });

  it('when it changes figures meanwhile, then the next look finds them', async () => {
    await look('full', { pages: 1 });
    sage.execute("UPDATE AR_Customer SET CurrentBalance = 7.77 WHERE CustomerNo = 'AVNET'");
    await look('full');
    expect((await look('changes')).keys).toEqual(['01-AVNET']);
  });

  it('when it is left for another mapping, then it begins anew', async () => {
    await look('full');
    addCustomers(['NEW1'], '2025-01-01T00:00');
    await look('full', { pages: 1, scope: 'mapping 1' });
    expect((await look('full', { scope: 'mapping 2' })).keys).toEqual(all());
  });
});

describe('changes', () => {
  beforeEach(() => look('full'));

  it('when a thousand rows have one stamp, then each is found once, in the overlap too', async () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => `NEW${String(index).padStart(4, '0')}`);
    sage.execute('BEGIN');
    addCustomers(numbers, '2026-02-01T12:30');
    sage.execute('COMMIT');
    now = '2026-02-01T12:31:00.000Z';
    expect((await look('changes')).keys.sort()).toEqual(numbers.map((number) => `01-${number}`));
    now = '2026-02-01T12:32:00.000Z';
    expect((await look('changes')).keys).toEqual([]);
  });

  it('when a row comes late, with a stamp before the last look, then it is found', async () => {
    now = '2026-02-01T14:00:00.000Z';
    await look('changes');
    addCustomers(['NEWLATE'], '2026-02-01T12:05');
    now = '2026-02-01T14:00:10.000Z';
    expect((await look('changes')).keys).toEqual(['01-NEWLATE']);
  });

  it('when the clock of Sage is ten minutes ahead, then later rows are found all the same', async () => {
    addCustomers(['NEWAHEAD'], '2026-02-01T12:20');
    now = '2026-02-01T12:10:00.000Z';
    expect((await look('changes')).keys).toEqual(['01-NEWAHEAD']);
    addCustomers(['NEWBEHIND'], '2026-02-01T12:11');
    now = '2026-02-01T12:11:30.000Z';
    expect((await look('changes')).keys).toEqual(['01-NEWBEHIND']);
  });

  it('when the clock of this machine was a day ahead for a look, then what changed since is found', async () => {
    now = '2026-02-02T12:10:00.000Z';
    await look('changes');
    addCustomers(['NEWTODAY'], '2026-02-01T12:12');
    now = '2026-02-01T12:13:00.000Z';
    expect((await look('changes')).keys).toEqual(['01-NEWTODAY']);
  });

  it('when a posting changes a balance without a stamp, then its customer is found', async () => {
    sage.execute("UPDATE AR_Customer SET CurrentBalance = 8.88 WHERE CustomerNo = 'ABF'");
    now = '2026-02-01T12:10:00.000Z';
    expect((await look('changes')).keys).toEqual(['01-ABF']);
    expect((await look('changes')).keys).toEqual([]);
  });

  it('when a look is killed before a page is kept, then its records are found again', async () => {
    addCustomers(['NEWKILL'], '2026-02-01T12:05');
    sage.execute("UPDATE AR_Customer SET CurrentBalance = 9.99 WHERE CustomerNo = 'ABF'");
    now = '2026-02-01T12:10:00.000Z';
    for await (const page of detect().pages('changes', new AbortController().signal)) {
      expect(keysOf(page)).toEqual(['01-NEWKILL']);
      break;
    }
    expect((await look('changes', { pages: 1 })).keys).toEqual(['01-NEWKILL']);
    expect((await look('changes')).keys).toEqual(['01-ABF', '01-NEWKILL']);
  });

  it('when two processes look at once, then the later one keeps nothing', async () => {
    addCustomers(['NEWTWICE'], '2026-02-01T12:05');
    now = '2026-02-01T12:10:00.000Z';
    const other = detect().pages('changes', new AbortController().signal)[Symbol.asyncIterator]();
    const page = (await other.next()).value as Page;
    await look('changes');
    await expect(store.transaction((within) => page.commit(within))).rejects.toMatchObject({ code: 'LB612' });
  });
});

describe('reconciliation', () => {
  beforeEach(async () => {
    addCustomers(['NEW1', 'NEW2', 'NEW3'], '2025-01-01T00:00');
    await look('full');
  });

  it('when a bulk tool changed a column without a stamp, then it is found', async () => {
    sage.execute("UPDATE AR_Customer SET City = 'Elsewhere' WHERE CustomerNo = 'NEW2'");
    expect((await look('changes')).keys).toEqual([]);
    expect((await look('reconcile')).keys).toEqual(['01-NEW2']);
    expect((await look('reconcile')).keys).toEqual([]);
  });

  it('when records were deleted, then these have vanished, once, and are new when they come back', async () => {
    sage.execute("DELETE FROM AR_Customer WHERE CustomerNo IN ('NEW1', 'NEW3')");
    expect(await look('reconcile')).toMatchObject({ keys: [], vanished: ['01-NEW1', '01-NEW3'] });
    expect(await look('reconcile')).toMatchObject({ keys: [], vanished: [] });
    addCustomers(['NEW3'], '2025-01-01T00:00');
    expect((await look('reconcile')).keys).toEqual(['01-NEW3']);
  });

  it('when too many have vanished, then LB784 says so and none is given, until the limit is raised', async () => {
    sage.execute("DELETE FROM AR_Customer WHERE CustomerNo LIKE 'NEW%'");
    await expect(look('reconcile', { percent: 1 })).rejects.toMatchObject({ code: 'LB784' });
    expect((await look('reconcile')).vanished).toEqual(['01-NEW1', '01-NEW2', '01-NEW3']);
  });

  it('when a record cannot be read, then it has not vanished', async () => {
    sage.execute("UPDATE AR_Customer SET CustomerStatus = '?' WHERE CustomerNo = 'NEW1'");
    sage.execute("DELETE FROM AR_Customer WHERE CustomerNo = 'NEW2'");
    expect(await look('reconcile')).toMatchObject({ keys: [], vanished: ['01-NEW2'] });
  });
});
