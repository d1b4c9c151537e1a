import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { arTermsCode } from '../catalogue/ar-terms-code.ts';
import { string } from '../catalogue/column-type.ts';
import { defineTable } from '../catalogue/table.ts';
import { OdbcGateway } from '../odbc/gateway.ts';
import type { SageCatalogue } from '../port/sage-catalogue.ts';
import { providexDialect } from '../sql/providex-dialect.ts';
import { createScratchCompany, type ScratchCompany } from '../test-support/scratch-company.ts';
import { createLiveCatalogue } from './create-live-catalogue.ts';
import { createSageCatalogue } from './create-sage-catalogue.ts';

function gatewayTo(connectionString: string, odbcIni: string): OdbcGateway {
  return new OdbcGateway({
    connectionString,
    environment: { ODBCINI: odbcIni },
    poolSize: 2,
    connectTimeoutMs: 10_000,
    queryTimeoutMs: 10_000,
    acquireTimeoutMs: 10_000,
    cancelGraceMs: 500
  });
}

describe('in a scratch company with odd types', () => {
  let company: ScratchCompany;
  let gateway: OdbcGateway;
  beforeAll(async () => {
    company = await createScratchCompany();
    await company.execute(`CREATE TABLE AR_Odd (Text VARCHAR(30), Amount DECIMAL(13,2), Spaced decimal (9, 3),
      Rate NUMERIC(18,6), Whole INTEGER, Big BIGINT, Approximate DOUBLE, Day DATE, Moment DATETIME, Long TEXT,
      Binary BLOB, Unknown WHATEVER, Untyped, Answer BOOLEAN, UDF_Note VARCHAR(3))`);
    // To a driver the `_` of a name stands for any letter.
    await company.execute('CREATE TABLE ARXOdd (Foreign_ VARCHAR(1))');
    gateway = gatewayTo(company.connectionString, company.environment['ODBCINI'] ?? '');
  });
  afterAll(async () => {
    await gateway.close();
    await company.close();
  });

  it('when a table is described, then each column has the type that it was declared with', async () => {
    const columns = await createLiveCatalogue(gateway, providexDialect).columnsOf('AR_Odd');
    const text = (length: number) => ({ kind: 'string', length, blank: 'null' });
    const number = (precision: number, scale: number) => ({ kind: 'decimal', precision, scale });
    expect(Object.fromEntries(columns.map(({ name, type }) => [name, type]))).toEqual({
      Text: text(30),
      Amount: number(13, 2),
      Spaced: number(9, 3),
      Rate: number(18, 6),
      Whole: number(9, 0),
      Big: number(19, 0),
      Approximate: number(15, 6),
      Day: { kind: 'date' },
      Moment: { kind: 'date' },
      Long: text(2_147_483_647),
      Binary: null,
      Unknown: null,
      Untyped: null,
      Answer: null,
      UDF_Note: text(3)
    });
    expect(columns.filter(({ userDefined }) => userDefined).map(({ name }) => name)).toEqual(['UDF_Note']);
  });

  it('when many ask at once and again, then the data source is asked once, until it is forgotten', async () => {
    const ask = vi.spyOn(gateway, 'ask').mockClear();
    const live = createLiveCatalogue(gateway, providexDialect);
    await Promise.all([live.columnsOf('AR_Odd'), live.columnsOf('AR_Odd'), live.columnsOfAll(['AR_Odd'])]);
    await live.columnsOf('AR_Odd');
    expect(ask).toHaveBeenCalledTimes(1);
    await company.execute('ALTER TABLE AR_Odd ADD COLUMN UDF_New VARCHAR(5)');
    expect((await live.columnsOf('AR_Odd')).at(-1)?.name).toBe('UDF_Note');
    live.forget();
    expect((await live.columnsOf('AR_Odd')).at(-1)?.name).toBe('UDF_New');
  });

  it('when its time is over, then it is asked again', async () => {
    const ask = vi.spyOn(gateway, 'ask').mockClear();
    const live = createLiveCatalogue(gateway, providexDialect, { keepForMs: 0 });
    for (let times = 0; times < 2; times += 1)
      expect((await live.columnsOf('AR_TermsCode'))[0]?.name).toBe('TermsCode');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('when Sage cannot be reached, then LB3xx comes and is not kept', async () => {
    const lost = gatewayTo('DSN=NOWHERE', company.environment['ODBCINI'] ?? '');
    const live = createLiveCatalogue(lost, providexDialect);
    await expect(live.columnsOf('AR_Odd')).rejects.toMatchObject({ code: 'LB304' });
    await expect(live.tableNames()).rejects.toMatchObject({ code: 'LB304' });
    await lost.close();
  });

  it('when there is no CM_UDF, then a table is described without it', async () => {
    const dialect = providexDialect;
    const arOdd = defineTable({ name: 'AR_Odd', key: ['Text'], columns: { Text: string(30) } });
    const catalogue = createSageCatalogue({
      gateway,
      dialect,
      liveCatalogue: createLiveCatalogue(gateway, dialect),
      tables: [arOdd]
    });
    const table = await catalogue.describe('AR_Odd');
    expect(table?.columns).toContainEqual({
      name: 'UDF_Note',
      kind: 'text',
      length: 3,
      userDefined: true,
      required: false
    });
    expect(table?.columns.map(({ name }) => name)).not.toContain('Binary');
  });
});

describe('in the Sage company', () => {
  let directory: string;
  let company: SageCompany;
  let gateway: OdbcGateway;
  let catalogue: SageCatalogue;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-catalogue-'));
    company = await startSageCompany({ directory });
    gateway = gatewayTo(company.connectionString, company.odbcIniFile);
    const noTable = defineTable({ name: 'AR_NoSuchTable', key: ['A'], columns: { A: string(1) } });
    const liveCatalogue = createLiveCatalogue(gateway, providexDialect);
    const tables = [arCustomer, noTable, arTermsCode];
    catalogue = createSageCatalogue({ gateway, dialect: providexDialect, liveCatalogue, tables });
  });
  afterAll(async () => {
    await gateway.close();
    await company.close();
    await rm(directory, { recursive: true });
  });

  it('when tables are listed, then those come that the service reads and the data source shows', async () => {
    expect(await catalogue.tableNames()).toEqual(['AR_Customer', 'AR_TermsCode']);
  });

  it.each([
    ['a key', { name: 'CustomerNo', kind: 'text', length: 20, userDefined: false }],
    ['an amount', { name: 'CreditLimit', kind: 'number', length: 13, scale: 2, userDefined: false }],
    ['a day', { name: 'DateLastPayment', kind: 'date', userDefined: false }],
    ['a documented flag', { name: 'CreditHold', kind: 'flag', length: 1, userDefined: false }],
    ['a code of one character', { name: 'CustomerStatus', kind: 'text', length: 1, userDefined: false }],
    ['a text of the site', { name: 'UDF_ACCOUNT_TIER', kind: 'text', description: 'Account Tier' }],
    ['a check box of the site', { name: 'UDF_PORTAL_ACCESS', kind: 'flag', description: 'Portal Access' }]
  ])('when AR_Customer is described, then %s is told apart', async (_what, column) => {
    const table = await catalogue.describe('AR_Customer');
    expect(table?.key).toEqual(['ARDivisionNo', 'CustomerNo']);
    expect(table?.columns.find(({ name }) => name === column.name)).toMatchObject(column);
  });

  it.each(['AR_NoSuchTable', 'SY_User', ''])('when %j is asked for, then there is none', async (table) => {
    expect(await catalogue.describe(table)).toBeUndefined();
  });
});
