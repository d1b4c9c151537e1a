import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SageWriter } from '../port/sage-writer.ts';
import { someOrder } from './test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from './test-support/writing-company.ts';

let sage: WritingCompany;
let writer: SageWriter;
beforeAll(async () => {
  sage = await startWritingCompany();
  writer = sage.writer();
});
afterAll(() => sage.close());

describe('writing that is paused', () => {
  it('when nothing was written yet, then no bridge was started', () => {
    expect(writer.state()).toEqual({
      bridge: 'stopped',
      pausedSince: null,
      waiting: 0,
      bridgeName: null,
      lastFailure: null
    });
  });

  it("when writes come during a pause, then they wait, Sage's files are free, and each is written after it", async () => {
    await writer.createSalesOrder(someOrder());
    await untilReady(); // it is given back, and looked over, after the caller has its receipt
    expect(writer.state()).toMatchObject({ waiting: 0, lastFailure: null });
    expect(writer.state().bridgeName).not.toBeNull();
    await writer.pause();
    const { pausedSince, ...paused } = writer.state();
    expect(paused).toMatchObject({ bridge: 'stopped', waiting: 0 });
    expect(Date.parse(pausedSince ?? '')).toBeGreaterThan(Date.now() - 60_000);

    const order = someOrder();
    const customer = { requestKey: randomUUID(), customerNo: '01-WAITED', customerName: 'Waited' };
    const writes = [writer.createSalesOrder(order), writer.saveCustomer(customer)];
    await expect.poll(() => writer.state().waiting, { timeout: 10_000 }).toBe(2);
    expect(await written(order.requestKey)).toBe(0);

    writer.resume();
    const receipts = await Promise.all(writes);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    expect(await written(order.requestKey)).toBe(1);
    await untilReady();
    expect(writer.state()).toMatchObject({ pausedSince: null, waiting: 0 });
  });
});

describe('asking whether writing works', () => {
  it('when it does, then a session is open and nothing was written; when it is paused, then LB516', async () => {
    const before = (await sage.rows('SELECT SalesOrderNo FROM SO_SalesOrderHeader')).length;
    expect(await writer.probe()).toMatchObject({ lastFailure: null });
    await untilReady();
    expect((await sage.rows('SELECT SalesOrderNo FROM SO_SalesOrderHeader')).length).toBe(before);
    await writer.pause();
    await expect(writer.probe()).rejects.toMatchObject({ code: 'LB516' });
    writer.resume();
    await writer.probe();
  });
});

async function untilReady(): Promise<void> {
  await expect.poll(() => writer.state().bridge, { timeout: 10_000 }).toBe('ready');
}

async function written(requestKey: string): Promise<number> {
  const select = `SELECT SalesOrderNo FROM SO_SalesOrderHeader WHERE UDF_SALESFORCE_ID = '${requestKey}'`;
  return (await sage.rows(select)).length;
}
