import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../test-support/test-service.ts';
import { OdbcGateway } from './odbc/gateway.ts';
import { createOdbcSageReader, type SageReaderOptions } from './odbc-sage-reader.ts';
import { createScratchCompany, type ScratchCompany } from './test-support/scratch-company.ts';

const PAGE_ROWS = 1_000;
// A machine that runs other checks at the same time is slow; a page that waits for a scan takes seconds.
const QUICK_MS = 500;

let company: ScratchCompany;
let gateway: OdbcGateway;
let service: TestService;

beforeAll(async () => {
  company = await createScratchCompany();
  await company.execute(`CREATE VIEW LongTable AS WITH RECURSIVE counted(n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${PAGE_ROWS}) SELECT n AS Line, 'text of a line' AS Text FROM counted`);
  await company.execute(`CREATE VIEW SlowTable AS WITH RECURSIVE counted(n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 300000) SELECT MAX(n) AS Answer FROM counted`);
  await company.insert('AR_Customer', { ARDivisionNo: '01', CustomerNo: 'ABF', CustomerStatus: 'A' });
  const options: SageReaderOptions = {
    connectionString: company.connectionString,
    environment: company.environment,
    companyCode: 'ABC',
    poolSize: 2,
    connectTimeoutMs: 10_000,
    queryTimeoutMs: 10_000,
    acquireTimeoutMs: 30_000,
    cancelGraceMs: 500
  };
  gateway = new OdbcGateway(options);
  service = await startTestService({ sage: createOdbcSageReader(options, gateway) });
});
afterAll(async () => {
  await service.stop();
  await company.close();
});

it('when a scan is under way, then /healthz and the reads of pages stay quick', async () => {
  const statements = ['SELECT Answer FROM SlowTable', 'SELECT Line, Text FROM LongTable'];
  let scanning = true;
  let pages = 0;
  const scan = async (): Promise<void> => {
    while (scanning) {
      const [, lines] = await gateway.read(statements, { priority: 'background' });
      expect(lines).toHaveLength(PAGE_ROWS);
      pages += 1;
    }
  };
  const scans = Promise.all([scan(), scan(), scan()]);
  const healthMs: number[] = [];
  const readMs: number[] = [];
  while (pages < 3 || readMs.length < 30) {
    healthMs.push(await timed(() => fetch(`${service.url}/healthz`)));
    readMs.push(
      await timed(() => gateway.read(["SELECT CustomerNo FROM AR_Customer WHERE CustomerNo = 'ABF'"]))
    );
  }
  scanning = false;
  await scans;
  expect(median(healthMs)).toBeLessThan(QUICK_MS / 5);
  expect(median(readMs)).toBeLessThan(QUICK_MS);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
