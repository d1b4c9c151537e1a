import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SalesforceFields } from '../port/salesforce-records.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { connectTo, failureOf } from '../test-support/connected.ts';
import { packageWithRule, requestsOf, startLocalOrg } from '../test-support/local-org.ts';
import { choosePartKey, isInOrder } from './part-key.ts';
import { columnsOf, rowsOf } from './report-rows.ts';
import { readReportAnswer } from './report-answer.ts';

const report = 'Accounts_By_Type';

/** The small package, whose report here takes every account and shows when it last paid. */
function packageWithReport(): string {
  const directory = packageWithRule();
  const file = join(directory, 'main/reports/Ledger/Accounts_By_Type.report-meta.xml');
  const xml = readFileSync(file, 'utf8')
    .replace('<value>Gam</value>', '<value>A</value>')
    .replace('Account.Contacts$LastName', 'Account$Sage_Last_Payment_Date__c');
  writeFileSync(file, xml);
  return directory;
}

describe('reports of Salesforce', () => {
  const packageDirectory = packageWithReport();
  let org: RunningOrg;
  let salesforce: Salesforce;
  const insert = (rows: readonly SalesforceFields[]) =>
    salesforce.bulk.ingest({ object: 'Account', operation: 'insert', rows });

  beforeAll(async () => {
    org = await startLocalOrg({ packageDirectory });
    salesforce = connectTo(org, { bulk: { lookAfterMs: 5, lookAtLeastEveryMs: 50 } });
    await insert([
      { Name: 'Alpha', Type: 'Prospect', AnnualRevenue: '100', Sage_Last_Payment_Date__c: '2026-03-01' },
      { Name: 'Beta', Type: 'Prospect', AnnualRevenue: '20' },
      { Name: 'Left out', Type: 'Other' }
    ]);
  });
  afterAll(async () => {
    await salesforce.close();
    await org.close();
    rmSync(packageDirectory, { recursive: true });
  });

  it('when a report is run by its name or id, then its groups are columns, and values are text', async () => {
    const table = await salesforce.reports.run(report);
    expect(table).toEqual({
      name: 'Accounts by type',
      columns: [
        { name: 'Account$Type', label: expect.any(String) as string, type: 'picklist' },
        { name: 'Account$Name', label: 'Account Name', type: 'string' },
        { name: 'Account$AnnualRevenue', label: 'Annual Revenue', type: 'currency' },
        { name: 'Account$Sage_Last_Payment_Date__c', label: expect.any(String) as string, type: 'date' }
      ],
      rows: [
        ['Prospect', 'Beta', '20', null],
        ['Prospect', 'Alpha', '100', '2026-03-01']
      ],
      complete: true
    });
    const [row] = await salesforce.records.all('SELECT Id FROM Report');
    const id = row?.['Id'];
    expect(await salesforce.reports.run(typeof id === 'string' ? id : '')).toEqual(table);
  });

  it('when there is no such report, then it says so', async () => {
    expect(await failureOf(salesforce.reports.run('Nothing'))).toMatchObject({ code: 'LB706' });
    expect(await failureOf(salesforce.reports.run('00O000000000001AAA'))).toMatchObject({ code: 'LB706' });
  });

  it(
    'when a report has more rows than a run gives, then it is had in parts, each row once',
    { timeout: 60_000 },
    async () => {
      await insert(
        Array.from({ length: 2_400 }, (_, index) => ({
          Name: `A${String(index).padStart(5, '0')}`,
          Type: index % 2 === 0 ? 'Other' : 'Prospect',
          AnnualRevenue: index % 100
        }))
      );
      const table = await salesforce.reports.run(report);
      expect(table.complete).toBe(true);
      expect(table.rows).toHaveLength(2_402);
      expect(new Set(table.rows.map((row) => row[1])).size).toBe(2_402);
      expect(table.columns.map(({ name }) => name)[0]).toBe('Account$Type');
      expect(await requestsOf(org, '^POST .*/analytics/reports')).toHaveLength(2);
    }
  );
});

const column = (name: string, type: string) => ({ name, label: name, type });

it('when a key is chosen, then it is the column with the most values of those that have an order', () => {
  const columns = [column('Kind', 'picklist'), column('Amount', 'currency'), column('Day', 'date')];
  const rows = [
    ['a', '9', '2026-01-01'],
    ['b', '10', '2026-01-01'],
    ['c', '10', null]
  ];
  const key = choosePartKey({ columns, rows });
  expect(key?.name).toBe('Amount');
  if (key === undefined) throw new Error('There is no key');
  expect(isInOrder(rows, key)).toBe(true);
  expect(isInOrder(rows.toReversed(), key)).toBe(false);
  expect(choosePartKey({ columns: columns.slice(0, 1), rows })).toBeUndefined();
});

it('when cells are amounts and links, then rows have the number and the name; only innermost groups have rows', () => {
  const leaf = {
    dataCells: [
      { label: 'USD 5', value: { amount: '5.10', currency: 'USD' } },
      { label: 'Acme', value: '001000000000001AAA' }
    ]
  };
  const answer = readReportAnswer({
    allData: true,
    factMap: { 'T!T': { rows: [leaf] }, '0!0': { rows: [leaf] }, '0_0!0': { rows: [leaf, leaf] } },
    groupingsDown: {
      groupings: [
        {
          key: '0',
          label: '2026',
          value: '2026',
          groupings: [{ key: '0_0', label: 'Q1', value: null, groupings: [] }]
        }
      ]
    },
    groupingsAcross: { groupings: [{ key: '0', label: 'x', value: true, groupings: null }] },
    reportMetadata: {
      name: 'R',
      detailColumns: ['c', 'd'],
      groupingsDown: [{ name: 'a' }, { name: 'b' }],
      groupingsAcross: [{ name: 'e' }]
    },
    reportExtendedMetadata: { detailColumnInfo: { c: { dataType: 'currency', label: 'C' } } }
  });
  expect(columnsOf(answer).map(({ name }) => name)).toEqual(['a', 'b', 'e', 'c', 'd']);
  const row = ['2026', null, 'true', '5.10', 'Acme'];
  expect(rowsOf(answer)).toEqual([row, row]);
});
