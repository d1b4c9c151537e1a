import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningOrg } from '../index.ts';
import { admin, connect, control, startTestOrg } from '../testing/test-org.ts';

let org: RunningOrg;
let conn: Connection;

beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  conn = await connect(org, admin);
  conn.bulk2.pollInterval = 5;
  conn.bulk2.pollTimeout = 20_000;
});

const order = (fault: object) => control(org, 'POST', '/faults', fault);
const rows = (count: number) => Array.from({ length: count }, (_none, index) => ({ Name: `Row ${index}` }));

async function run(input: { Name: string }[]) {
  const job = conn.bulk2.createJob({ object: 'Account', operation: 'insert' });
  await job.open();
  await job.uploadData(input);
  await job.close();
  await job.poll(5, 20_000).catch(() => undefined);
  return { info: await job.check(), results: await job.getAllResults() };
}

async function stored(): Promise<number> {
  const { totalSize } = await conn.query("SELECT Id FROM Account WHERE Name LIKE 'Row %'");
  return totalSize;
}

describe('Bulk jobs under faults', () => {
  it('when single rows are ordered to fail, then those fail with the code, and the others are stored', async () => {
    const effect = {
      kind: 'row-error',
      errorCode: 'UNABLE_TO_LOCK_ROW',
      message: 'unable to obtain exclusive access'
    };
    await order({ point: 'bulk-row', match: 'Row [37]$', effect });
    const { info, results } = await run(rows(10));
    expect(info).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 10, numberRecordsFailed: 2 });
    const text = 'UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--';
    expect(results.failedResults).toMatchObject([
      { Name: 'Row 3', sf__Error: text },
      { Name: 'Row 7', sf__Error: text }
    ]);
    expect(await stored()).toBe(8);
  });

  it('when rows are left unprocessed, then the job fails, and says which rows it never tried', async () => {
    await order({ point: 'bulk-job', times: 1, effect: { kind: 'unprocessed-rows', count: 4 } });
    const { info, results } = await run(rows(10));
    expect(info).toMatchObject({ state: 'Failed', numberRecordsProcessed: 6 });
    expect(results.unprocessedRecords).toMatchObject([{ Name: 'Row 6' }, {}, {}, { Name: 'Row 9' }]);
    expect(await stored()).toBe(6);
  });

  it('when the job as a whole fails, then nothing was written, and the next job succeeds', async () => {
    await order({
      point: 'bulk-job',
      match: '^insert Account$',
      times: 1,
      effect: { kind: 'job-failed', message: 'InternalServerError' }
    });
    const { info, results } = await run(rows(3));
    expect(info).toMatchObject({ state: 'Failed', errorMessage: 'InternalServerError' });
    expect(results.unprocessedRecords).toHaveLength(3);
    expect((await run(rows(3))).info).toMatchObject({ state: 'JobComplete' });
    expect(await stored()).toBe(3);
  });

  it('when the session has expired, then the Bulk API answers 400, and REST still answers', async () => {
    await order({ point: 'bulk-job', match: '^POST', times: 1, effect: { kind: 'expired-session' } });
    const refused = conn.bulk2.createJob({ object: 'Account', operation: 'insert' }).open();
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('Invalid session id') as unknown
    });
    expect(await stored()).toBe(0);
  });
});

describe('hard deletes', () => {
  it('when the user may not, then the job is refused', async () => {
    const job = conn.bulk2.createJob({ object: 'Account', operation: 'hardDelete' });
    await expect(job.open()).rejects.toMatchObject({ errorCode: 'FEATURENOTENABLED' });
  });
});
