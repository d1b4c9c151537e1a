import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LedgerBridgeError } from '../../callout-service/src/errors/ledger-bridge-error.ts';
import { defaultDirectory } from '../../test/sage-company/src/defaults.ts';
import { startWorker } from '../bench/load/worker.ts';
import { Progress } from '../setup/progress.mjs';
import { findCompany, SilentCompany, type RunningCompany } from './verify/companies.ts';
import { customerFigures } from './verify/customer-figures.ts';
import { documents } from './verify/documents.ts';
import type { Figure } from './verify/figure.ts';
import { masterData } from './verify/master-data.ts';
import { orderFigures } from './verify/order-figures.ts';
import { entityTable, faultLines, figureTable, summary } from './verify/report.ts';
import { reports } from './verify/reports.ts';
import { connectRecords } from './verify/service-records.ts';
import { verifyEntity, type EntityResult } from './verify/verify-entity.ts';

// Reads everything of a Sage company through the callout service and compares it with what Sage holds and publishes:
// npm run sage -- verify [--directory <path>] [--size demo|mid|large]. Tables go to stdout, progress to stderr; ends
// with 1 when anything differs.

const optionsSchema = z.object({
  directory: z.string().default(defaultDirectory),
  size: z.enum(['demo', 'mid', 'large']).optional()
});
const foundSchema = z.object({ found: z.number() });
const progress = new Progress();

async function verify(company: RunningCompany): Promise<boolean> {
  const service = connectRecords(company);
  const counter = await startCounter(company);
  try {
    const subject = { records: service.records, today: company.today };
    const witness = {
      count: async (sql: string) => foundSchema.parse(await counter.ask({ sql })).found,
      passedOver: service.passedOver
    };
    const results: EntityResult[] = [];
    for (const plan of [...masterData, ...documents, ...reports]) {
      results.push(...(await progress.step(plan.name, () => verifyEntity(plan, subject, witness))));
    }
    const figures = [...(await customerFigures(subject)), ...(await orderFigures(subject))];
    return report(results, figures);
  } finally {
    await Promise.all([service.close(), counter.stop()]);
  }
}

function startCounter({ connectionString, odbcIniFile, directory }: RunningCompany) {
  return startWorker({
    program: join(import.meta.dirname, 'verify/count-process.ts'),
    env: { ODBCINI: odbcIniFile, SAGE_ODBC_CONNECTION_STRING: connectionString },
    logFile: join(directory, 'count.log'),
    ready: z.object({})
  });
}

function report(results: readonly EntityResult[], figures: readonly Figure[]): boolean {
  const faults = faultLines(results, figures);
  console.log(entityTable(results).join('\n'));
  console.log(`\nFigures that Sage publishes for its company ABC\n${figureTable(figures).join('\n')}`);
  console.log(`\n${summary(results, figures)}`);
  if (faults.length > 0) console.error(`\n${faults.join('\n')}`);
  return faults.length === 0;
}

try {
  const { values } = parseArgs({ options: { directory: { type: 'string' }, size: { type: 'string' } } });
  const { directory, size } = optionsSchema.parse(values);
  const company = await progress.step('Sage company', () => findCompany(directory, size));
  try {
    console.log(`Read over ODBC from ${company.description}\n`);
    process.exitCode = (await verify(company)) ? 0 : 1;
  } finally {
    await company.close();
  }
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

function describe(error: unknown): unknown {
  if (error instanceof LedgerBridgeError) return `${error.code} ${error.message}`;
  return error instanceof SilentCompany || error instanceof z.ZodError ? error.message : error;
}
