import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { createOdbcSageReader } from './odbc-sage-reader.ts';
import type { SageReader } from './port/sage-reader.ts';
import { RecordingObserver } from './test-support/recording-observer.ts';

const abf = { arDivisionNo: '01', customerNo: 'ABF' };

let directory: string;
let company: SageCompany;
let observer: RecordingObserver;
let reader: SageReader;

function codeOf(error: unknown): string {
  return error instanceof LedgerBridgeError ? error.code : String(error);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-reader-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

beforeEach(async () => {
  observer = new RecordingObserver();
  reader = createOdbcSageReader({
    connectionString: company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    companyCode: 'ABC',
    poolSize: 2,
    connectTimeoutMs: 2_000,
    queryTimeoutMs: 2_000,
    acquireTimeoutMs: 5_000,
    cancelGraceMs: 300,
    observer
  });
  await reader.readCustomerAccount(abf);
});
afterEach(async () => {
  await company.control.start();
  await reader.close();
});

describe('the Sage company ABC', () => {
  it('gives the published figures of American Business Futures to the cent', async () => {
    expect(await reader.readCustomerAccount(abf)).toMatchObject({
      customer: {
        customerName: 'American Business Futures',
        creditLimit: '120000.00',
        currentBalance: '3252.38',
        agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
        openOrderAmount: '19144.40'
      }
    });
  });

  it('when a figure changes in Sage, then the next read gives it', async () => {
    await company.control.set('AR_Customer', '01-AVNET', { CurrentBalance: '1.05' });
    const account = await reader.readCustomerAccount({ arDivisionNo: '01', customerNo: 'AVNET' });
    expect(account?.customer.currentBalance).toBe('1.05');
  });

  it('when a number has leading zeros, then they are kept', async () => {
    const key = { arDivisionNo: '01', customerNo: '000123' };
    expect((await reader.readCustomerAccount(key))?.customer.key).toEqual(key);
  });
});

describe('when Sage fails', () => {
  it('stopped, then LB306 comes at once, and after the start the same reader answers again', async () => {
    await company.control.stop();
    await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB306' });
    await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB306' });
    await company.control.start();
    expect(await reader.readCustomerAccount(abf)).toBeDefined();
    expect(observer.started).toHaveLength(1);
  });

  it('slow but within the deadline, then the answer comes', async () => {
    await company.control.slow(200);
    expect(await reader.readCustomerAccount(abf)).toBeDefined();
    expect(observer.reads.at(-1)?.durationMs).toBeGreaterThan(600);
  });

  it('slower than the deadline, then LB302 comes, the statement is cancelled and the process stays', async () => {
    await company.control.slow(60_000);
    await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB302' });
    await company.control.start();
    expect(await reader.readCustomerAccount(abf)).toBeDefined();
    expect(observer.started).toHaveLength(1);
  });

  it('hanging, then LB302 comes, the process is killed, and a new one answers once Sage does', async () => {
    await company.control.hang();
    await expect(reader.readCustomerAccount(abf)).rejects.toMatchObject({ code: 'LB302' });
    await observer.until(({ ended }) => ended.includes('hung'));
    await company.control.start();
    expect(await reader.readCustomerAccount(abf)).toBeDefined();
    expect(observer.started.length).toBeGreaterThan(1);
  });

  it('hanging also for new connections, then each read still gets its answer within the deadlines', async () => {
    await company.control.hang();
    const first = await Promise.allSettled([
      reader.readCustomerAccount(abf),
      reader.readCustomerAccount(abf)
    ]);
    const codes = first.map((outcome) =>
      outcome.status === 'rejected' ? codeOf(outcome.reason) : 'answered'
    );
    expect(codes[0]).toBe('LB302');
    expect(['LB301', 'LB302']).toContain(codes[1]);
    await observer.until(({ ended }) => ended.includes('hung'));
    const next: unknown = await reader.readCustomerAccount(abf).catch((error: unknown) => error);
    expect(next).toMatchObject({ code: 'LB301' });
  });
});
