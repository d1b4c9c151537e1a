import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { Store } from '../port/store.ts';
import type { StoreFinding } from '../port/upkeep.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';
import { contextOf } from '../transactions.ts';
import { checkStore } from './check.ts';

const CHANGED = [
  'job',
  'job_error',
  'mapping_version',
  'sync_run',
  'schedule',
  'alert',
  'fingerprint',
  'change'
];
const RETRY = { maxAttempts: 5, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 };

describe.each(engines)('the check of the store, in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let opened: OpenedDatabase;

  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
    opened = await place.openDatabase();
    await fill(store);
  });
  afterEach(async () => {
    await opened.close();
    await place.remove();
  });

  const check = (): Promise<readonly StoreFinding[]> =>
    checkStore(opened, contextOf(opened, { retryPolicyOf: () => RETRY, random: () => 0 }));

  const run = (statement: string) => sql.raw(statement).execute(opened.database);

  /** Lets rows in that the database itself would refuse, as damage or a bug could leave them. */
  async function loosen(): Promise<void> {
    await run('drop index job_head');
    if (engine === 'sqlite') {
      await run('pragma foreign_keys = off');
      await run('pragma ignore_check_constraints = on');
    } else {
      await run('alter table job drop constraint job_sound');
      await run('alter table fingerprint drop constraint fingerprint_digest');
      await run('alter table change drop constraint change_kind');
      await run('alter table job_error drop constraint job_error_job_id_fkey');
    }
  }

  it('when the store was used in every way, then nothing is found', async () => {
    expect(await check()).toEqual([]);
  });

  it.each([
    `insert into job (lane, state, payload_json, enqueued_at, run_at) values ('odd', 'waving', '{}', 1, 1)`,
    `insert into job (lane, state, payload_json, enqueued_at, run_at) values ('odd', 'active', '{}', 1, 1)`,
    `insert into job (lane, state, payload_json, enqueued_at, run_at) values ('odd', 'done', '{}', 1, 1)`
  ])(
    'when a job is put in whose columns do not fit each other, then the database refuses it: %s',
    async (odd) => {
      await expect(run(odd)).rejects.toThrow(/check constraint/i);
    }
  );

  it('when others write meanwhile, then nothing is found', async () => {
    const jobs = Array.from({ length: 20 }, (_, place) => ({
      lane: 'busy',
      key: `K${place % 3}`,
      payload: {}
    }));
    const writing = store.jobs.enqueueAll(jobs).then(async () => {
      for (;;) {
        const claimed = await store.jobs.claim({ lane: 'busy', limit: 3, worker: 'w', leaseMs: 60_000 });
        if (claimed.length === 0) return;
        for (const { lease } of claimed) await store.jobs.complete(lease);
      }
    });
    for (let round = 0; round < 3; round += 1) expect(await check()).toEqual([]);
    await writing;
  });

  const wrongRows: readonly [what: RegExp, subject: RegExp, statements: readonly string[]][] = [
    [/a state that does not exist/, /^job 1$/, [`update job set state = 'lost' where id = 1`]],
    [/an active job has no lease/, /^job 4$/, [`update job set lease_until = null where id = 4`]],
    [/has a lease and is not active/, /^job 2$/, [`update job set leased_by = 'x' where id = 2`]],
    [/active and was never claimed/, /^job 4$/, [`update job set attempts = 0 where id = 4`]],
    [/more attempts than claims/, /^job 2$/, [`update job set attempts = 7 where id = 2`]],
    [/has ended and nobody knows when/, /^job 1$/, [`update job set finished_at = null where id = 1`]],
    [/skipped without a reason/, /^job 6$/, [`update job set skip_reason = null where id = 6`]],
    [/a dead job has no error/, /^job 5$/, [`update job set last_error_code = null where id = 5`]],
    [/another number of errors/, /^job 5$/, [`update job set error_count = 3 where id = 5`]],
    [
      /never replayed and has an earlier payload/,
      /^job 2$/,
      [`update job set original_payload_json = '{}' where id = 2`]
    ],
    [/waits and has no key/, /^job 3$/, [`update job set key = null where id = 3`]],
    [/a key has two heads/, /^lane in, key A$/, [`update job set state = 'ready' where id = 3`]],
    [
      /none is their head/,
      /^lane in, key A$/,
      [`update job set state = 'skipped', finished_at = 1, skip_reason = 'x' where id = 2`]
    ],
    [
      /behind a younger one/,
      /^job 2 behind job 3$/,
      [`update job set state = 'waiting' where id = 2`, `update job set state = 'ready' where id = 3`]
    ],
    [
      /a job that does not exist/,
      /^error \d+ of job 4711$/,
      [
        `insert into job_error (job_id, at, attempt, kind, code, message) values (4711, 1, 1, 'transient', 'LB101', 'x')`
      ]
    ],
    [
      /versions of a mapping/,
      /^mapping Account-customer$/,
      [`delete from mapping_version where version = 1`]
    ],
    [/a sync run is running and has an end/, /^run 1$/, [`update sync_run set finished_at = 1 where id = 1`]],
    [/no list of numbers/, /^run 1$/, [`update sync_run set causes_json = 'x' where id = 1`]],
    [/no list of numbers/, /^run 1$/, [`update sync_run set stop_requested = 2 where id = 1`]],
    [/a digest says nothing/, /^Account-customer:figures 01-ABF$/, [`update fingerprint set digest = ''`]],
    [/of no kind/, /^change 1$/, [`update change set kind = 'lost'`]],
    [
      /switched off and would fire/,
      /^schedule off$/,
      [`update schedule set next_slot = 1 where name = 'off'`]
    ],
    [
      /switched on and would never fire/,
      /^schedule nightly$/,
      [`update schedule set next_slot = null where name = 'nightly'`]
    ],
    [
      /a schedule cannot be understood/,
      /^schedule nightly$/,
      [`update schedule set cron = 'x' where name = 'nightly'`]
    ],
    [/never raised/, /^alert sage-unreachable$/, [`update alert set occurrences = 0`]]
  ];

  it('when a row breaks a rule, then it is found and named, each kind by itself', async () => {
    await loosen();
    for (const table of CHANGED) await run(`create table saved_${table} as select * from ${table}`);
    for (const [what, subject, statements] of wrongRows) {
      for (const statement of statements) await run(statement);
      expect(await check(), statements.join('; ')).toContainEqual({
        what: expect.stringMatching(what) as unknown,
        subject: expect.stringMatching(subject) as unknown
      });
      for (const table of CHANGED) {
        await run(`delete from ${table}`);
        await run(`insert into ${table} select * from saved_${table}`);
      }
    }
    expect(await check()).toEqual([]);
  });

  it('when an index has lost its constraint, then links that meet are found', async () => {
    if (engine === 'sqlite') {
      await run('create table other as select * from link');
      await run('drop table link');
      await run('alter table other rename to link');
    } else {
      await run(`alter table link drop constraint link_pk, drop constraint link_sage_key`);
    }
    await run(`insert into link select * from link`);
    expect((await check()).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['a Salesforce record is linked twice', 'a Sage record is linked twice'])
    );
  });
});

