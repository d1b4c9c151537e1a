import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../../canonical/customer.ts';
import { decimalHours } from '../decode/decimal-hours.ts';
import { all, startRecordsCompany, type RecordsCompany } from './test-support/records-company.ts';

let company: RecordsCompany;
beforeAll(async () => {
  company = await startRecordsCompany({
    // An older release, and a site that uses every kind of user-defined field.
    alter: [
      'ALTER TABLE AR_Customer DROP COLUMN URLAddress',
      'ALTER TABLE AR_Customer DROP COLUMN ResidentialAddress'
    ]
  });
}, 60_000);
afterAll(() => company.close());
beforeEach(() => {
  company.unreadable.length = 0;
  company.statements.length = 0;
});

const keyOf = (customer: Customer) => `${customer.arDivisionNo}-${customer.customerNo}`;
const customer = (customerNo: string, arDivisionNo = '01') => ({ arDivisionNo, customerNo });

function addCustomer(customerNo: string, values: Readonly<Record<string, string | null>> = {}): void {
  const row = {
    ARDivisionNo: '01',
    CustomerNo: customerNo,
    CustomerName: customerNo,
    CustomerStatus: 'A',
    ...values
  };
  const marks = Object.keys(row)
    .map(() => '?')
    .join(', ');
  company.execute(
    `INSERT INTO AR_Customer (${Object.keys(row).join(', ')}) VALUES (${marks})`,
    ...Object.values(row)
  );
}

describe('by keys', () => {
  it('gives records in the order of the keys, leaves unknown ones out, and takes keys as people write them', async () => {
    const keys = [
      customer('abf', '1'),
      customer('NOBODY'),
      customer('000123'),
      customer('123'),
      customer('a\tb')
    ];
    const found = await company.records.customers.byKeys(keys);
    expect(found.map(keyOf)).toEqual(['01-ABF', '01-000123']);
  });

  it('when far more than 200 are wanted, then each comes, and no statement lists more than 200', async () => {
    const levels = await all(company.records.inventoryLevels.scan());
    const keys = [...levels].reverse().flatMap((level) => [level, level]);
    expect(levels.length).toBeGreaterThan(200);
    company.statements.length = 0;
    expect(await company.records.inventoryLevels.byKeys(keys)).toEqual(keys);
    expect(company.statements.length).toBeLessThan(levels.length / 20);
  });

  it('when a key has an apostrophe, then its record is found', async () => {
    addCustomer("O'HARA", { CustomerName: "O'Hara's" });
    expect(await company.records.customers.byKeys([customer("o'hara")])).toMatchObject([
      { customerName: "O'Hara's" }
    ]);
  });
});

