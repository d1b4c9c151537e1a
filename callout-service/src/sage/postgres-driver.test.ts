import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arCustomer } from './catalogue/ar-customer.ts';
import { createLiveCatalogue } from './live-catalogue/create-live-catalogue.ts';
import { createOdbcSageReader, type SageReaderOptions } from './odbc-sage-reader.ts';
import { OdbcGateway } from './odbc/gateway.ts';
import type { SageReader } from './port/sage-reader.ts';
import { createSqlServerDialect } from './sql/sql-server-dialect.ts';
import {
  startPostgres,
  findPostgres,
  postgresConnectionString,
  type PostgresServer
} from '../../../test/support/postgres/postgres-server.ts';
import { RecordingObserver } from './test-support/recording-observer.ts';
import { catalogueTables, createTableSql } from './test-support/scratch-company.ts';
import { startTcpProxy, type TcpProxy } from './test-support/tcp-proxy.ts';

const programs = findPostgres();
const abf = { arDivisionNo: '01', customerNo: 'ABF' };

/** The account of 01-ABF, with a sum of 13 digits and every form of a blank date. */
const accountRows = `
  INSERT INTO AR_Customer (ARDivisionNo, CustomerNo, CustomerName, CustomerStatus, CreditHold, OpenItemCustomer,
    TermsCode, CreditLimit, CurrentBalance, AgingCategory1, AgingCategory2, AgingCategory3, AgingCategory4,
    OpenOrderAmt, LastPaymentAmt, AvgDaysPaymentInvoice, DateLastPayment, DateLastAging)
    VALUES ('01', 'ABF', 'American Business Futures', 'A', 'N', 'Y', '01', 120000.00, 3252.38, 1222.58, 1257.40, 0, 0,
      19144.40, 99999999999.99, 35, '2026-05-15', '1753-01-01');
  INSERT INTO AR_TermsCode (TermsCode, TermsCodeDesc) VALUES ('01', 'Net 30 Days');
  INSERT INTO AR_OpenInvoice (ARDivisionNo, CustomerNo, InvoiceNo, InvoiceType, InvoiceDate, InvoiceDueDate, Balance)
    VALUES ('01', 'ABF', '0100059', 'IN', '2026-05-01', '2026-05-31', 10.10),
      ('01', 'ABF', '0100060', 'PP', NULL, '1900-01-01', -0.30), ('01', 'ABF', '0100061', 'IN', NULL, NULL, 0);
  INSERT INTO SO_SalesOrderHeader (SalesOrderNo, OrderDate, OrderType, OrderStatus, ShipExpireDate, ARDivisionNo,
    CustomerNo, CustomerPONo, TaxableAmt, NonTaxableAmt, DiscountAmt, SalesTaxAmt, FreightAmt)
    VALUES ('0000115', '2026-05-15', 'S', 'O', NULL, '01', 'ABF', NULL, 8600.00, 0, 860.00, 116.10, 0);`;

