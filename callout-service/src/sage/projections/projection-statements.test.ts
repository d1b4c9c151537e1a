import { expect, it } from 'vitest';
import type { LiveCatalogue } from '../live-catalogue/live-catalogue.ts';
import { projectionNames, type ProjectionName } from '../port/sage-projections.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { providexDialect } from '../sql/providex-dialect.ts';
import { createSqlServerDialect } from '../sql/sql-server-dialect.ts';
import { createOdbcSageProjections } from './odbc-sage-projections.ts';

/** A data source that describes nothing, so that every column of the catalogue is asked for. */
const describesNothing: LiveCatalogue = {
  columnsOf: () => Promise.resolve([]),
  columnsOfAll: () => Promise.resolve(new Map()),
  tableNames: () => Promise.resolve([]),
  forget: () => undefined,
  forgetColumns: () => undefined
};

const keys: Readonly<Record<ProjectionName, string>> = {
  customer: "01-O'D--[?]É",
  'customer-figures': '01-ABF',
  contact: '01-A/B/ARTIE JOHN',
  'ship-to': '01-ABF/2',
  item: "O'HARA-1/2",
  'item-figures': '/FREIGHT',
  'price-record': '2//1001/HON/2/01-ABF',
  inventory: '1001/HON/000',
  'inventory-figures': '1001-HON-H252/000',
  vendor: '01-ACME',
  'sales-order': '0000115',
  invoice: '0100004/000001',
  'open-invoice-figures': '0100004',
  payment: '01-ABF/0100004/IN//000001',
  bill: '01-ACME/A/1',
  'bill-figures': '01-ACME/ACME-1',
  'purchase-order': '0000115'
};

it.each([providexDialect, createSqlServerDialect({ companyCode: 'ABC' })])(
  'when everything is scanned, also behind odd keys, then $name takes every statement',
  async (dialect: SqlDialect) => {
    const statements: string[] = [];
    const projections = createOdbcSageProjections({
      gateway: {
        read: (sql) => {
          statements.push(...sql);
          return Promise.resolve(sql.map(() => []));
        }
      },
      dialect,
      liveCatalogue: describesNothing
    });
    for (const name of projectionNames) {
      for (const options of [{}, { after: keys[name] }]) {
        for await (const page of projections.scan(name, options)) expect(page).toEqual([]);
      }
    }
    expect(statements.length).toBeGreaterThan(2 * projectionNames.length);
    for (const sql of statements) dialect.assertSafe(sql);
  }
);

it.each(projectionNames)('when %s is to go on behind what is no key of it, then LB108', async (name) => {
  const projections = createOdbcSageProjections({
    gateway: { read: (sql) => Promise.resolve(sql.map(() => [])) },
    dialect: providexDialect,
    liveCatalogue: describesNothing
  });
  for (const after of ['', 'a\0b']) {
    const scan = projections.scan(name, { after })[Symbol.asyncIterator]();
    await expect(scan.next()).rejects.toMatchObject({ code: 'LB108' });
  }
});