describe('a scan', () => {
  it.each([1, 7, 500])('in pages of %i is complete and strictly increasing', async (pageSize) => {
    const levels = await all(company.records.inventoryLevels.scan({ pageSize: Math.max(pageSize, 5) }));
    expect(levels).toHaveLength(Number(company.column('SELECT count(*) FROM IM_ItemWarehouse')[0]));
    const pages: string[][] = [];
    for await (const page of company.records.customers.scan({ pageSize })) pages.push(page.map(keyOf));
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(pageSize);
    expect(pages.flat()).toEqual(
      company.column(
        "SELECT ARDivisionNo || '-' || CustomerNo FROM AR_Customer ORDER BY ARDivisionNo, CustomerNo"
      )
    );
  });

  it('asks for the next page only when the consumer comes for it', async () => {
    for await (const page of company.records.customers.scan({ pageSize: 5 })) {
      expect(page).toHaveLength(5);
      break;
    }
    expect(company.statements).toHaveLength(1);
  });

  it('goes on behind a record that is no longer there', async () => {
    const behind = await all(company.records.customers.scan({ after: customer('ABG') }));
    const everything = await all(company.records.customers.scan());
    expect(behind).toEqual(everything.filter((one) => keyOf(one) > '01-ABG'));
  });

  it('when records come and go meanwhile, then those that were there throughout come exactly once', async () => {
    const before = company
      .column("SELECT CustomerNo FROM AR_Customer WHERE ARDivisionNo = '01' ORDER BY 1")
      .map(String);
    const seen: string[] = [];
    let round = 0;
    for await (const page of company.records.customers.scan({ pageSize: 4 })) {
      seen.push(...page.map(keyOf));
      const last = page.at(-1);
      if (last === undefined) throw new Error('a page is empty');
      // The cursor's own record goes, others come before and behind it.
      if (round < 5) {
        addCustomer(`${last.customerNo}-`);
        addCustomer(`!${round}`);
        company.execute('DELETE FROM AR_Customer WHERE CustomerNo = ?', `!${round - 1}`);
      }
      round += 1;
    }
    expect(seen).toEqual([...new Set(seen)].toSorted());
    expect(before.filter((customerNo) => !seen.includes(`01-${customerNo}`))).toEqual([]);
    expect(seen.filter((key) => key.endsWith('-')).length).toBe(5);
    company.execute("DELETE FROM AR_Customer WHERE CustomerNo LIKE '%-' OR CustomerNo LIKE '!%'");
  });

  it('when a record cannot be used, then it is passed over and reported; by its key it is refused', async () => {
    const count = Number(company.column('SELECT count(*) FROM AR_Customer')[0]);
    addCustomer('BADSTATUS', { CustomerStatus: 'Q' });
    addCustomer('BADLIMIT', { CreditLimit: 'much' });
    expect(await all(company.records.customers.scan({ pageSize: 1 }))).toHaveLength(count);
    const reports = company.unreadable.map(({ table, error }) => [
      table,
      error.code,
      error.message,
      error.detail
    ]);
    expect(reports).toEqual([
      [
        'AR_Customer',
        'LB308',
        expect.stringContaining('AR_Customer.CreditLimit'),
        expect.stringContaining('01-BADLIMIT')
      ],
      [
        'AR_Customer',
        'LB308',
        expect.stringContaining('AR_Customer.CustomerStatus'),
        expect.stringContaining('01-BADSTATUS')
      ]
    ]);
    expect(reports.some(([, , message]) => /much|BAD/.test(String(message)))).toBe(false);
    await expect(company.records.customers.byKeys([customer('BADSTATUS')])).rejects.toMatchObject({
      code: 'LB308'
    });
    company.execute("DELETE FROM AR_Customer WHERE CustomerNo LIKE 'BAD%'");
  });

  it('when no statement can carry a key, then the scan goes on behind it all the same, in pages of one too', async () => {
    const expected = (await all(company.records.customers.scan())).map(keyOf);
    addCustomer('ABF\u0001');
    addCustomer('ABF\u0002');
    expect(
      (await all(company.records.customers.scan({ pageSize: 1 })))
        .map(keyOf)
        .filter((key) => !/[\u0001\u0002]/.test(key))
    ).toEqual(expected);
    expect(await all(company.records.customers.scan({ pageSize: 3 }))).toHaveLength(expected.length + 2);
    company.execute("DELETE FROM AR_Customer WHERE CustomerNo LIKE 'ABF_'");
  });
});

