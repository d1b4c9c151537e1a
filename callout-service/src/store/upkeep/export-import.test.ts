import { Readable } from 'node:stream';
import { sql, type Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { importStore } from '../import-store.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { engines, testPlace, type Engine, type TestPlace } from '../test-support/test-store.ts';
import { exportStore } from './export.ts';
import { LinesDigest } from './export-format.ts';
import { exportedTables } from './exported-tables.ts';

const places: TestPlace[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

function newPlace(engine: Engine): TestPlace {
  const place = testPlace(engine);
  places.push(place);
  return place;
}

const JOB_ROWS = 1_234; // more than two pages
const AWKWARD = 'O’Brien & "Söhne"\n\u2028 \\u0000 🦉';
const moment = 1_795_000_000_000;
const dead = {
  state: 'dead',
  key: '01-000123',
  attempts: 5,
  fence: 9,
  must_look_up: 1,
  error_count: 1,
  last_error_code: 'LB302'
} as const;

/** At least one row in every table, with what is easily lost: blanks, leading zeros, large numbers, odd characters. */
async function fill(database: Kysely<StoreDatabase>): Promise<void> {
  const job = {
    lane: 'orders',
    payload_json: JSON.stringify({ text: AWKWARD }),
    enqueued_at: moment,
    run_at: moment
  };
  const row = (index: number) => ({
    ...job,
    key: `01-${String(index).padStart(7, '0')}`,
    state: 'ready' as const
  });
  const jobs = Array.from({ length: JOB_ROWS }, (_, index) => row(index));
  for (let start = 0; start < jobs.length; start += 200) {
    await database
      .insertInto('job')
      .values(jobs.slice(start, start + 200))
      .execute();
  }
  await database
    .insertInto('job')
    .values({ ...job, ...dead })
    .execute();
  // The last id is gone, and is not given again.
  await database
    .insertInto('job')
    .values({ ...job, state: 'ready' })
    .execute();
  await database.deleteFrom('job').where('key', 'is', null).execute();
  await database
    .insertInto('job_error')
    .values({ job_id: 1, at: moment, attempt: 1, kind: 'transient', code: 'LB302', message: AWKWARD })
    .execute();
  await database
    .insertInto('idempotency_key')
    .values({
      scope: 'job:orders',
      key: 'e-1',
      fingerprint: 'ab',
      answer_json: '{"jobId":1}',
      taken_at: moment
    })
    .execute();
  await database
    .insertInto('subscription')
    .values({ topic: 'stock', subscriber: 'salesforce', lane: 'stock-out' })
    .execute();
  await database
    .insertInto('link')
    .values({
      entity: 'customer',
      salesforce_id: '001Aa00000XyzAbIAJ',
      sage_key: '01-000123',
      agreed_json: null,
      mapping_version: 3,
      linked_at: moment,
      agreed_at: moment
    })
    .execute();
  await database
    .insertInto('cursor')
    .values({ name: 'sage:AR_Customer', value: '9007199254740993', moved_at: Number.MAX_SAFE_INTEGER })
    .execute();
  await database
    .insertInto('mapping_version')
    .values({
      object: 'Account-customer',
      version: 1,
      content_json: '{}',
      published_by: AWKWARD,
      published_at: moment,
      comment: '',
      based_on: null
    })
    .execute();
  await database
    .insertInto('sync_run')
    .values({
      object: 'Account-customer',
      direction: 'to-sage',
      trigger: 'event',
      mapping_version: null,
      instance: 'host 1',
      state: 'running',
      read_count: 7,
      started_at: moment,
      last_sign_at: moment,
      finished_at: null,
      reason: null
    })
    .execute();
  await database
    .insertInto('schedule')
    .values({
      name: 'nightly',
      cron: '0 2 * * *',
      time_zone: 'America/Chicago',
      lane: 'syncs',
      key: null,
      payload_json: '{}',
      enabled: 1,
      next_slot: moment,
      last_slot: null
    })
    .execute();
  await database
    .insertInto('alert')
    .values({
      topic: 'sage-unreachable',
      detail: AWKWARD,
      since: moment,
      last_seen_at: moment,
      occurrences: 2,
      told_at: null
    })
    .execute();
  await database
    .insertInto('last_answer')
    .values({
      operation: 'customerSummary',
      key: '01-ABF',
      as_of: moment,
      answer_json: '{"balance":"0012.30"}'
    })
    .execute();
  await database
    .insertInto('audit_entry')
    .values({ at: moment, operator: 'kim', action: 'skip', subject: 'job 1', detail_json: null })
    .execute();
}

async function contentOf(place: TestPlace): Promise<Record<string, unknown>> {
  const opened = await place.openDatabase();
  const content: Record<string, unknown> = {};
  for (const { name, key } of exportedTables) {
    const order = sql.join(key.map((column) => sql.ref(column)));
    const { rows } = await sql`select * from ${sql.table(name)} order by ${order}`.execute(opened.database);
    content[name] = rows;
  }
  await opened.close();
  return content;
}

async function filledPlace(engine: Engine): Promise<TestPlace> {
  const place = newPlace(engine);
  await (await place.open()).close();
  const opened = await place.openDatabase();
  await fill(opened.database);
  await opened.close();
  return place;
}

async function linesOf(place: TestPlace): Promise<string[]> {
  const opened = await place.openDatabase();
  const lines: string[] = [];
  await exportStore(opened, (line) => Promise.resolve(void lines.push(line)));
  await opened.close();
  return lines;
}

const each = (lines: readonly string[]): AsyncIterable<string> => Readable.from(lines);

const take = (place: TestPlace, lines: readonly string[], companyCode = 'ABC') =>
  importStore({ database: place.database, companyCode }, each(lines));

/** Lines with the last one that belongs to them. */
function closed(content: readonly unknown[]): string[] {
  const lines = content.map((line) => JSON.stringify(line));
  const digest = new LinesDigest();
  for (const line of lines) digest.add(line);
  return [...lines, JSON.stringify({ rows: lines.length - 1, sha256: digest.hex })];
}

const ways = engines.flatMap((from) => engines.map((to) => [from, to] as const));

describe.each(ways)('an export of %s taken by %s', (from, to) => {
  it('when the store is full of awkward things, then all of them arrive, and ids go on where they ended', async () => {
    const source = await filledPlace(from);
    const target = newPlace(to);
    const { rows } = await take(target, await linesOf(source));
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(rows).toBeGreaterThan(JOB_ROWS);
    const opened = await target.openDatabase();
    const { id } = await opened.database
      .insertInto('job')
      .values({ lane: 'orders', state: 'ready', payload_json: '1', enqueued_at: 1, run_at: 1 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await opened.close();
    expect(id).toBe(JOB_ROWS + 3);
  });
});

describe.each(engines)('what an import into %s refuses', (engine) => {
  it.each([
    ['is empty', () => []],
    ['was cut off', (lines: string[]) => lines.slice(0, -1)],
    ['lost a row', (lines: string[]) => lines.toSpliced(5, 1)],
    ['was changed', (lines: string[]) => lines.with(5, (lines[5] ?? '').replace('orders', 'others'))],
    ['is no JSON', (lines: string[]) => lines.with(5, '{')],
    [
      'is of a newer release',
      (lines: string[]) => lines.with(0, (lines[0] ?? '').replace('003-operation', '999-later'))
    ]
  ])('when the file %s, then LB615, and nothing of it is kept', async (_what, damage) => {
    const lines = await linesOf(await filledPlace('sqlite'));
    const target = newPlace(engine);
    await expect(take(target, damage(lines))).rejects.toMatchObject({ code: 'LB615' });
    const store = await target.open();
    await store.close();
    const content = await contentOf(target);
    delete content['store_fact'];
    expect(Object.values(content).flat()).toEqual([]);
  });

  it('when the store has content, then LB615, and the content stays', async () => {
    const target = await filledPlace(engine);
    const before = await contentOf(target);
    await expect(take(target, await linesOf(target))).rejects.toMatchObject({ code: 'LB615' });
    expect(await contentOf(target)).toEqual(before);
  });

  it('when the export is of another company, then LB617', async () => {
    const lines = await linesOf(await filledPlace(engine));
    await expect(take(newPlace(engine), lines, 'XYZ')).rejects.toMatchObject({ code: 'LB617' });
  });
});

describe.each(engines)('an export of %s', (engine) => {
  it('when it is of an earlier version, then an import brings it to the newest', async () => {
    const cursor = { table: 'cursor', row: { name: 'sage:AR_Customer', value: '7', moved_at: 1 } };
    const head = { kind: 'ledger-bridge-store', format: 1, schemaVersion: '002-records' };
    const lines = closed([{ ...head, exportedAt: '2026-11-22T12:00:00Z', counters: { job: 41 } }, cursor]);
    const target = newPlace(engine);
    await take(target, lines);
    const store = await target.open();
    expect(await store.condition()).toMatchObject({ schemaVersion: '003-operation' });
    expect(await contentOf(target)).toMatchObject({ cursor: [cursor.row], audit_entry: [] });
  });

  it('when others write meanwhile, then it is one moment: a cursor and the jobs it stands for agree', async () => {
    const place = await filledPlace(engine);
    const reading = await place.openDatabase();
    const writing = await place.openDatabase();
    const lines: string[] = [];
    await exportStore(reading, async (line) => {
      lines.push(line);
      // Writes before, among and after the pages: the cursor is read long after the jobs.
      if (lines.length % 300 !== 1) return;
      await writing.database.transaction().execute(async (within) => {
        const job = { lane: 'late', state: 'ready' as const, payload_json: '1', enqueued_at: 1, run_at: 1 };
        await within.insertInto('job').values(job).execute();
        const late = within
          .selectFrom('job')
          .select((of) => of.fn.countAll<number>().as('jobs'))
          .where('lane', '=', 'late');
        const { jobs } = await late.executeTakeFirstOrThrow();
        const cursor = { name: 'late', value: String(jobs), moved_at: 1 };
        await within
          .insertInto('cursor')
          .values(cursor)
          .onConflict((of) => of.column('name').doUpdateSet({ value: cursor.value }))
          .execute();
      });
    });
    await reading.close();
    await writing.close();
    const late = lines.filter((line) => line.includes('"lane":"late"')).length;
    const cursor = lines.find((line) => line.includes('"name":"late"'));
    expect(cursor ?? `"value":"${late}"`).toContain(`"value":"${late}"`);
    expect((await contentOf(place))['cursor']).toHaveLength(2);
  });
});
