import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SageWriter } from '../../port/sage-writer.ts';
import { refusalOf, someOrder, traces } from '../test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../test-support/writing-company.ts';

let sage: WritingCompany;
let writer: SageWriter;
beforeAll(async () => {
  sage = await startWritingCompany();
  writer = sage.writer();
  await writer.createSalesOrder(someOrder());
});
afterEach(async () => {
  await sage.company.control.boi({ do: 'reset' });
  await sage.company.control.start();
});
afterAll(() => sage.close());

/** How many orders Sage has under the key of a request. */
async function ordersOf(requestKey: string): Promise<number> {
  const rows = await sage.rows(
    `SELECT SalesOrderNo FROM SO_SalesOrderHeader WHERE UDF_SALESFORCE_ID = '${requestKey}'`
  );
  return rows.length;
}

describe('a write that goes wrong in Sage', () => {
  it('when the bridge dies before the write, then LB513 says that nothing was written, and the next attempt takes the same number', async () => {
    const draft = someOrder();
    await sage.company.control.boi({ do: 'die', when: 'before-write' });
    const refusal = await refusalOf(writer.createSalesOrder(draft));
    expect(refusal).toMatchObject({ code: 'LB513', entry: { kind: 'transient' } });
    const { key } = await writer.createSalesOrder(draft);
    const next = await writer.createSalesOrder(someOrder());
    expect(Number(next.key)).toBe(Number(key) + 1);
    expect(await ordersOf(draft.requestKey)).toBe(1);
  });

  it('when the bridge dies after the write, then the order is found and there is one', async () => {
    const draft = someOrder();
    await sage.company.control.boi({ do: 'die', when: 'after-write' });
    const receipt = await writer.createSalesOrder(draft);
    expect(receipt.outcome).toBe('found');
    expect(await writer.createSalesOrder(draft)).toMatchObject(receipt);
    expect(await ordersOf(draft.requestKey)).toBe(1);
  });

  it('when the write lands after the bridge is dead, then the order is found, within the settle time or later', async () => {
    const within = someOrder();
    const patient = sage.writer({ timing: { ...sage.options.timing, settleMs: 8_000 } });
    await sage.company.control.boi({ do: 'die', when: 'late', milliseconds: 300 });
    expect(await patient.createSalesOrder(within)).toMatchObject({ outcome: 'found' });
    // Later than that, the number of the first attempt keeps the second from making another order.
    const later = someOrder();
    await sage.company.control.boi({ do: 'die', when: 'late', milliseconds: 1_000 });
    await writer.createSalesOrder(later).catch(() => undefined);
    await expect
      .poll(
        () =>
          writer.createSalesOrder(later).then(
            ({ key }) => key,
            () => ''
          ),
        { timeout: 15_000 }
      )
      .toMatch(/^\d{7}$/);
    for (const { requestKey } of [within, later]) expect(await ordersOf(requestKey)).toBe(1);
  });

  it('when Sage cannot be read after the bridge died, then the outcome stays unknown, and the next attempt finds it', async () => {
    const draft = someOrder();
    const { gateway } = sage.options.sql;
    let isDown = false;
    const read: typeof gateway.read = (statements, options) =>
      isDown && statements.some((each) => each.includes(draft.requestKey))
        ? Promise.reject(new Error('Sage is down'))
        : gateway.read(statements, options);
    const blind = sage.writer({
      sql: { ...sage.options.sql, gateway: { read } },
      timing: { settleMs: 50, lookUpTimeoutMs: 300 },
      boi: { ...sage.options.boi, observer: { operationEnded: () => (isDown = true) } }
    });
    await sage.company.control.boi({ do: 'die', when: 'after-write' });
    expect((await refusalOf(blind.createSalesOrder(draft))).code).toBe('LB512');
    isDown = false;
    expect((await blind.createSalesOrder(draft)).outcome).toBe('found');
    expect(await ordersOf(draft.requestKey)).toBe(1);
  });

  it('when a call hangs, then the bridge is ended at its deadline, nothing was written, and the next attempt writes', async () => {
    const draft = someOrder();
    const boi = { ...sage.options.boi, operationTimeoutMs: 3_000 };
    const hurried = sage.writer({ boi });
    await hurried.createSalesOrder(someOrder());
    await sage.company.control.boi({ do: 'hang', call: 15 });
    expect((await refusalOf(hurried.createSalesOrder(draft))).code).toBe('LB513');
    await sage.company.control.boi({ do: 'reset' });
    expect((await hurried.createSalesOrder(draft)).outcome).toBe('created');
    expect(await ordersOf(draft.requestKey)).toBe(1);
  });

  it('when Sage refuses the record, then LB511 has its words; when it warns, then the record is written with them', async () => {
    const before = await traces(sage);
    await sage.company.control.boi({ do: 'answer', code: 0, text: 'The period is closed.' });
    const refusal = await refusalOf(writer.createSalesOrder(someOrder()));
    expect(refusal.code).toBe('LB511');
    expect(refusal.faults).toMatchObject([{ problem: 'The period is closed.' }]);
    await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(before);
    await sage.company.control.boi({ do: 'answer', code: -1, text: 'Mind the stock.' });
    expect(await writer.createSalesOrder(someOrder())).toMatchObject({
      outcome: 'created',
      warnings: ['Mind the stock.']
    });
  });

  it('when another user has the order open, then it is LB510 until he leaves it', async () => {
    const { key } = await writer.createSalesOrder(someOrder());
    const lock = { table: 'SO_SalesOrderHeader', key };
    await sage.company.control.boi({ do: 'lock', ...lock });
    const change = { salesOrderNo: key, header: { comment: 'late' } };
    expect((await refusalOf(writer.updateSalesOrder(change))).code).toBe('LB510');
    const waiting = sage.writer({ timing: { ...sage.options.timing, inUseTimeoutMs: 15_000 } });
    const updating = waiting.updateSalesOrder(change);
    await sage.observer.until(
      ({ operations }) => operations.filter(({ code }) => code === 'LB510').length > 3
    );
    await sage.company.control.boi({ do: 'unlock', ...lock });
    expect(await updating).toMatchObject({ outcome: 'updated' });
  });

  it('when no seat is free, then LB515 says so and nothing is written', async () => {
    await sage.company.control.boi({ do: 'set', name: 'seats', value: '0' });
    const refusal = await refusalOf(sage.writer().createSalesOrder(someOrder()));
    expect(refusal).toMatchObject({ code: 'LB515', entry: { kind: 'transient' } });
  });
});
