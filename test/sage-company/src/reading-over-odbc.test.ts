import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import odbc from 'odbc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from './index.ts';
import type { SageCompany } from './index.ts';

const BALANCE = "SELECT CurrentBalance FROM AR_Customer WHERE ARDivisionNo = '01' AND CustomerNo = 'ABF'";

interface CatalogueRow {
  readonly COLUMN_NAME: string;
  readonly TYPE_NAME?: string;
}

let directory: string;
let company: SageCompany;
let connection: odbc.Connection;

beforeAll(async () => {
  // A blank and a hash in the path: both have a meaning of their own in odbc.ini or in SQLite's file names.
  directory = await mkdtemp(join(tmpdir(), 'sage company #'));
  company = await startSageCompany({ directory });
  process.env['ODBCINI'] = company.odbcIniFile;
  connection = await odbc.connect(company.connectionString);
});

afterAll(async () => {
  await connection.close();
  await company.close();
  await rm(directory, { recursive: true });
});

describe('a reader over ODBC', () => {
  it('connects with a connection string of production shape and reads 01-ABF', async () => {
    expect(company.connectionString).toMatch(/^DSN=SOTAMAS90;UID=\w+\|ABC;PWD=.*;Company=ABC$/);
    const rows = await connection.query(BALANCE);
    expect([...rows]).toEqual([{ CurrentBalance: '3252.38' }]);
    expect(rows.columns[0]).toMatchObject({ name: 'CurrentBalance', columnSize: 13 });
  });

  it('sees what the owner writes at once, on a connection that it keeps', async () => {
    await company.control.set('AR_Customer', '01-ABF', { CurrentBalance: '5000.01' });
    expect((await connection.query(BALANCE))[0]).toEqual({ CurrentBalance: '5000.01' });
    await company.control.set('AR_Customer', '01-ABF', { CurrentBalance: '3252.38' });
    expect((await connection.query(BALANCE))[0]).toEqual({ CurrentBalance: '3252.38' });
  });

  it('cannot write', async () => {
    const write = connection.query("UPDATE AR_Customer SET CurrentBalance = 1 WHERE CustomerNo = 'ABF'");
    await expect(write).rejects.toMatchObject({
      odbcErrors: [{ message: expect.stringContaining('readonly') as string }]
    });
  });

  it('sees the declared types and the keys in the catalogue', async () => {
    const separate = await odbc.connect(company.connectionString);
    const columns = await separate.columns<CatalogueRow>(null, null, 'AR_Customer', null);
    const keys = await separate.primaryKeys<CatalogueRow>(null, null, 'AR_Customer');
    await separate.close();
    // 96 standard columns and six user-defined fields.
    expect(columns).toHaveLength(102);
    const types = new Map(columns.map((column) => [column.COLUMN_NAME, column.TYPE_NAME]));
    expect(types.get('CreditLimit')).toMatch(/^DECIMAL\(13,2\)$/i);
    expect(keys.map((key) => key.COLUMN_NAME)).toEqual(['ARDivisionNo', 'CustomerNo']);
  });

  it('gets dates that are none as they stand, with every other column of the bill', async () => {
    const bills = "SELECT InvoiceNo, InvoiceDate, Balance FROM AP_OpenInvoice WHERE VendorNo = 'BADDATE'";
    expect([...(await connection.query(bills))]).toEqual([
      { InvoiceNo: 'ZERO', InvoiceDate: '0000-00-00', Balance: '10' },
      { InvoiceNo: 'Y1753', InvoiceDate: '1753-01-01', Balance: '20' },
      { InvoiceNo: 'Y1900', InvoiceDate: '1900-01-01', Balance: '30' },
      { InvoiceNo: 'BLANK', InvoiceDate: '', Balance: '40' },
      { InvoiceNo: 'FEB30', InvoiceDate: '2025-02-30', Balance: '50' }
    ]);
  });

  it('keeps its connection when the company is made anew, and reads the new one', async () => {
    await company.control.set('AR_Customer', '01-ABF', { CurrentBalance: '1.00' });
    await company.close();
    await expect(connection.query(BALANCE)).rejects.toThrow();
    company = await startSageCompany({ directory, seed: 2 });
    expect((await connection.query(BALANCE))[0]).toEqual({ CurrentBalance: '3252.38' });
  });

  it('when a company already runs in the directory, then a second start is refused', async () => {
    await expect(startSageCompany({ directory })).rejects.toThrow('already owns the Sage company');
  });
});
