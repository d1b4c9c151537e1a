import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { all, startRecordsCompany, type RecordsCompany } from './test-support/records-company.ts';

const MANY = Array.from({ length: 26 }, (_, index) => `UDF_SITE_${index}`);
const ABF = { arDivisionNo: '01', customerNo: 'ABF' };

let company: RecordsCompany;
beforeAll(async () => {
  company = await startRecordsCompany({
    alter: [
      ...MANY.map((name) => `ALTER TABLE AR_Customer ADD COLUMN ${name} VARCHAR(20)`),
      'ALTER TABLE AR_Customer ADD COLUMN "UDF_ODD-NAME" VARCHAR(20)',
      'ALTER TABLE AR_Customer ADD COLUMN UDF_PICTURE BLOB',
      'ALTER TABLE AR_Customer ADD COLUMN UDF_GONE VARCHAR(20)',
      'ALTER TABLE CI_Item ADD COLUMN UDF_GONE VARCHAR(20)',
      'ALTER TABLE IM_ItemWarehouse ADD COLUMN UDF_GONE VARCHAR(20)',
      'ALTER TABLE SO_SalesOrderDetail ADD COLUMN UDF_GONE VARCHAR(20)'
    ]
  });
});
afterAll(() => company.close());
beforeEach(() => {
  company.statements.length = 0;
});

describe('user-defined fields of a site', () => {
  it('when a customer has 26 of them, then each is read', async () => {
    const changes = MANY.map((name, index) => `${name} = 'value ${index}'`).join(', ');
    company.execute(`UPDATE AR_Customer SET ${changes} WHERE CustomerNo = 'ABF'`);
    const [abf] = await company.records.customers.byKeys([ABF]);
    expect(abf?.userDefinedFields).toMatchObject(
      Object.fromEntries(MANY.map((name, index) => [name, `value ${index}`]))
    );
  });

  it('when one has a name that no statement can hold, or a binary type, then the others are read', async () => {
    const [abf] = await company.records.customers.byKeys([ABF]);
    const names = Object.keys(abf?.userDefinedFields ?? {});
    expect(names).toEqual(expect.arrayContaining(MANY));
    expect(names.filter((name) => /ODD|PICTURE/.test(name))).toEqual([]);
  });
});

describe('when a column is dropped while what is known of the table is kept', () => {
  it('then a read by key is made anew', async () => {
    expect((await company.records.customers.byKeys([ABF]))[0]?.userDefinedFields).toHaveProperty('UDF_GONE');
    company.execute('ALTER TABLE AR_Customer DROP COLUMN UDF_GONE');
    const [abf] = await company.records.customers.byKeys([ABF]);
    expect(abf).toMatchObject({ customerNo: 'ABF', creditLimit: '120000.00' });
    expect(abf?.userDefinedFields).not.toHaveProperty('UDF_GONE');
  });

  it('then a scan goes on where it was', async () => {
    const seen: string[] = [];
    for await (const page of company.records.items.scan({ pageSize: 2 })) {
      seen.push(...page.map(({ itemCode }) => itemCode));
      if (seen.length === 2) company.execute('ALTER TABLE CI_Item DROP COLUMN UDF_GONE');
    }
    expect(seen).toEqual(company.column('SELECT ItemCode FROM CI_Item ORDER BY ItemCode'));
  });

  it('then lines and changes are read all the same', async () => {
    const orders = company.records.salesOrders;
    const [before] = await orders.byKeys(['0000184']);
    company.execute('ALTER TABLE SO_SalesOrderDetail DROP COLUMN UDF_GONE');
    const [after] = await orders.byKeys(['0000184']);
    expect(after?.lines.map(({ lineKey }) => lineKey)).toEqual(before?.lines.map(({ lineKey }) => lineKey));

    const window = { since: '2000-01-01T00:00:00Z', overlapMinutes: 0 };
    const levels = await all(company.records.inventoryLevels.changedSince(window));
    company.execute('ALTER TABLE IM_ItemWarehouse DROP COLUMN UDF_GONE');
    expect(await all(company.records.inventoryLevels.changedSince(window))).toHaveLength(levels.length);
  });

  it('but a statement that is refused for another reason is not sent again', async () => {
    company.execute('ALTER TABLE AR_TermsCode RENAME COLUMN TermsCode TO Code');
    await expect(company.records.terms.byKeys(['01'])).rejects.toMatchObject({ code: 'LB308' });
    expect(company.statements).toHaveLength(1);
    company.execute('ALTER TABLE AR_TermsCode RENAME COLUMN Code TO TermsCode');
  });
});
