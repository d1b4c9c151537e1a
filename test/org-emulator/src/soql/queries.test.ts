import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { containing } from '../testing/matchers.ts';
import { admin, connect, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;
let conn: Connection;
let ids: Record<'alpha' | 'beta' | 'gamma', string>;

beforeAll(async () => {
  org = await startTestOrg();
  conn = await connect(org, admin);
  const accounts = await conn.sobject('Account').create([
    { Name: 'Alpha', Type: 'Prospect', Industry: 'Retail', AnnualRevenue: 100, BillingCity: 'Bonn' },
    { Name: 'Beta', Type: 'Other', Industry: 'Retail', AnnualRevenue: 50 },
    { Name: 'Gamma', Type: 'Prospect', Industry: 'Banking', AnnualRevenue: 7 }
  ]);
  const [alpha = '', beta = '', gamma = ''] = accounts.map(({ id }) => id);
  ids = { alpha, beta, gamma };
  await conn.sobject('Contact').create([
    { LastName: 'Ames', FirstName: 'Ann', AccountId: ids.alpha, Email: 'ann@example.com' },
    { LastName: 'Bond', AccountId: ids.alpha },
    { LastName: 'Cole', AccountId: ids.beta }
  ]);
});
afterAll(() => org.close());

/** Rows of a query without their attributes. */
async function rows(soql: string): Promise<unknown[]> {
  const { records } = await conn.query(soql);
  return records.map(withoutAttributes);
}

function withoutAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAttributes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'attributes')
      .map(([name, each]) => [name, withoutAttributes(each)])
  );
}

describe('groups and aggregates', () => {
  it.each<[string, unknown[]]>([
    [
      'SELECT Type, COUNT(Id), SUM(AnnualRevenue) total FROM Account GROUP BY Type ORDER BY SUM(AnnualRevenue) DESC',
      [
        { Type: 'Prospect', expr0: 2, total: 107 },
        { Type: 'Other', expr0: 1, total: 50 }
      ]
    ],
    [
      'SELECT Industry kind, AVG(AnnualRevenue), MIN(Name) low FROM Account GROUP BY Industry HAVING COUNT(Id) > 1',
      [{ kind: 'Retail', expr0: 75, low: 'Alpha' }]
    ],
    ['SELECT COUNT_DISTINCT(Type) types FROM Account', [{ types: 2 }]],
    ["SELECT MAX(AnnualRevenue) FROM Account WHERE Name = 'nobody'", [{ expr0: null }]],
    [
      'SELECT Account.Name, COUNT(Id) c FROM Contact GROUP BY Account.Name ORDER BY COUNT(Id) DESC LIMIT 1',
      [{ Name: 'Alpha', c: 2 }]
    ],
    [
      'SELECT Industry, GROUPING(Industry) g, COUNT(Id) c FROM Account GROUP BY ROLLUP(Industry) ORDER BY GROUPING(Industry), Industry',
      [
        { Industry: 'Banking', g: 0, c: 1 },
        { Industry: 'Retail', g: 0, c: 2 },
        { Industry: null, g: 1, c: 3 }
      ]
    ]
  ])('when the query is %s, then it answers its groups', async (soql, expected) => {
    expect(await rows(soql)).toEqual(expected);
  });

  it('when records are grouped by a part of a date, then the parts are those of the day of the user', async () => {
    const thisYear = new Date().getUTCFullYear();
    const soql =
      'SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) c FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)';
    expect(await rows(soql)).toEqual([{ y: thisYear, c: 3 }]);
  });

  it.each([
    ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
    ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
    ['SELECT SUM(Name) FROM Account', 'does not support aggregate operator SUM'],
    ['SELECT COUNT(Id) FROM Account GROUP BY Description', "field 'Description' can not be grouped"]
  ])('when the query is %s, then it is refused', async (soql, message) => {
    await expect(conn.query(soql)).rejects.toMatchObject({
      errorCode: 'MALFORMED_QUERY',
      message: containing(message)
    });
  });
});

