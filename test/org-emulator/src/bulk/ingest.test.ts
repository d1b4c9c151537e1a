import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { containing } from '../testing/matchers.ts';
import { admin, connect, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;
let conn: Connection;

beforeAll(async () => {
  org = await startTestOrg();
  conn = await connect(org, admin);
  conn.bulk2.pollInterval = 5;
  conn.bulk2.pollTimeout = 20_000;
});
afterAll(() => org.close());

async function nameOf(id: string): Promise<unknown> {
  const { Name } = await conn.sobject('Account').retrieve(id);
  return Name;
}

describe('jsforce, unmodified, with ingest jobs', () => {
  it('when it inserts, updates and deletes, then every row is told and done', async () => {
    const input = Array.from({ length: 450 }, (_none, index) => ({ Name: `Bulk ${index}, "quoted"\nline` }));
    const inserted = await conn.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input
    });
    expect(inserted.successfulResults).toHaveLength(450);
    expect(inserted.failedResults).toHaveLength(0);
    const [first] = inserted.successfulResults;
    const id = first?.sf__Id ?? '';
    expect(first).toMatchObject({ sf__Created: 'true', Name: 'Bulk 0, "quoted"\nline' });
    expect(await nameOf(id)).toBe('Bulk 0, "quoted"\nline');

    const changed = [{ Id: id, Name: 'Changed', Phone: '#N/A' }];
    const updated = await conn.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'update',
      input: changed
    });
    expect(updated.successfulResults).toMatchObject([{ sf__Id: id, sf__Created: 'false' }]);
    expect(await nameOf(id)).toBe('Changed');

    const gone = await conn.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'delete',
      input: [{ Id: id }]
    });
    expect(gone.successfulResults).toMatchObject([{ sf__Id: id }]);
    const { totalSize } = await conn.query(`SELECT Id FROM Account WHERE Id = '${id}'`);
    expect(totalSize).toBe(0);
  });

  it('when it upserts by an external id, then records are created once and changed later', async () => {
    const load = (Name: string) =>
      conn.bulk2.loadAndWaitForResults({
        object: 'Account',
        operation: 'upsert',
        externalIdFieldName: 'Sage_Customer_No__c',
        input: [{ Sage_Customer_No__c: '01-BULK', Name }]
      });
    expect((await load('First')).successfulResults).toMatchObject([{ sf__Created: 'true' }]);
    expect((await load('Second')).successfulResults).toMatchObject([{ sf__Created: 'false' }]);
    const { records } = await conn.query("SELECT Name FROM Account WHERE Sage_Customer_No__c = '01-BULK'");
    expect(records).toMatchObject([{ Name: 'Second' }]);
  });

  it('when some rows are wrong, then they fail alone, with code, text and field', async () => {
    const input = ['Good', '', 'x'.repeat(256)].map((Name) => ({ Name, Phone: '1' }));
    const { successfulResults, failedResults } = await conn.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input
    });
    expect(successfulResults).toHaveLength(1);
    expect(failedResults.map(({ sf__Error }) => sf__Error)).toEqual([
      'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
      containing('STRING_TOO_LONG:Account Name: data value too large')
    ]);
  });

  it('when a column is no field, then the job fails and every row is unprocessed', async () => {
    const job = conn.bulk2.createJob({ object: 'Account', operation: 'insert' });
    await job.open();
    await job.uploadData([{ Name: 'A', Colour: 'red' }]);
    await job.close();
    await expect(job.poll(5, 20_000)).rejects.toThrow('InvalidBatch : Field name not found : Colour');
    expect(await job.check()).toMatchObject({ state: 'Failed', numberRecordsProcessed: 0 });
    expect(await job.getUnprocessedRecords()).toMatchObject([{ Name: 'A', Colour: 'red' }]);
  });

  it('when a job is aborted, then nothing was written', async () => {
    const job = conn.bulk2.createJob({ object: 'Account', operation: 'insert' });
    await job.open();
    await job.uploadData([{ Name: 'Never' }]);
    await job.abort();
    expect(await job.check()).toMatchObject({ state: 'Aborted' });
    const { totalSize } = await conn.query("SELECT Id FROM Account WHERE Name = 'Never'");
    expect(totalSize).toBe(0);
  });

  it.each([
    [{ object: 'Foo__c', operation: 'insert' as const }, 'INVALIDENTITY'],
    [{ object: 'Account', operation: 'upsert' as const }, 'INVALIDJOB']
  ])('when the job is %j, then it is refused as %s', async (options, errorCode) => {
    await expect(conn.bulk2.createJob(options).open()).rejects.toMatchObject({ errorCode });
  });
});
