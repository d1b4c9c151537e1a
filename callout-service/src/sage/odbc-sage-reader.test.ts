import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOdbcSageReader, type SageReaderOptions } from './odbc-sage-reader.ts';
import type { OdbcLogger } from './odbc/options.ts';
import type { SageReader } from './port/sage-reader.ts';
import { RecordingObserver } from './test-support/recording-observer.ts';
import { createScratchCompany, type ScratchCompany } from './test-support/scratch-company.ts';

const key = (customerNo: string, arDivisionNo = '01') => ({ arDivisionNo, customerNo });

let company: ScratchCompany;

const options = (changes: Partial<SageReaderOptions> = {}): SageReaderOptions => ({
  connectionString: company.connectionString,
  environment: company.environment,
  companyCode: 'ABC',
  poolSize: 3,
  connectTimeoutMs: 5_000,
  queryTimeoutMs: 5_000,
  acquireTimeoutMs: 5_000,
  cancelGraceMs: 300,
  ...changes
});

async function withReader<T>(
  changes: Partial<SageReaderOptions>,
  use: (reader: SageReader) => Promise<T>
): Promise<T> {
  const reader = createOdbcSageReader(options(changes));
  try {
    return await use(reader);
  } finally {
    await reader.close();
  }
}

beforeAll(async () => {
  company = await createScratchCompany();
  const customer = {
    ARDivisionNo: '01',
    CustomerStatus: 'A',
    CreditHold: 'N',
    OpenItemCustomer: 'Y',
    TermsCode: '01'
  };
  await company.insert('AR_TermsCode', { TermsCode: '01', TermsCodeDesc: 'Net 30 Days' });
  for (const customerNo of ['ABF', '000123', "O'NEIL", 'SPARSE', 'NEWTERM', 'BADSTATUS', 'BADAMOUNT']) {
    await company.insert('AR_Customer', {
      ...customer,
      CustomerNo: customerNo,
      CustomerName: `Name of ${customerNo}`,
      CreditLimit: '120000',
      CurrentBalance: '3252.38'
    });
  }
  await company.execute("UPDATE AR_Customer SET TermsCode = '09' WHERE CustomerNo = 'NEWTERM'");
  await company.execute("UPDATE AR_Customer SET CustomerStatus = 'Q' WHERE CustomerNo = 'BADSTATUS'");
  await company.execute("UPDATE AR_Customer SET CreditLimit = 'x' WHERE CustomerNo = 'BADAMOUNT'");
  await company.execute(
    "UPDATE AR_Customer SET TermsCode = '', CustomerStatus = '', CreditHold = 'Y', OpenItemCustomer = 'N' WHERE CustomerNo = 'SPARSE'"
  );
  const order = {
    ARDivisionNo: '01',
    CustomerNo: 'ABF',
    OrderType: 'S',
    OrderStatus: 'O',
    TaxableAmt: '1.10'
  };
  for (const [index, change] of [
    {},
    { OrderType: 'B', OrderStatus: 'H' },
    { OrderStatus: 'N', CustomerPONo: '101255' },
    { OrderType: 'Q' },
    { OrderType: 'M' },
    { OrderStatus: 'C' },
    { ARDivisionNo: '02' }
  ].entries()) {
    await company.insert('SO_SalesOrderHeader', { ...order, SalesOrderNo: `000000${index}`, ...change });
  }
  for (const [index, balance] of ['10.1', '-5', '0'].entries()) {
    const invoice = { ARDivisionNo: '01', CustomerNo: 'ABF', InvoiceNo: `010000${index}`, InvoiceType: 'IN' };
    await company.insert('AR_OpenInvoice', { ...invoice, Balance: balance, InvoiceDate: '2026-05-01' });
  }
});
afterAll(() => company.close());