/** Jobs in every state, and one of everything else. */
async function fill(store: Store): Promise<void> {
  const { jobs } = store;
  await jobs.enqueueAll([
    { lane: 'in', key: 'A', payload: 1 },
    { lane: 'in', key: 'A', payload: 2 },
    { lane: 'in', key: 'A', payload: 3 },
    { lane: 'active', key: 'B', payload: 4 },
    { lane: 'dead', key: 'C', payload: 5 },
    { lane: 'skipped', payload: 6 }
  ]);
  const take = async (lane: string) => {
    const [job] = await jobs.claim({ lane, limit: 1, worker: 'w', leaseMs: 3_600_000 });
    if (job === undefined) throw new Error(`No job in ${lane}`);
    return job.lease;
  };
  await jobs.complete(await take('in'));
  await take('active');
  for (const lane of ['dead', 'skipped']) {
    await jobs.fail(await take(lane), { kind: 'permanent', code: 'LB101', message: 'no' });
  }
  await jobs.skip(6, { operator: 'o', reason: 'r' });
  await store.links.put({
    entity: 'customer',
    salesforceId: '001000000000000AAA',
    sageKey: '01-ABF',
    agreed: {},
    mappingVersion: 1
  });
  const mapping = { object: 'Account-customer', content: {}, publishedBy: 'o', comment: '' };
  await store.mappingVersions.publish({ ...mapping, basedOn: undefined });
  await store.mappingVersions.publish({ ...mapping, basedOn: 1 });
  await store.syncRuns.start({
    object: 'Account-customer',
    direction: 'to-sage',
    trigger: 'operator',
    mode: 'full',
    watermarkBefore: null,
    mappingVersion: 1,
    instance: 'i'
  });
  await store.fingerprints.putAll('Account-customer:figures', [{ key: '01-ABF', digest: 'a' }]);
  const change = { entity: 'customer', sageKey: '01-ABF', change: 'created', values: {} } as const;
  await store.changes.append([{ ...change, at: '2026-11-22T12:00:00Z' }]);
  const schedule = { cron: '0 2 * * *', timeZone: 'UTC', lane: 'sync', payload: {} };
  await store.schedules.put({ ...schedule, name: 'nightly', enabled: true });
  await store.schedules.put({ ...schedule, name: 'off', enabled: false });
  await store.alerts.raise('sage-unreachable', 'd');
}
