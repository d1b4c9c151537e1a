import type { RunningOrg } from '@ledger-bridge/org-emulator';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SalesforceFields } from '../port/salesforce-records.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { codesOf, connectTo, failureOf, idOf } from '../test-support/connected.ts';
import { control, requestsOf, startLocalOrg } from '../test-support/local-org.ts';

const key = 'Sage_Customer_No__c';
const bulk = { lookAfterMs: 5, lookAtLeastEveryMs: 20, awayMs: 2_000 };
const jobs = '/jobs/ingest';

describe('bulk jobs', () => {
  let org: RunningOrg;
  let salesforce: Salesforce;

  beforeAll(async () => {
    // Installed as a package, so that every name goes through its namespace, both ways.
    org = await startLocalOrg({ namespace: 'lb' });
    salesforce = connectTo(org, { namespace: 'lb', bulk });
  });
  afterAll(async () => {
    await salesforce.close();
    await org.close();
  });
  beforeEach(async () => {
    await control(org, 'POST', '/reset');
    await control(org, 'DELETE', '/requests');
    await control(org, 'DELETE', '/faults');
  });

  const upsert = (rows: readonly SalesforceFields[], by = salesforce) =>
    by.bulk.ingest({ object: 'Account', operation: 'upsert', externalIdField: key, rows });
  const customers = (count: number, from = 0): SalesforceFields[] =>
    Array.from({ length: count }, (_, index) => ({
      [key]: `01-${String(from + index).padStart(7, '0')}`,
      Name: `Customer ${from + index}`
    }));
  const accounts = () => salesforce.records.all(`SELECT ${key}, Name, Phone FROM Account ORDER BY ${key}`);
  const fault = (order: object) => control(org, 'POST', '/faults', { times: 1, ...order });
  const cut = (match: string, when: string) => fault({ point: 'rest', match, effect: { kind: 'cut', when } });

  it('when 700 rows are upserted twice, then one job each writes them, and every row has its id', async () => {
    const rows = customers(700);
    const first = await upsert(rows);
    expect(first.every((each) => each.ok && each.created)).toBe(true);
    expect(await requestsOf(org, `^(POST|PUT|PATCH|DELETE) .*${jobs}`)).toHaveLength(4);
    const second = await upsert(rows);
    expect(codesOf(second)).toEqual(codesOf(first));
    expect(second.every((each) => each.ok && !each.created)).toBe(true);
    const [row] = await salesforce.records.all(`SELECT Id, Name FROM Account WHERE ${key} = '01-0000234'`);
    expect(row).toEqual({ Id: idOf(first[234]), Name: 'Customer 234' });
  });

  it('when any text is written, then it comes back to the letter, formulas and line breaks included', async () => {
    const part = fc.constantFrom(
      '"',
      ',',
      '\n',
      "'",
      '=1+1',
      '@',
      '+',
      '-',
      'é',
      '🧾',
      ' ',
      'x',
      '#N/A',
      ';',
      '\t'
    );
    const text = fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => `a${parts.join('')}z`);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 30 }), async (names) => {
        await control(org, 'POST', '/reset');
        const rows = names.map((Name, index) => ({ [key]: `T${String(index).padStart(3, '0')}`, Name }));
        const outcomes = await upsert(rows);
        expect(outcomes.every(({ ok }) => ok)).toBe(true);
        expect((await accounts()).map(({ Name }) => Name)).toEqual(names);
      }),
      { numRuns: 8 }
    );
  });

  it('when a row has a field, null or nothing in it, then it is written, emptied or left alone', async () => {
    const forms = (index: number): SalesforceFields =>
      [{ Phone: '2' }, { Phone: null }, { Phone: '' }, {}][index] ?? {};
    await upsert(customers(4).map((row) => ({ ...row, Phone: '1' })));
    await upsert(customers(4).map((row, index) => ({ ...row, ...forms(index) })));
    expect((await accounts()).map(({ Phone }) => Phone)).toEqual(['2', null, null, '1']);
    await upsert([
      { [key]: '01-0000000', Name: '#N/A' },
      { [key]: '01-0000001', Name: '=HYPERLINK("x")' }
    ]);
    expect((await accounts()).map(({ Name }) => Name).slice(0, 2)).toEqual(['#N/A', '=HYPERLINK("x")']);
  });

  it('when a record is there twice or unnamed, then the last row counts, and the unnamed one is refused alone', async () => {
    const outcomes = await upsert([
      { [key]: 'A1', Name: 'first' },
      { [key]: null, Name: 'nobody' },
      { [key]: 'A1', Name: 'second' }
    ]);
    expect(codesOf(outcomes)).toEqual([idOf(outcomes[0]), 'LB705', idOf(outcomes[0])]);
    expect(await accounts()).toMatchObject([{ Name: 'second' }]);
  });

  it('when some rows are refused, locked or not come to, then each says what became of it', async () => {
    const error = (errorCode: string, message: string) => ({ kind: 'row-error', errorCode, message });
    await fault({
      point: 'bulk-row',
      match: '0000003',
      effect: error('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access')
    });
    await fault({
      point: 'bulk-row',
      match: '0000005',
      effect: error('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Not: so, "please"')
    });
    await fault({ point: 'bulk-job', effect: { kind: 'unprocessed-rows', count: 2 } });
    const outcomes = await upsert(customers(10));
    expect(codesOf(outcomes).map((code) => (code.startsWith('LB') ? code : 'ok'))).toEqual([
      'ok',
      'ok',
      'ok',
      'LB707',
      'ok',
      'LB705',
      'ok',
      'ok',
      'LB790',
      'LB790'
    ]);
    const [refused] = outcomes.flatMap((each) =>
      each.ok || each.error.code !== 'LB705' ? [] : [each.error]
    );
    expect(refused?.faults[0]).toMatchObject({ problem: 'Not: so, "please"' });
    expect(refused?.detail).toContain('01-0000005');
    const [again] = await upsert(customers(1, 8));
    expect(again).toMatchObject({ ok: true, created: true });
  });

  it('when the whole job fails, then every row is to be written again; when a column is none, nobody tries again', async () => {
    await fault({ point: 'bulk-job', effect: { kind: 'job-failed', message: 'InternalServerError' } });
    expect(codesOf(await upsert(customers(2)))).toEqual(['LB790', 'LB790']);
    const noField = await upsert(customers(2).map((row) => ({ ...row, Nothing__c: 'x' })));
    expect(codesOf(noField)).toEqual(['LB710', 'LB710']);
    const noObject = salesforce.bulk.ingest({
      object: 'Nothing__c',
      operation: 'insert',
      rows: [{ Name: 'x' }]
    });
    expect(await failureOf(noObject)).toMatchObject({ code: 'LB710' });
  });

  it('when the session has ended, which Bulk API answers with 400, then a new one is had and nothing is lost', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'GET']) {
      await fault({ point: 'bulk-job', match: `^${method}`, effect: { kind: 'expired-session' } });
    }
    expect((await upsert(customers(3))).every(({ ok }) => ok)).toBe(true);
    expect(await requestsOf(org, 'oauth2/token')).toHaveLength(4);
  });

  it.each([
    ['POST', 'before-commit'],
    ['POST', 'after-commit'],
    ['PUT', 'before-commit'],
    ['PUT', 'after-commit'],
    ['PATCH', 'before-commit'],
    ['PATCH', 'after-commit'],
    ['GET', 'after-commit']
  ])('when the answer to %s is lost (%s), then each new record is there once', async (method, when) => {
    await cut(`^${method} .*${jobs}`, when);
    const outcomes = await salesforce.bulk.ingest({
      object: 'Account',
      operation: 'insert',
      rows: customers(3)
    });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await accounts()).toHaveLength(3);
  });

  it('when a table would be too large, then there are several, and rows keep their places', async () => {
    const small = connectTo(org, { namespace: 'lb', bulk: { ...bulk, mostBytes: 300 } });
    const rows = customers(40);
    const outcomes = await upsert(rows, small);
    await small.close();
    expect((await requestsOf(org, `^PUT .*${jobs}`)).length).toBeGreaterThan(3);
    const stored = await salesforce.records.all(`SELECT Id, ${key} FROM Account ORDER BY ${key}`);
    expect(stored.map(({ Id }) => Id)).toEqual(outcomes.map(idOf));
  });

  it('when new records are the same, then each has an id of its own', async () => {
    const outcomes = await salesforce.bulk.ingest({
      object: 'Account',
      operation: 'insert',
      rows: [{ Name: 'same' }, { Name: 'other' }, { Name: 'same' }]
    });
    expect(new Set(outcomes.map(idOf)).size).toBe(3);
    const rows = await salesforce.records.all(`SELECT Name FROM Account WHERE Id = '${idOf(outcomes[1])}'`);
    expect(rows).toEqual([{ Name: 'other' }]);
  });

  it('when records are updated and deleted, then they go by their ids, and what is gone counts as deleted', async () => {
    const created = await salesforce.records.insert('Account', customers(3));
    const ids = created.map(idOf);
    const updated = await salesforce.bulk.ingest({
      object: 'Account',
      operation: 'update',
      rows: ids.map((Id, index) => ({ Id, Name: `New ${index}` }))
    });
    expect(updated.map(idOf)).toEqual(ids);
    expect((await accounts()).map(({ Name }) => Name)).toEqual(['New 0', 'New 1', 'New 2']);
    expect(await salesforce.records.delete('Account', ids.slice(0, 1))).toMatchObject([{ ok: true }]);
    const rows = ids.map((Id) => ({ Id, Name: 'whatever' }));
    const deleted = await salesforce.bulk.ingest({ object: 'Account', operation: 'delete', rows });
    expect(deleted.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await salesforce.records.delete('Account', ids)).toMatchObject(
      ids.map((id) => ({ ok: true, id }))
    );
    expect(await accounts()).toEqual([]);
  });

  it('when its caller gives up, then the job is ended, and nothing is known of its rows', async () => {
    const stop = new AbortController();
    const slow = connectTo(org, { namespace: 'lb', bulk: { ...bulk, lookAfterMs: 60_000 } });
    const given = slow.bulk.ingest({
      object: 'Account',
      operation: 'insert',
      rows: customers(2),
      signal: stop.signal
    });
    await expect.poll(() => requestsOf(org, `^PATCH .*${jobs}`)).toHaveLength(1);
    stop.abort();
    expect(await failureOf(given)).toMatchObject({ code: 'LB709' });
    expect(await requestsOf(org, `^PATCH .*${jobs}`)).toHaveLength(2);
    await slow.close();
  });

  it('when Salesforce is away for long, then rows that may be written twice are to be written again', async () => {
    const impatient = connectTo(org, { namespace: 'lb', bulk: { ...bulk, awayMs: 50 } });
    const effect = { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'away' };
    await fault({ point: 'rest', match: `^GET .*${jobs}`, times: 1_000, effect });
    expect(await failureOf(upsert(customers(2), impatient))).toMatchObject({ code: 'LB701' });
    await impatient.close();
  });
});
