import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importStore } from '../import-store.ts';
import { fillStore, JOB_ROWS } from '../test-support/full-store.ts';
import { engines, testPlace, type Engine, type TestPlace } from '../test-support/test-store.ts';
import { exportStore } from './export.ts';
import { LinesDigest } from './export-format.ts';
import { exportedTables } from './exported-tables.ts';

const places: TestPlace[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});
afterAll(async () => {
  for (const { place } of sources.values()) await place.remove();
});

function newPlace(engine: Engine): TestPlace {
  const place = testPlace(engine);
  places.push(place);
  return place;
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

interface Source {
  readonly place: TestPlace;
  readonly content: Record<string, unknown>;
  readonly lines: readonly string[];
}

const sources = new Map<Engine, Source>();

/** A full store of the engine and its export, made once. */
async function sourceOf(engine: Engine): Promise<Source> {
  const known = sources.get(engine);
  if (known !== undefined) return known;
  const place = testPlace(engine);
  await (await place.open()).close();
  const opened = await place.openDatabase();
  await fillStore(opened.database);
  const lines: string[] = [];
  await exportStore(opened, (line) => Promise.resolve(void lines.push(line)));
  await opened.close();
  const source = { place, lines, content: await contentOf(place) };
  sources.set(engine, source);
  return source;
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
    const source = await sourceOf(from);
    const target = newPlace(to);
    const { rows } = await take(target, source.lines);
    expect(await contentOf(target)).toEqual(source.content);
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
  let empty: TestPlace;
  beforeAll(async () => {
    empty = testPlace(engine);
    await (await empty.open()).close();
  });
  afterAll(() => empty.remove());

  const isStillEmpty = async (): Promise<boolean> => {
    const { store_fact: company, ...rest } = await contentOf(empty);
    return Array.isArray(company) && company.length === 1 && Object.values(rest).flat().length === 0;
  };

  it.each([
    ['is empty', () => []],
    ['was cut off', (lines: readonly string[]) => lines.slice(0, -1)],
    ['lost a row', (lines: readonly string[]) => lines.toSpliced(5, 1)],
    [
      'was changed',
      (lines: readonly string[]) => lines.with(5, (lines[5] ?? '').replace('orders', 'others'))
    ],
    ['is no JSON', (lines: readonly string[]) => lines.with(5, '{')],
    [
      'is of a newer release',
      (lines: readonly string[]) => lines.with(0, (lines[0] ?? '').replace('004-engine', '999-later'))
    ]
  ])('when the file %s, then LB615, and nothing of it is kept', async (_what, damage) => {
    const { lines } = await sourceOf('sqlite');
    await expect(take(empty, damage(lines))).rejects.toMatchObject({ code: 'LB615' });
    expect(await isStillEmpty()).toBe(true);
  });

  it('when the export is of another company, then LB617, and nothing of it is kept', async () => {
    const { lines } = await sourceOf('sqlite');
    await expect(take(empty, lines, 'XYZ')).rejects.toMatchObject({ code: 'LB617' });
    expect(await isStillEmpty()).toBe(true);
  });

  it('when the store has content, then LB615, and the content stays', async () => {
    const { place, lines, content } = await sourceOf(engine);
    await expect(take(place, lines)).rejects.toMatchObject({ code: 'LB615' });
    expect(await contentOf(place)).toEqual(content);
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
    expect(await store.condition()).toMatchObject({ schemaVersion: '004-engine' });
    expect(await contentOf(target)).toMatchObject({ cursor: [cursor.row], audit_entry: [] });
  });

  it('when others write meanwhile, then it is one moment: a cursor and the jobs it stands for agree', async () => {
    const place = newPlace(engine);
    await take(place, (await sourceOf('sqlite')).lines);
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
