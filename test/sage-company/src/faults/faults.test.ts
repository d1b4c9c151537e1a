import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import odbc from 'odbc';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';

const READ = "SELECT CurrentBalance FROM AR_Customer WHERE ARDivisionNo = '01' AND CustomerNo = 'ABF'";
const ANSWER = [{ CurrentBalance: '3252.38' }];
const NOT_ACCESSIBLE = {
  odbcErrors: [{ state: 'S0000', message: '[ProvideX][ODBC Driver][FILEIO]Table is not accessible' }]
};
/** Long enough that an answer, which takes less than a millisecond, would have come. */
const PATIENCE_MS = 250;

let directory: string;
let company: SageCompany;
let connection: odbc.Connection;

async function read(on = connection): Promise<unknown[]> {
  return [...(await on.query(READ))];
}

async function timed<T>(task: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const started = performance.now();
  const answer = await task();
  return { ms: performance.now() - started, answer };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-company-'));
  company = await startSageCompany({ directory });
  process.env['ODBCINI'] = company.odbcIniFile;
  connection = await odbc.connect(company.connectionString);
});
afterEach(() => company.control.start());
afterAll(async () => {
  await connection.close();
  await company.close();
  await rm(directory, { recursive: true });
});

describe('a stopped company', () => {
  it('refuses statements on a connection that is open, new ones and catalogue reads, with the words of Sage', async () => {
    await company.control.stop();
    await expect(read()).rejects.toMatchObject(NOT_ACCESSIBLE);
    await expect(connection.query(READ, [])).rejects.toMatchObject(NOT_ACCESSIBLE);
    await expect(connection.columns(null, null, 'AR_Customer', null)).rejects.toMatchObject(NOT_ACCESSIBLE);
    await expect(odbc.connect(company.connectionString)).rejects.toMatchObject(NOT_ACCESSIBLE);
  });

  it('when it is started again, then the same connection answers', async () => {
    await company.control.stop();
    await expect(read()).rejects.toMatchObject(NOT_ACCESSIBLE);
    await company.control.start();
    expect(await read()).toEqual(ANSWER);
  });

  it('leaves other faults their own words', async () => {
    await company.control.stop();
    await expect(read()).rejects.toMatchObject(NOT_ACCESSIBLE);
    await company.control.start();
    await expect(connection.query('SELECT NoSuchColumn FROM AR_Customer')).rejects.toMatchObject({
      odbcErrors: [{ message: expect.stringContaining('no such column') as string }]
    });
  });
});

describe('a slow company', () => {
  it('takes that long for a statement, however many rows it answers, with parameters or without', async () => {
    const slowMs = 1_000; // far more than a busy machine adds
    await company.control.slow(slowMs);
    const one = await timed(() => read());
    const many = await timed(() => connection.query('SELECT * FROM AR_OpenInvoice'));
    const prepared = await timed(() =>
      connection.query('SELECT * FROM AR_TermsCode WHERE TermsCode = ?', ['01'])
    );
    expect(one.answer).toEqual(ANSWER);
    expect(many.answer.length).toBeGreaterThan(100);
    for (const { ms } of [one, many, prepared]) {
      expect(ms).toBeGreaterThanOrEqual(slowMs);
      expect(ms).toBeLessThan(2 * slowMs);
    }
  });

  it('when the statement is cancelled, then it ends before its time', async () => {
    await company.control.slow(20_000);
    const reading = read();
    const refused = expect(reading).rejects.toMatchObject({ odbcErrors: [{ state: 'HY008' }] });
    await delay(PATIENCE_MS);
    await connection.cancel();
    await refused;
  });

  it('when it is made fast again, then those that wait go on', async () => {
    await company.control.slow(20_000);
    const reading = read();
    await company.control.start();
    expect(await reading).toEqual(ANSWER);
  });
});

describe('a hanging company', () => {
  it('never answers, takes no notice of a cancel, and goes on when it is started', async () => {
    await company.control.hang();
    const reading = read();
    expect(await Promise.race([reading, delay(PATIENCE_MS, 'waiting')])).toBe('waiting');
    await connection.cancel();
    expect(await Promise.race([reading, delay(PATIENCE_MS, 'still waiting')])).toBe('still waiting');
    await company.control.start();
    expect(await reading).toEqual(ANSWER);
  });

  it('lets new connections hang too', async () => {
    await company.control.hang();
    const connecting = odbc.connect(company.connectionString);
    expect(await Promise.race([connecting, delay(PATIENCE_MS, 'waiting')])).toBe('waiting');
    await company.control.start();
    const connected = await connecting;
    expect(await read(connected)).toEqual(ANSWER);
    await connected.close();
  });

  it('when it is stopped, then those that hang are refused', async () => {
    await company.control.hang();
    const refused = expect(read()).rejects.toMatchObject(NOT_ACCESSIBLE);
    await company.control.stop();
    await refused;
  });
});
