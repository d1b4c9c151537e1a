import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseObject } from '../test-support/json.ts';
import { createTokenSigner } from '../test-support/token-signer.ts';
import { customerSummarySchema } from './canonical/customer-summary.ts';
import { problemSchema } from './errors/problem.ts';
import { serviceStatusSchema } from './inquiry/status/service-status.ts';

const signer = createTokenSigner();
const readyMessage = z
  .tuple([z.object({ type: z.literal('ready'), url: z.url() })], z.unknown())
  .transform(([message]) => message);
const exitCode = z.tuple([z.int().nullable()], z.unknown()).transform(([code]) => code);
let directory: string;
let company: SageCompany;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-main-'));
  await writeFile(join(directory, 'signing.pem'), signer.publicPem);
  company = await startSageCompany({ directory: join(directory, 'company') });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

/** The service as a process of its own, and all it wrote. */
interface RunningMain {
  readonly process: ChildProcess;
  output(): string;
}

function runMain(environment: Record<string, string> = {}): RunningMain {
  const child = fork(join(import.meta.dirname, 'main.ts'), [], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ODBCINI: company.odbcIniFile,
      HTTP_PORT: '0',
      JWT_PUBLIC_KEY_FILES: join(directory, 'signing.pem'),
      SAGE_ODBC_CONNECTION_STRING: company.connectionString,
      SAGE_COMPANY_CODE: 'ABC',
      SAGE_EDITION: 'advanced',
      SAGE_TIME_ZONE: 'America/Los_Angeles',
      SAGE_CURRENCY: 'USD',
      STORE_DIRECTORY: join(directory, 'store'),
      ...environment
    }
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return { process: child, output: () => output };
}

async function urlOf(main: RunningMain): Promise<string> {
  return readyMessage.parse(await once(main.process, 'message')).url;
}

async function exitOf(main: RunningMain): Promise<number | null> {
  return exitCode.parse(await once(main.process, 'close'));
}

async function stopMain(main: RunningMain, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const exit = exitOf(main);
  main.process.kill(signal);
  return exit;
}

async function ask(url: string, path: string, role = 'reader') {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${signer.sign({ role })}` } });
  return { status: response.status, body: parseObject(await response.text()) };
}

describe('the callout service as a process', () => {
  it('when Sage answers, then the figures of 01-ABF come live through ODBC', async () => {
    const main = runMain();
    const url = await urlOf(main);
    const { body } = await ask(url, '/v1/customers/01-ABF/summary');
    const summary = customerSummarySchema.parse(body);
    expect(summary).toMatchObject({
      source: 'live',
      amountDue: '5732.36',
      credit: { limit: '120000.00', openOrders: '19144.40', left: '95123.24' }
    });
    await company.control.set('AR_Customer', '01-ABF', { CurrentBalance: '3252.39' });
    expect((await ask(url, '/v1/customers/01-ABF/summary')).body).toMatchObject({ amountDue: '5732.37' });
    await company.control.set('AR_Customer', '01-ABF', { CurrentBalance: '3252.38' });
    const status = serviceStatusSchema.parse((await ask(url, '/v1/status', 'admin')).body);
    expect(status.prerequisites.find(({ name }) => name === 'sage')).toMatchObject({ state: 'ok' });
    expect((await ask(url, '/v1/customers/01-NOBODY/summary')).body).toMatchObject({ code: 'LB401' });
    expect(await stopMain(main)).toBe(0);
  });

  it('when Sage stops, then the last good answer is given, after a restart of the service too', async () => {
    const first = runMain();
    await ask(await urlOf(first), '/v1/customers/01-ABF/summary');
    expect(await stopMain(first, 'SIGINT')).toBe(0);
    await company.control.stop();
    const second = runMain({ SAGE_CONNECT_TIMEOUT_MS: '2000', SAGE_QUERY_TIMEOUT_MS: '2000' });
    const url = await urlOf(second);
    const { status, body } = await ask(url, '/v1/customers/01-ABF/summary');
    expect([status, body.source, body.amountDue]).toEqual([200, 'cache', '5732.36']);
    expect(JSON.stringify(body.stale)).toMatch(/"code":"LB30\d"/);
    const unknown = await ask(url, '/v1/customers/01-AVNET/summary');
    expect(problemSchema.parse(unknown.body)).toMatchObject({ retryable: true });
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true, sage: 'unreachable' });
    await company.control.start();
    expect((await ask(url, '/v1/customers/01-ABF/summary')).body).toMatchObject({ source: 'live' });
    expect(await stopMain(second)).toBe(0);
  });

  it('when it ran, then neither password nor token nor customer stands in its log', async () => {
    const main = runMain({ LOG_LEVEL: 'trace' });
    await ask(await urlOf(main), '/v1/customers/01-ABF/summary');
    await stopMain(main);
    const password = /PWD=([^;]+)/.exec(company.connectionString)?.[1] ?? '';
    expect(password).not.toBe('');
    expect(main.output()).toContain('"operation":"getCustomerSummary"');
    expect(main.output()).not.toContain(password);
    expect(main.output()).not.toMatch(/eyJ|American Business Futures|01-ABF/);
  });

  it('when the configuration is wrong, then it says every fault and ends with 1', async () => {
    const main = runMain({ SAGE_EDITION: 'gold', HTTP_PORT: 'x', SAGE_CURENCY: 'USD' });
    expect(await exitOf(main)).toBe(1);
    for (const words of [
      'LB001',
      'SAGE_EDITION is "gold"',
      'HTTP_PORT is "x"',
      'did you mean SAGE_CURRENCY?'
    ]) {
      expect(main.output()).toContain(words);
    }
  });

  it('when the store is that of another service, then it says so and ends with 1', async () => {
    const first = runMain();
    const url = await urlOf(first);
    const status = serviceStatusSchema.parse((await ask(url, '/v1/status', 'admin')).body);
    expect(status.prerequisites.find(({ name }) => name === 'store')).toMatchObject({
      state: 'ok',
      finding: expect.stringMatching(/^SQLite [\d.]+, schema \d+.*jobs: 0 due/) as string
    });
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^store_reachable 1$/m);
    const second = runMain();
    expect(await exitOf(second)).toBe(1);
    expect(second.output()).toMatch(/could not start: LB603/);
    expect(await stopMain(first)).toBe(0);
  });

  it('when PostgreSQL does not answer, then it says so without its password and ends with 1', async () => {
    const main = runMain({ STORE_POSTGRES_URL: 'postgres://bridge:do-not-show@127.0.0.1:1/ledger' });
    expect(await exitOf(main)).toBe(1);
    expect(main.output()).toMatch(/could not start: LB602/);
    expect(main.output()).not.toContain('do-not-show');
  });

  it('when the port is taken, then it says so and ends with 1', async () => {
    const main = runMain();
    const port = new URL(await urlOf(main)).port;
    const second = runMain({ HTTP_PORT: port, STORE_DIRECTORY: join(directory, 'other-store') });
    expect(await exitOf(second)).toBe(1);
    expect(second.output()).toContain('EADDRINUSE');
    await stopMain(main);
  });
});