describe('related records', () => {
  it('when children are selected, then each parent has its own, and null where there are none', async () => {
    const soql =
      'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 5) FROM Account ORDER BY Name';
    expect(await rows(soql)).toEqual([
      {
        Name: 'Alpha',
        Contacts: { totalSize: 2, done: true, records: [{ LastName: 'Bond' }, { LastName: 'Ames' }] }
      },
      { Name: 'Beta', Contacts: { totalSize: 1, done: true, records: [{ LastName: 'Cole' }] } },
      { Name: 'Gamma', Contacts: null }
    ]);
  });

  it.each<[string, unknown[]]>([
    [
      "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Cole')",
      [{ Name: 'Beta' }]
    ],
    ['SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)', [{ Name: 'Gamma' }]],
    [
      "SELECT LastName, Account.Name, Account.Owner.Alias FROM Contact WHERE Account.Name = 'Beta'",
      [{ LastName: 'Cole', Account: { Name: 'Beta', Owner: { Alias: 'admin' } } }]
    ],
    [
      "SELECT TYPEOF Owner WHEN User THEN Alias ELSE Id END FROM Account WHERE Name = 'Beta'",
      [{ Owner: { Alias: 'admin' } }]
    ],
    ["SELECT COUNT() FROM Contact WHERE Account.Industry = 'Retail'", []]
  ])('when the query is %s, then it answers %j', async (soql, expected) => {
    expect(await rows(soql)).toEqual(expected);
  });

  it.each([
    [
      'SELECT (SELECT Id FROM Friends) FROM Account',
      'INVALID_FIELD',
      "Didn't understand relationship 'Friends'"
    ],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT LastName FROM Contact)',
      'MALFORMED_QUERY',
      'should be an id field'
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT LastName FROM Contact)',
      'MALFORMED_QUERY',
      'inner select list'
    ]
  ])('when the query is %s, then it is %s', async (soql, errorCode, message) => {
    await expect(conn.query(soql)).rejects.toMatchObject({ errorCode, message: containing(message) });
  });
});

describe('functions, sets of fields and compound fields', () => {
  it('when fields are selected by function, then they have the name of the field or the alias', async () => {
    const soql = "SELECT toLabel(Type), FORMAT(AnnualRevenue) shown FROM Account WHERE Name = 'Alpha'";
    expect(await rows(soql)).toEqual([{ Type: 'Prospect', shown: '$100' }]);
  });

  it('when all fields are selected, then every readable one is answered, and a LIMIT is required', async () => {
    const [record] = await rows("SELECT FIELDS(ALL) FROM Account WHERE Name = 'Alpha' LIMIT 1");
    expect(record).toMatchObject({ Id: ids.alpha, Name: 'Alpha', IsDeleted: false });
    await expect(conn.query('SELECT FIELDS(ALL) FROM Account')).rejects.toMatchObject({
      message: 'The SOQL FIELDS function must have a LIMIT of at most 200'
    });
  });

  it('when an address is selected, then it is an object of its parts', async () => {
    expect(
      await rows("SELECT BillingAddress FROM Account WHERE Name != 'Gamma' ORDER BY Name")
    ).toMatchObject([{ BillingAddress: { city: 'Bonn', street: null } }, { BillingAddress: null }]);
  });

  it.each([
    ["CreatedDate = TODAY AND Name = 'Alpha'", 1],
    ['CreatedDate = LAST_N_WEEKS:1', 0],
    ['CreatedDate = THIS_QUARTER', 3],
    ['CreatedDate = N_DAYS_AGO:1', 0],
    ['DAY_ONLY(CreatedDate) = TODAY', 3],
    ['AnnualRevenue >= 0.5e2', 2],
    ["Name LIKE '%a' AND (NOT Name LIKE 'B%')", 2]
  ])('when the filter is %s, then it finds %d', async (where, count) => {
    const { totalSize } = await conn.query(`SELECT Id FROM Account WHERE ${where}`);
    expect(totalSize).toBe(count);
  });

  it('when a picklist sorts, then by the order of its values', async () => {
    expect(await rows('SELECT Type FROM Account ORDER BY Type, Name')).toEqual([
      { Type: 'Prospect' },
      { Type: 'Prospect' },
      { Type: 'Other' }
    ]);
  });

  it.each([
    ["Description = 'x'", 'INVALID_FIELD', "field 'Description' can not be filtered"],
    ['Name = null ORDER BY Description', 'MALFORMED_QUERY', "field 'Description' can not be sorted"],
    ['Name != null ALL ROWS', 'MALFORMED_QUERY', 'ALL ROWS not allowed'],
    ['Name != null LIMIT 1 OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000']
  ])('when the filter is %s, then it is %s', async (where, errorCode, message) => {
    await expect(conn.query(`SELECT Id FROM Account WHERE ${where}`)).rejects.toMatchObject({
      errorCode,
      message: containing(message)
    });
  });
});

describe('plans', () => {
  it('when a query is explained, then an indexed field leads, or a scan', async () => {
    const byId = await conn.query(`SELECT Id FROM Account WHERE Id = '${ids.beta}'`).explain();
    expect(byId.plans[0]).toMatchObject({ leadingOperationType: 'Index', fields: ['Id'], cardinality: 1 });
    const all = await conn.query('SELECT Id FROM Account').explain();
    expect(all.plans[0]).toMatchObject({ leadingOperationType: 'TableScan', sobjectCardinality: 3 });
  });
});