// A machine of a developer may lack PostgreSQL; the checks that everybody relies on may not.
describe.skipIf(programs === undefined && process.env['CI'] === undefined)(
  'through a driver with true NUMERIC and padded CHAR',
  () => {
    let server: PostgresServer;
    let proxy: TcpProxy;
    let observer: RecordingObserver;
    let reader: SageReader;

    const options = (port: number, changes: Partial<SageReaderOptions> = {}): SageReaderOptions => ({
      connectionString: postgresConnectionString(port),
      companyCode: 'ABC',
      poolSize: 2,
      // Long enough for a machine that runs other tests beside; tests of deadlines have their own.
      connectTimeoutMs: 15_000,
      queryTimeoutMs: 15_000,
      acquireTimeoutMs: 15_000,
      cancelGraceMs: 300,
      observer,
      ...changes
    });

    beforeAll(async () => {
      if (programs === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
      server = await startPostgres(programs);
      for (const table of catalogueTables) await server.execute(createTableSql(table, 'CHAR'));
      await server.execute(`${accountRows}
      CREATE VIEW SlowTable AS SELECT 'late' AS Answer FROM pg_sleep(1.2)`);
    });
    afterAll(() => server.close());

    beforeAll(() => {
      observer = new RecordingObserver();
    });

    describe('when nothing is wrong', () => {
      beforeAll(() => {
        reader = createOdbcSageReader(options(server.port));
      });
      afterAll(() => reader.close());

      it('reads the same exact account as through any other driver', async () => {
        expect(await reader.readCustomerAccount(abf)).toEqual({
          customer: {
            key: abf,
            customerName: 'American Business Futures',
            status: 'active',
            creditHold: false,
            creditLimit: '120000.00',
            currentBalance: '3252.38',
            agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
            openOrderAmount: '19144.40',
            openItem: true,
            termsCode: '01',
            lastAgingDate: null,
            lastPaymentDate: '2026-05-15',
            lastPaymentAmount: '99999999999.99',
            averageDaysToPay: 35
          },
          termsDescription: 'Net 30 Days',
          openInvoices: [
            {
              invoiceNo: '0100059',
              invoiceType: 'IN',
              invoiceDate: '2026-05-01',
              dueDate: '2026-05-31',
              balance: '10.10'
            },
            { invoiceNo: '0100060', invoiceType: 'PP', invoiceDate: null, dueDate: null, balance: '-0.30' }
          ],
          openOrders: [
            {
              salesOrderNo: '0000115',
              orderDate: '2026-05-15',
              shipDate: null,
              status: 'open',
              customerPONo: null,
              total: '7856.10'
            }
          ]
        });
      });

      it('gives numbers as doubles and padded strings, which is what this test is for', async () => {
        const gateway = new OdbcGateway(options(server.port));
        const [rows] = await gateway.read(['SELECT CustomerNo, CreditLimit FROM AR_Customer']);
        expect(rows).toEqual([['ABF'.padEnd(20), 120000]]);
        await gateway.close();
      });
    });

    describe('when it holds a company as Premium does', () => {
      const dialect = createSqlServerDialect({ companyCode: 'ABC' });
      // PostgreSQL folds names that are not quoted, so that MAS_ABC.dbo.AR_Customer finds these.
      const premium = (): SageReaderOptions => ({
        ...options(server.port),
        connectionString: postgresConnectionString(server.port, 'mas_abc'),
        dialect
      });

      beforeAll(async () => {
        await server.execute('CREATE DATABASE mas_abc');
        const tables = catalogueTables.map((table) => createTableSql(table, 'CHAR')).join(';');
        await server.execute(
          `CREATE SCHEMA dbo; SET search_path TO dbo; ${tables}; ${accountRows}`,
          'mas_abc'
        );
      });

      it('when an account is read by names of three parts, then every amount comes as exact text', async () => {
        const gateway = new OdbcGateway(premium());
        reader = createOdbcSageReader(premium(), gateway);
        expect(await reader.readCustomerAccount(abf)).toMatchObject({
          customer: { creditLimit: '120000.00', lastPaymentAmount: '99999999999.99', lastAgingDate: null },
          termsDescription: 'Net 30 Days',
          openInvoices: [{ balance: '10.10' }, { balance: '-0.30' }],
          openOrders: [{ total: '7856.10' }]
        });
        const { sql } = dialect.select(arCustomer, { columns: ['CustomerNo', 'LastPaymentAmt'] });
        expect(await gateway.read([sql])).toEqual([[['ABF'.padEnd(20), '99999999999.99']]]);
        await reader.close();
      });

      it('when it is asked what it can do, then it tells what its driver shows, TOP apart', async () => {
        reader = createOdbcSageReader(premium());
        expect(await reader.capabilities()).toMatchObject({
          dialect: 'sql-server',
          driverName: null,
          takesParameters: true,
          takesTop: false,
          takesDateLiterals: true,
          numbersArriveAs: 'text',
          padsText: true,
          blankDatesArriveAs: 'first-day',
          showsSystemTables: false
        });
        await reader.close();
      });

      it('when a table is described, then NUMERIC, CHAR and DATE are what they are', async () => {
        const gateway = new OdbcGateway(premium());
        const locate = () => ({ database: 'mas_abc', schema: 'dbo' });
        const columns = await createLiveCatalogue(gateway, { locate }).columnsOf('ar_customer');
        const typeOf = (name: string) => columns.find((column) => column.name === name)?.type;
        expect(typeOf('creditlimit')).toEqual({ kind: 'decimal', precision: 13, scale: 2 });
        expect(typeOf('customerno')).toMatchObject({ kind: 'string', length: 20 });
        expect(typeOf('datelastaging')).toEqual({ kind: 'date' });
        await gateway.close();
      });
    });

    describe('when the network is bad', () => {
      const oneConnection: Partial<SageReaderOptions> = { poolSize: 1 };
      /** Without that of the terms codes, which goes beside the first. */
      const accountReads = () => observer.reads.filter(({ statements }) => statements > 1);

      async function through(changes: Partial<SageReaderOptions>, test: () => Promise<void>): Promise<void> {
        proxy = await startTcpProxy(server.port);
        observer = new RecordingObserver();
        reader = createOdbcSageReader(options(proxy.port, changes));
        try {
          await test();
        } finally {
          proxy.thaw();
          await reader.close();
          await proxy.close();
        }
      }

      it('when kept connections were cut, then the read is answered by a fresh one, without an error', () =>
        through(oneConnection, async () => {
          await reader.readCustomerAccount(abf);
          proxy.cutAll();
          expect(await reader.readCustomerAccount(abf)).toBeDefined();
          expect(accountReads().map(({ attempts, code }) => [attempts, code])).toEqual([
            [1, undefined],
            [2, undefined]
          ]);
          expect(proxy.opened).toBe(2);
        }));

      it('when a statement hangs and cannot be cancelled, then LB302 comes at the deadline and the process is replaced', () =>
        through({ ...oneConnection, queryTimeoutMs: 2_500 }, async () => {
          await reader.readCustomerAccount(abf);
          const hung = observer.pid;
          proxy.freeze('open and new');
          await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB302' });
          await observer.until(({ ended }) => ended.includes('hung'));
          proxy.thaw();
          expect(await reader.readCustomerAccount(abf)).toBeDefined();
          expect(observer.pid).not.toBe(hung);
          expect(accountReads().at(1)?.durationMs).toBeLessThan(7_500);
        }));

      it('when every connection hangs, then what waits is answered by a new process', () =>
        through({ queryTimeoutMs: 3_000 }, async () => {
          await Promise.all([reader.readCustomerAccount(abf), reader.readCustomerAccount(abf)]);
          proxy.freeze('open');
          const hung = Promise.allSettled([reader.readCustomerAccount(abf), reader.readCustomerAccount(abf)]);
          await observer.until(({ loads }) => loads.at(-1)?.inUse === 2);
          const waiting = reader.readCustomerAccount(abf);
          await observer.until(({ ended }) => ended.includes('hung'));
          expect((await hung).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
          expect(await waiting).toBeDefined();
        }));

      it('when connecting hangs, then LB301 comes after the connect timeout and the process is replaced', () =>
        through({ ...oneConnection, connectTimeoutMs: 400 }, async () => {
          proxy.freeze('open and new');
          await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB301' });
          await observer.until(({ ended }) => ended.includes('hung'));
          proxy.thaw();
          expect(await reader.readCustomerAccount(abf)).toBeDefined();
        }));

      it('when one connection hangs, then reads on another go on, and finish in the process that is being replaced', async () => {
        proxy = await startTcpProxy(server.port);
        observer = new RecordingObserver();
        const gateway = new OdbcGateway(options(proxy.port, { queryTimeoutMs: 2_500, cancelGraceMs: 1_000 }));
        const statement = ['SELECT TermsCode FROM AR_TermsCode'];
        await Promise.all([gateway.read(statement), gateway.read(statement)]);
        proxy.freeze('oldest');
        const pair = await Promise.allSettled([gateway.read(statement), gateway.read(statement)]);
        expect(pair.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        // It takes 1.2 s and the grace period ends after one: the process retires while this is under way.
        expect(await gateway.read(['SELECT Answer FROM SlowTable'])).toEqual([[['late']]]);
        expect(observer.reads.at(-1)).toMatchObject({ attempts: 1 });
        await observer.until(({ ended }) => ended.includes('hung'));
        expect(observer.started).toHaveLength(2);
        await gateway.close();
        await proxy.close();
      });

      it('when nothing listens, then LB301 comes at once', async () => {
        reader = createOdbcSageReader(options(1));
        await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB301' });
        await reader.close();
      });
    });
  }
);
