import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { date, string } from '../catalogue/column-type.ts';
import { defineTable, type AnyTable } from '../catalogue/table.ts';
import { createLiveCatalogue } from '../live-catalogue/create-live-catalogue.ts';
import { OdbcGateway } from '../odbc/gateway.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { providexDialect } from '../sql/providex-dialect.ts';
import { createSqlServerDialect } from '../sql/sql-server-dialect.ts';
import { RecordingObserver } from '../test-support/recording-observer.ts';
import { KeptCapabilities } from './kept-capabilities.ts';
import { probeStatements } from './probe-statements.ts';

let directory: string;
let company: SageCompany;
let observer: RecordingObserver;
const gateways: OdbcGateway[] = [];

interface Changes {
  readonly connectionString?: string;
  readonly dialect?: SqlDialect;
  readonly companyCode?: string;
  readonly tables?: readonly AnyTable[];
}

function capabilitiesOf(changes: Changes = {}) {
  observer = new RecordingObserver();
  const dialect = changes.dialect ?? providexDialect;
  const gateway = new OdbcGateway({
    connectionString: changes.connectionString ?? company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    dialect,
    poolSize: 2,
    connectTimeoutMs: 5_000,
    queryTimeoutMs: 5_000,
    acquireTimeoutMs: 5_000,
    cancelGraceMs: 500,
    observer
  });
  gateways.push(gateway);
  const { companyCode = 'ABC', tables = [arCustomer] } = changes;
  const liveCatalogue = createLiveCatalogue(gateway, dialect);
  const kept = new KeptCapabilities({ gateway, dialect, liveCatalogue, companyCode, tables });
  return { gateway, kept, ask: vi.spyOn(gateway, 'ask') };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-capabilities-'));
  company = await startSageCompany({ directory });
});
afterEach(async () => {
  await company.control.start();
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

describe('capabilities', () => {
  it('when Sage answers, then they say what driver and data source can do', async () => {
    const found = await capabilitiesOf().kept.current();
    expect(found).toMatchObject({
      dialect: 'providex',
      driverName: 'SQLite',
      bits: 64,
      takesParameters: true,
      takesTop: true,
      takesDateLiterals: true,
      describesColumns: true,
      numbersArriveAs: 'text',
      padsText: false,
      blankDatesArriveAs: 'null',
      showsSystemTables: true,
      columnLengths: { 'AR_Customer.CustomerName': 50, 'SO_SalesOrderHeader.CustomerPONo': 30 },
      missingColumns: []
    });
    expect(found.companyName).toContain('ABC');
  });

  it('when columns or a table are missing, then they are named; so is a company that is not there', async () => {
    const wider = defineTable({
      name: 'AR_Customer',
      key: ['CustomerNo'],
      columns: { CustomerNo: string(20), TelephoneKind: string(1) }
    });
    const unheardOf = defineTable({ name: 'XX_Unheard', key: ['A'], columns: { A: date() } });
    const { kept } = capabilitiesOf({ companyCode: 'ZZZ', tables: [wider, unheardOf] });
    expect(await kept.current()).toMatchObject({
      missingColumns: ['AR_Customer.TelephoneKind', 'XX_Unheard.*'],
      showsSystemTables: true,
      companyName: null
    });
  });

  it('when statements are those of the other edition, then what fails is told and the rest is not lost', async () => {
    const dialect = createSqlServerDialect({ companyCode: 'ABC' });
    expect(await capabilitiesOf({ dialect }).kept.current()).toMatchObject({
      dialect: 'sql-server',
      driverName: 'SQLite',
      takesTop: false,
      numbersArriveAs: null,
      showsSystemTables: false
    });
  });

  it('when nothing answers, then all is null, and the next call asks again', async () => {
    const { kept, ask } = capabilitiesOf({ connectionString: 'DSN=NOWHERE' });
    expect(await kept.current()).toMatchObject({ driverName: null, takesTop: null, companyName: null });
    expect(ask).toHaveBeenCalledTimes(1);
    await kept.current();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('when many ask, then Sage is asked once; after the process was replaced or on demand, again', async () => {
    const { gateway, kept, ask } = capabilitiesOf();
    await Promise.all([kept.current(), kept.current()]);
    await kept.current();
    const once = ask.mock.calls.length;
    await kept.current(true);
    expect(ask).toHaveBeenCalledTimes(2 * once);
    process.kill(observer.pid, 'SIGKILL');
    await observer.until(({ started }) => started.length === 2);
    expect(gateway.disruptions).toBe(2);
    expect(await kept.current()).toMatchObject({ driverName: 'SQLite', takesParameters: true });
    expect(ask).toHaveBeenCalledTimes(3 * once);
  });
});

describe('the statements of the probes', () => {
  it.each([providexDialect, createSqlServerDialect({ companyCode: 'ABC' })])(
    'pass the check of their dialect',
    (dialect) => {
      const { company: companyStatement, dates, ...others } = probeStatements(dialect, 50);
      for (const sql of [companyStatement('ABC'), ...dates, ...Object.values(others)])
        expect(() => dialect.assertSafe(sql)).not.toThrow();
    }
  );
});