describe('changes', () => {
  const stamp = (moment: string) => ({
    DateUpdated: moment.slice(0, 10),
    TimeUpdated: decimalHours((Date.parse(`${moment}Z`) % 86_400_000) / 1000)
  });
  const changed = async (since: string, overlapMinutes: number) =>
    (await all(company.records.customers.changedSince({ since, overlapMinutes }, { pageSize: 2 })))
      .map(({ customerNo }) => customerNo)
      .filter((customerNo) => customerNo.startsWith('CHG'));

  beforeAll(() => {
    // Mountain standard time is seven hours behind.
    addCustomer('CHG1BEFORE', stamp('2026-02-10T07:59:59'));
    addCustomer('CHG2AT', stamp('2026-02-10T08:00:00'));
    addCustomer('CHG3AFTER', stamp('2026-02-10T23:59:59'));
    addCustomer('CHG4NOTIME', { DateUpdated: '2026-02-10', TimeUpdated: '' });
    addCustomer('CHG5YESTERDAY', stamp('2026-02-09T23:59:59'));
    addCustomer('CHG6BLANK', { DateCreated: '2026-02-10', TimeCreated: '9.00000' });
    addCustomer('CHG7OLD', { DateCreated: '2026-02-01', TimeCreated: '9.00000' });
    addCustomer('CHG8NONE');
  });
  afterAll(() => company.execute("DELETE FROM AR_Customer WHERE CustomerNo LIKE 'CHG%'"));

  it('are those from the moment on, to the second, and what was created since and never changed', async () => {
    expect(await changed('2026-02-10T15:00:00Z', 0)).toEqual([
      'CHG2AT',
      'CHG3AFTER',
      'CHG4NOTIME',
      'CHG6BLANK'
    ]);
  });

  it('with an overlap, reach back over midnight', async () => {
    expect(await changed('2026-02-10T07:00:30Z', 1)).toEqual([
      'CHG1BEFORE',
      'CHG2AT',
      'CHG3AFTER',
      'CHG4NOTIME',
      'CHG5YESTERDAY',
      'CHG6BLANK'
    ]);
  });

  it('are found in the second pass of the hour that comes twice, and by a moment within their second', async () => {
    // 01:30 mountain time came at 07:30Z, and again at 08:30Z.
    addCustomer('CHG9TWICE', stamp('2026-11-01T01:30:00'));
    expect(await changed('2026-11-01T08:15:00Z', 0)).toEqual(['CHG9TWICE']);
    expect(await changed('2026-11-01T08:30:00.400Z', 0)).toEqual(['CHG9TWICE']);
    expect(await changed('2026-11-01T08:30:01Z', 0)).toEqual([]);
  });

  it('of a moment that is none are refused', async () => {
    await expect(changed('yesterday', 0)).rejects.toThrow(RangeError);
  });
});

describe('columns', () => {
  it('when the data source lacks one, then it is not asked for and reads as blank', async () => {
    const [abf] = await company.records.customers.byKeys([customer('ABF')]);
    expect(abf).toMatchObject({ urlAddress: null, residential: false });
    expect(company.statements.join()).not.toContain('URLAddress');
  });

  it('when they are blank in any of the forms that Sage has, then they read as null', async () => {
    addCustomer('BLANKS', {
      City: '   ',
      State: '\0\0',
      DateLastAging: '1753-01-01',
      DateLastPayment: '1900-01-01',
      DateLastActivity: '2026-02-30',
      CustomerStatus: '',
      CustomerName: 'padded   '
    });
    expect(await company.records.customers.byKeys([customer('BLANKS')])).toMatchObject([
      {
        customerName: 'padded',
        status: 'active',
        address: { city: null, state: null },
        lastAgingDate: null,
        lastPaymentDate: null,
        lastActivityDate: null,
        userDefinedFields: { UDF_ACCOUNT_TIER: null, UDF_CREDIT_REVIEW_DATE: null },
        createdAt: null,
        updatedAt: null
      }
    ]);
  });

  it('user-defined fields of each type arrive under their names', async () => {
    addCustomer('FIELDS', {
      UDF_ACCOUNT_TIER: 'GOLD',
      UDF_CREDIT_REVIEW_DATE: '2026-05-01',
      UDF_ANNUAL_TARGET: '1500.5',
      UDF_PORTAL_ACCESS: 'Y',
      UDF_DELIVERY_NOTES: 'Ring "twice"'
    });
    const [found] = await company.records.customers.byKeys([customer('FIELDS')]);
    expect(found?.userDefinedFields).toMatchObject({
      UDF_ACCOUNT_TIER: 'GOLD',
      UDF_CREDIT_REVIEW_DATE: '2026-05-01',
      UDF_ANNUAL_TARGET: '1500.50',
      UDF_PORTAL_ACCESS: 'Y',
      UDF_DELIVERY_NOTES: 'Ring "twice"'
    });
  });
});
