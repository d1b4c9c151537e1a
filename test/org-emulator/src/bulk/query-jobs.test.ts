import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { admin, connect, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;
let conn: Connection;

beforeAll(async () => {
  org = await startTestOrg();
  conn = await connect(org, admin);
  conn.bulk2.pollInterval = 5;
  conn.bulk2.pollTimeout = 20_000;
  await conn
    .sobject('Account')
    .create([{ Name: 'One', AnnualRevenue: 1.5 }, { Name: 'Two' }, { Name: 'Three' }]);
});
afterAll(() => org.close());

describe('jsforce, unmodified, with query jobs', () => {
  it('when it queries, then the rows come as a table, parents by dotted names', async () => {
    const stream = await conn.bulk2.query(
      'SELECT Name, AnnualRevenue, Owner.Alias FROM Account ORDER BY Name'
    );
    expect(await stream.toArray()).toMatchObject([
      { Name: 'One', 'Owner.Alias': 'admin' },
      { Name: 'Three', AnnualRevenue: '' },
      { Name: 'Two' }
    ]);
  });

  it('when pages are small, then the locator leads through all of them', async () => {
    const job = await conn.request<{ id: string }>({
      method: 'POST',
      url: '/services/data/v66.0/jobs/query',
      body: JSON.stringify({ operation: 'query', query: 'SELECT Name FROM Account ORDER BY Name' }),
      headers: { 'content-type': 'application/json' }
    });
    const results = `/services/data/v66.0/jobs/query/${job.id}/results?maxRecords=2`;
    await expect
      .poll(() => conn.request(`/services/data/v66.0/jobs/query/${job.id}`))
      .toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: 3
      });
    expect(await conn.request(results)).toMatchObject([{ Name: 'One' }, { Name: 'Three' }]);
    expect(await conn.request(`${results}&locator=Mg`)).toMatchObject([{ Name: 'Two' }]);
  });

  it.each([
    ['SELECT COUNT(Id) FROM Account', 'FEATURENOTENABLED'],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', 'FEATURENOTENABLED'],
    ['SELECT Id FROM Account LIMIT 5 OFFSET 2', 'FEATURENOTENABLED'],
    ['SELECT Foo FROM Account', 'INVALID_FIELD']
  ])('when the query is %s, then it is refused as %s', async (soql, errorCode) => {
    await expect(conn.bulk2.query(soql)).rejects.toMatchObject({ errorCode });
  });
});
