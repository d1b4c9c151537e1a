import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { containing } from '../../testing/matchers.ts';
import { clerk, ordersPackage, startOrdersOrg, UiApi } from '../testing/orders-org.ts';

interface Filter {
  readonly field: string;
  readonly operation: string;
  readonly value?: string;
}

const one = (field: string, operation: string, value?: string): Filter[] => [
  { field, operation, ...(value === undefined ? {} : { value }) }
];

/** List views by name, and the warehouses of the orders that each must show. */
const cases = [
  ['Equals_One', one('Warehouse__c', 'equals', '001'), '', ['001']],
  ['Equals_Two', one('Warehouse__c', 'equals', '001, 002'), '', ['001', '002']],
  ['Equals_Nothing', one('Warehouse__c', 'equals'), '', [null]],
  ['Not_Equal', one('Warehouse__c', 'notEqual', '001,002'), '', [null]],
  ['Contains', one('Account__c', 'equals', ''), '', ['002', null]],
  ['Name_Contains', one('NAME', 'contains', '0101,0102'), '', ['002', null]],
  ['Name_Contains_Not', one('NAME', 'notContain', '0101'), '', ['001', null]],
  ['Starts', one('NAME', 'startsWith', 'so-0001'), '', ['001', '002', null]],
  ['Starts_Not_As_Pattern', one('NAME', 'startsWith', 'SO-____00'), '', []],
  ['Due_Later', one('Due__c', 'greaterThan', '1/31/2199'), '', ['002']],
  ['Due_Until', one('Due__c', 'lessOrEqual', '2199-01-31'), '', ['001']],
  ['Due_Before', one('Due__c', 'lessThan', 'TODAY'), '', []],
  ['Made_Since', one('CREATED_DATE', 'greaterOrEqual', '1/1/2020'), '', ['001', '002', null]],
  ['Amount', one('Total__c', 'greaterOrEqual', '0.5'), '', []],
  [
    'Logic',
    [
      ...one('Region__c', 'equals', 'south'),
      ...one('Warehouse__c', 'equals', '002'),
      ...one('Warehouse__c', 'equals')
    ],
    '1 AND (2 OR 3)',
    ['002']
  ]
] as const;

const refused = [
  ['Within', one('Region__c', 'within', '10 mi')],
  ['Odd_Day', one('Due__c', 'equals', 'someday')],
  ['Odd_Number', one('Total__c', 'equals', 'many')]
] as const;

function listViewXml(name: string, filters: readonly Filter[], logic = '', scope = 'Everything'): string {
  const tag = (label: string, text: string) => `<${label}>${text}</${label}>`;
  const shown = filters.map(({ field, operation, value }) =>
    tag(
      'filters',
      tag('field', field) + tag('operation', operation) + (value === undefined ? '' : tag('value', value))
    )
  );
  return `<ListView xmlns="http://soap.sforce.com/2006/04/metadata">${tag('fullName', name)}${
    logic === '' ? '' : tag('booleanFilter', logic)
  }<columns>NAME</columns><columns>Warehouse__c</columns>${tag('filterScope', scope)}${shown.join('')}${tag('label', name)}</ListView>`;
}

const directory = mkdtempSync(join(tmpdir(), 'list-views-'));

function packageWithListViews(): string {
  cpSync(ordersPackage, directory, { recursive: true });
  const write = (name: string, xml: string) => {
    writeFileSync(join(directory, `objects/Sage_Order__c/listViews/${name}.listView-meta.xml`), xml);
  };
  for (const [name, filters, logic] of cases) write(name, listViewXml(name, filters, logic));
  for (const [name, filters] of refused) write(name, listViewXml(name, filters));
  write('My_Orders', listViewXml('My_Orders', [], '', 'Mine'));
  return directory;
}

let org: RunningOrg;
let api: UiApi;

beforeAll(async () => {
  org = await startOrdersOrg({ packageDirectory: packageWithListViews() });
  api = await UiApi.of(org, clerk);
  const account = await api.create('Account', { Name: 'ABF' });
  const orders = [
    { Account__c: account, Region__c: 'north', Warehouse__c: '001', Due__c: '2199-01-31' },
    { Region__c: 'south', Warehouse__c: '002', Due__c: '2199-02-01' },
    { Region__c: 'north', Warehouse__c: null, Due__c: null }
  ];
  for (const order of orders) await api.create('Sage_Order__c', order);
});
afterAll(async () => {
  await org.close();
  rmSync(directory, { recursive: true });
});

const listSchema = z.object({
  records: z.array(
    z.looseObject({
      fields: z.looseObject({ Warehouse__c: z.looseObject({ value: z.string().nullable() }) })
    })
  )
});

async function warehouses(listView: string): Promise<(string | null)[]> {
  const { records } = listSchema.parse(await api.get(`list-records/Sage_Order__c/${listView}`));
  return records.map(({ fields }) => fields.Warehouse__c.value);
}

describe('filters of list views', () => {
  it.each(cases)(
    'when %s is read, then it shows the records that its filters keep',
    async (name, _filters, _logic, kept) => {
      expect(await warehouses(name)).toEqual(kept);
    }
  );

  it('when a list shows the records of its reader, then those of others are left out', async () => {
    expect(await warehouses('My_Orders')).toHaveLength(3);
    const admin = await UiApi.of(org, 'admin@ledger-bridge.example');
    expect(await admin.get('list-records/Sage_Order__c/My_Orders')).toMatchObject({ count: 0 });
  });

  it.each(refused)('when %s is read, then the refusal names what it cannot do', async (name, [filter]) => {
    expect(await api.refusal(api.get(`list-records/Sage_Order__c/${name}`))).toMatchObject({
      statusCode: 501,
      message: containing(filter?.operation === 'equals' ? (filter.value ?? '') : (filter?.operation ?? ''))
    });
  });
});
