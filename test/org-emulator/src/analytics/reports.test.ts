import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { containing } from '../testing/matchers.ts';
import { admin, changedPackage, connect, startTestOrg } from '../testing/test-org.ts';

const file = 'main/reports/Ledger/Accounts_By_Type.report-meta.xml';

let org: RunningOrg;
let conn: Connection;
let reportId: string;

async function fill(connection: Connection): Promise<string> {
  const accounts = await connection.sobject('Account').create([
    { Name: 'Alpha', Type: 'Prospect', AnnualRevenue: 100 },
    { Name: 'Beta', Type: 'Prospect', AnnualRevenue: 50 },
    { Name: 'Gamma', Type: 'Other' },
    { Name: 'Hidden', Type: 'Other', AnnualRevenue: 5 }
  ]);
  await connection.sobject('Contact').create([
    { LastName: 'Ames', AccountId: accounts[0]?.id ?? '' },
    { LastName: 'Bond', AccountId: accounts[0]?.id ?? '' }
  ]);
  const { records } = await connection.query(
    "SELECT Id FROM Report WHERE DeveloperName = 'Accounts_By_Type'"
  );
  return records[0]?.Id ?? '';
}

beforeAll(async () => {
  org = await startTestOrg();
  conn = await connect(org, admin);
  reportId = await fill(conn);
});
afterAll(() => org.close());

describe('jsforce, unmodified, with reports', () => {
  it('when it runs a report with details, then groups, figures and rows are those of the records', async () => {
    const result = await conn.analytics.report(reportId).execute({ details: true });
    expect(result).toMatchObject({
      allData: true,
      groupingsDown: {
        groupings: [
          { key: '0', label: 'Other' },
          { key: '1', label: 'Prospect' }
        ]
      },
      reportMetadata: { aggregates: ['s!Account$AnnualRevenue', 'mx!Account$AnnualRevenue', 'RowCount'] },
      reportExtendedMetadata: {
        detailColumnInfo: { 'Account.Contacts$LastName': { label: 'Last Name', dataType: 'string' } }
      }
    });
    expect(result.factMap).toMatchObject({
      // Alpha counts once for each of its contacts, as in an org: a row is a pair.
      'T!T': { aggregates: [{ value: 250, label: '$250' }, { value: 100 }, { value: 4 }] },
      '0!T': { rows: [{ dataCells: [{ label: 'Gamma' }, { label: '-', value: null }, { label: '-' }] }] },
      '1!T': {
        rows: [
          { dataCells: [{ label: 'Beta' }, { value: 50 }, { value: null }] },
          { dataCells: [{ label: 'Alpha' }, { label: '$100' }, { label: 'Ames' }] },
          { dataCells: [{ label: 'Alpha' }, { label: '$100' }, { label: 'Bond' }] }
        ]
      }
    });
  });

  it('when it runs with other filters, then only this run has them', async () => {
    const reportMetadata = {
      reportFilters: [{ column: 'Account$Name', operator: 'equals', value: 'Hidden, Beta' }]
    };
    // jsforce's types want the whole of a report's metadata for this.
    const changed = await conn.requestPost(`/analytics/reports/${reportId}`, { reportMetadata });
    expect(changed).toMatchObject({
      factMap: { 'T!T': { aggregates: [{ value: 55 }, { value: 50 }, { value: 2 }] } }
    });
    const unchanged = await conn.analytics.report(reportId).execute();
    expect(unchanged.factMap['T!T']?.aggregates.at(-1)?.value).toBe(4);
  });

  it('when it runs asynchronously, then the instance has the result', async () => {
    const report = conn.analytics.report(reportId);
    const { id } = await report.executeAsync({ details: true });
    expect(await report.instances()).toMatchObject([{ id, status: 'Success' }]);
    const result = await report.instance(id).retrieve();
    expect(result).toMatchObject({ attributes: { status: 'Success', id }, hasDetailRows: true });
  });

  it('when it lists and describes, then the report is there with its columns', async () => {
    expect(await conn.analytics.reports()).toMatchObject([{ id: reportId, name: 'Accounts by type' }]);
    expect(await conn.analytics.report(reportId).describe()).toMatchObject({
      reportMetadata: { reportFormat: 'SUMMARY', reportBooleanFilter: '1 OR 2' }
    });
  });

  it.each([
    [
      'a column that is none',
      ['Account$Name</field>', 'Account$Colour</field>'],
      'The column Account$Colour'
    ],
    [
      'a report type that is none',
      ['Accounts_And_Contacts__c', 'Opportunity'],
      'the report type Opportunity'
    ],
    ['an unknown interval', ['INTERVAL_CUSTOM', 'INTERVAL_NEXT_MOON'], 'INTERVAL_NEXT_MOON']
  ])('when it has %s, then it is named', async (_what, [from = '', to = ''], message) => {
    const changed = await startTestOrg({
      packageDirectory: changedPackage(file, (xml) => xml.replace(from, to))
    });
    try {
      const connection = await connect(changed, admin);
      const id = await fill(connection);
      await expect(connection.analytics.report(id).execute()).rejects.toMatchObject({
        message: containing(message)
      });
    } finally {
      await changed.close();
    }
  });
});