describe('readCustomerAccount', () => {
  let reader: SageReader;
  beforeAll(() => {
    reader = createOdbcSageReader(options());
  });
  afterAll(() => reader.close());

  it('reads the customer with its terms, unsettled invoices and open orders', async () => {
    const account = await reader.readCustomerAccount(key('ABF'));
    expect(account).toMatchObject({
      customer: {
        customerName: 'Name of ABF',
        creditLimit: '120000.00',
        currentBalance: '3252.38',
        creditHold: false
      },
      termsDescription: 'Net 30 Days'
    });
    expect(account?.openInvoices.map(({ invoiceNo, balance }) => [invoiceNo, balance])).toEqual([
      ['0100000', '10.10'],
      ['0100001', '-5.00']
    ]);
    expect(
      account?.openOrders.map(({ status, customerPONo, total }) => [status, customerPONo, total])
    ).toEqual([
      ['open', null, '1.10'],
      ['hold', null, '1.10'],
      ['new', '101255', '1.10']
    ]);
  });

  it('when fields are blank, then they read as their defaults', async () => {
    expect(await reader.readCustomerAccount(key('SPARSE'))).toMatchObject({
      customer: {
        status: 'active',
        creditHold: true,
        openItem: false,
        termsCode: null,
        lastPaymentDate: null
      },
      termsDescription: null,
      openInvoices: [],
      openOrders: []
    });
  });

  it.each([['GHOST'], ['abf'], ["ABF' OR '1'='1"], ['A\u0000BF'], ['123']])(
    'when Sage has no customer %j, then there is no account',
    async (customerNo) => {
      expect(await reader.readCustomerAccount(key(customerNo))).toBeUndefined();
    }
  );

  it.each([['000123'], ["O'NEIL"]])(
    'when a customer is called %s, then that customer is read',
    async (customerNo) => {
      expect((await reader.readCustomerAccount(key(customerNo)))?.customer.key).toEqual(key(customerNo));
    }
  );

  it('when the division is another, then it is another customer', async () => {
    expect(await reader.readCustomerAccount(key('ABF', '02'))).toBeUndefined();
  });

  it.each([
    [
      'BADSTATUS',
      'AR_Customer.CustomerStatus holds a code that this release does not know. The record is AR_Customer 01-BADSTATUS.'
    ],
    [
      'BADAMOUNT',
      'AR_Customer.CreditLimit cannot be used: the value is not an exact decimal(13,2). The record is AR_Customer 01-BADAMOUNT.'
    ]
  ])('when %s holds what its column cannot, then LB308 names the column', async (customerNo, detail) => {
    await expect(reader.readCustomerAccount(key(customerNo))).rejects.toMatchObject({
      code: 'LB308',
      detail
    });
  });

  it('when a customer has terms that Sage lacks, then the rest is read', async () => {
    const account = await reader.readCustomerAccount(key('NEWTERM'));
    expect(account).toMatchObject({ customer: { termsCode: '09' }, termsDescription: null });
  });

  it.each([['ABF'], ['NEWTERM']])(
    'reads %s in one round trip, the terms beside the first only',
    (customerNo) => {
      const observer = new RecordingObserver();
      return withReader({ observer }, async (fresh) => {
        for (let times = 0; times < 3; times += 1) await fresh.readCustomerAccount(key(customerNo));
        expect(observer.reads.map(({ statements }) => statements).sort()).toEqual([1, 3, 3, 3]);
      });
    }
  );

  it('when the terms cannot be read, then the account is read without their description, and the log says why', async () => {
    const observer = new RecordingObserver();
    const warn = vi.fn<OdbcLogger['warn']>();
    const lacking = await createScratchCompany();
    await lacking.insert('AR_Customer', { ARDivisionNo: '01', CustomerNo: 'ABF', TermsCode: '01' });
    await lacking.execute('DROP TABLE AR_TermsCode');
    const logger = { info: vi.fn(), warn };
    await withReader({ environment: lacking.environment, observer, logger }, async (fresh) => {
      for (let times = 0; times < 3; times += 1) {
        const account = await fresh.readCustomerAccount(key('ABF'));
        expect(account).toMatchObject({ customer: { termsCode: '01' }, termsDescription: null });
      }
    });
    expect(observer.reads.filter(({ statements }) => statements === 1)).toMatchObject([{ code: 'LB306' }]);
    expect(warn.mock.calls).toMatchObject([
      [{ err: { code: 'LB306' } }, 'AR_TermsCode cannot be read; terms are shown by their code']
    ]);
    await lacking.close();
  });

  it('when 200 reads come at once, then all are answered and no more connections are used than allowed', () => {
    const observer = new RecordingObserver();
    return withReader({ observer, acquireTimeoutMs: 20_000 }, async (fresh) => {
      const accounts = await Promise.all(
        Array.from({ length: 200 }, () => fresh.readCustomerAccount(key('ABF')))
      );
      expect(accounts.every((account) => account?.customer.currentBalance === '3252.38')).toBe(true);
      expect(Math.max(...observer.loads.map(({ inUse }) => inUse))).toBe(3);
      expect(observer.loads.at(-1)).toEqual({ inUse: 0, poolSize: 3, waiting: 0 });
    });
  });
});

describe('probe', () => {
  it('tells that Sage answers', () =>
    withReader({}, async (reader) => {
      const probe = await reader.probe();
      expect(probe).toMatchObject({ connected: true });
      expect(probe.roundTripMs).toBeGreaterThan(0);
    }));
});

describe('when the way to Sage is not set up', () => {
  it.each([
    ['an unknown data source', 'DSN=NOWHERE;UID=READER|ABC;PWD=not-a-secret'],
    ['a driver that is not installed', 'Driver=/nowhere/pvxodbc.so;UID=READER|ABC;PWD=not-a-secret']
  ])('%s gives LB304 at once, without the login', (_what, connectionString) =>
    withReader({ connectionString }, async (reader) => {
      const error: unknown = await reader.readCustomerAccount(key('ABF')).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'LB304' });
      expect(String(error instanceof Error ? error.cause : error)).not.toContain('not-a-secret');
    })
  );

  it('a missing ODBC module gives LB304', async () => {
    const hooks = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name === 'odbc') throw Object.assign(new Error("Cannot find package 'odbc'"), { code: 'ERR_MODULE_NOT_FOUND' });
        return next(name, context);
      } });`;
    const withoutOdbc = {
      ...company.environment,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}`
    };
    await withReader({ environment: withoutOdbc }, async (reader) => {
      await expect(reader.readCustomerAccount(key('ABF'))).rejects.toMatchObject({ code: 'LB304' });
    });
  });

  it('a table that is not there gives LB306', async () => {
    const empty = await createScratchCompany();
    await empty.execute('DROP TABLE AR_OpenInvoice');
    await withReader({ environment: empty.environment }, async (reader) => {
      await expect(reader.readCustomerAccount(key('ABF'))).rejects.toMatchObject({ code: 'LB306' });
    });
    await empty.close();
  });

  it('a database file that is not there gives LB301', async () => {
    const ini = join(company.directory, 'missing.ini');
    await writeFile(
      ini,
      `[SOTAMAS90]\nDriver=SQLite3\nDatabase=${company.directory}/missing.sqlite\nNoCreat=1\n`
    );
    await withReader({ environment: { ODBCINI: ini } }, async (reader) => {
      await expect(reader.readCustomerAccount(key('ABF'))).rejects.toMatchObject({ code: 'LB301' });
    });
  });
});
