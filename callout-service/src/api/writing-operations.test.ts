import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import { orderPreviewSchema } from '../inquiry/orders/order-preview.ts';
import { serviceStatusSchema } from '../inquiry/status/service-status.ts';
import { all } from '../sage/records/test-support/records-company.ts';
import { writerStateSchema } from '../inquiry/writing/writer-state-schema.ts';

let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService({ writes: true });
});
afterEach(async () => {
  await lb.company.control.boi({ do: 'reset' });
  await control('resume');
});
afterAll(() => lb.stop());

const admin = { role: 'admin' } as const;
const item = (itemCode: string, quantity: string, more: object = {}) => ({
  kind: 'item',
  itemCode,
  quantity,
  ...more
});
const taxed = { customerNo: '01-DISC10', lines: [item('PRC-STD', '10'), item('PRC-BREAKS', '25')] };

function preview(draft: object) {
  const body = { order: JSON.stringify({ requestKey: 'k', ...draft }) };
  return lb.answer(orderPreviewSchema, '/v1/orders/preview', { body });
}

function control(what: 'pause' | 'resume') {
  return lb.answer(writerStateSchema, `/v1/writing/${what}`, { ...admin, body: {} });
}

async function prerequisites() {
  const { prerequisites: found } = await lb.answer(serviceStatusSchema, '/v1/status', admin);
  return new Map(found.map((each) => [each.name, each]));
}

/** What a preview must leave as it is: open orders, stock, and what the customer has on order. */
async function traces(): Promise<unknown> {
  const orders = await all(lb.records.salesOrders.scan());
  const levels = await all(lb.records.inventoryLevels.of('PRC-STD'));
  const [customer] = await lb.records.customers.byKeys([{ arDivisionNo: '01', customerNo: 'DISC10' }]);
  const { locks } = await lb.company.control.boiStatus();
  return { orders, levels, openOrders: customer?.openOrderAmount, locks };
}

describe('previewOrder where writing is set up', () => {
  it('when nothing is wrong with the order, then Sage prices it, tax is known, and nothing is written', async () => {
    const before = await traces();
    const answer = await preview({ ...taxed, freightAmount: '12.50' });
    expect(answer).toMatchObject({ pricedBy: 'sage', freight: '12.50', faults: [] });
    expect(answer.lines.map(({ pricedBy }) => pricedBy)).toEqual(['sage', 'sage']);
    const { subtotal, discount, salesTax, freight, total } = answer;
    expect(Number(salesTax)).toBeGreaterThan(0);
    expect(Number(discount)).toBeGreaterThan(0);
    expect(Number(total)).toBeCloseTo(
      Number(subtotal) - Number(discount) + Number(salesTax) + Number(freight),
      2
    );
    expect(answer.credit?.orderAmount).toBe(total);
    expect(await traces()).toEqual(before);
  });

  it('when the rules price the same order, then they agree with Sage, line by line', async () => {
    const bySage = await preview(taxed);
    await control('pause');
    const byRules = await preview(taxed);
    await control('resume');
    expect([bySage.pricedBy, byRules.pricedBy]).toEqual(['sage', 'rules']);
    const prices = (answer: typeof bySage) =>
      answer.lines.map(({ unitPrice, extension }) => [unitPrice, extension]);
    expect(prices(byRules)).toEqual(prices(bySage));
    expect(byRules.subtotal).toBe(bySage.subtotal);
  });

  it('when the order has faults, then each comes with code, field, value and fix, and Sage is not asked', async () => {
    const before = await traces();
    const answer = await preview({
      customerNo: '01-DORMANT',
      termsCode: '77',
      comment: 'x'.repeat(31),
      orderDate: '1899-12-31',
      userDefinedFields: { UDF_NOT_THERE: '1', UDF_PALLETS: 'two' },
      lines: [item('NOTHING', '1'), item('PRC-STD', '0'), item('PRC-STD', '1', { warehouseCode: '999' })]
    });
    expect(answer.pricedBy).toBe('rules');
    expect(answer.faults.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['LB501', 'customerNo', '01-DORMANT'],
      ['LB405', 'termsCode', '77'],
      ['LB508', 'orderDate', '1899-12-31'],
      ['LB505', 'comment', 'x'.repeat(31)],
      ['LB409', 'userDefinedFields.UDF_NOT_THERE', '1'],
      ['LB506', 'userDefinedFields.UDF_PALLETS', 'two'],
      ['LB402', 'lines[0].itemCode', 'NOTHING'],
      ['LB504', 'lines[1].quantity', '0'],
      ['LB404', 'lines[2].warehouseCode', '999']
    ]);
    for (const { problem, fix } of answer.faults) expect([problem, fix]).not.toContain('');
    expect(await traces()).toEqual(before);
  });

  it('when only Sage can find a fault, then it comes in its field too, and no order is left', async () => {
    const before = await traces();
    const answer = await preview({ ...taxed, taxSchedule: 'NO SUCH' });
    expect(answer.faults).toMatchObject([{ code: 'LB511', field: 'taxSchedule', value: 'NO SUCH' }]);
    expect(await traces()).toEqual(before);
  });

  it('when the bridge gets no seat in Sage, then the rules price it and a warning says so; then Sage does again', async () => {
    await control('pause');
    await lb.company.control.boi({ do: 'set', name: 'seats', value: '0' });
    await control('resume');
    const answer = await preview(taxed);
    expect(answer).toMatchObject({ pricedBy: 'rules', faults: [] });
    expect(answer).not.toHaveProperty('salesTax');
    expect(answer.warnings.join(' ')).toContain('LB515');
    expect((await prerequisites()).get('bridge')?.finding).toContain('LB515');
    await lb.company.control.boi({ do: 'reset' });
    await expect.poll(async () => (await preview(taxed)).pricedBy, { timeout: 15_000 }).toBe('sage');
  });
});

describe('the control of writing', () => {
  it('when an order was priced, then the status names the bridge and where requests leave their keys', async () => {
    await preview(taxed);
    // What was priced is undone behind the answer; until then the bridge is busy.
    await expect
      .poll(async () => (await prerequisites()).get('bridge')?.finding, { timeout: 10_000 })
      .toContain('ready');
    const found = await prerequisites();
    expect(found.get('writing')).toMatchObject({ state: 'ok' });
    expect(found.get('orderRequestKey')?.finding).toContain('UDF_SALESFORCE_ID');
    expect(found.get('customerRequestKey')).toMatchObject({ state: 'ok' });
    expect(found.get('cashReceipts')).toMatchObject({ state: 'ok' });
  });

  it("when writing is paused, then Sage's files are free, the status says since when, and a preview does not wait", async () => {
    await preview(taxed);
    const { pausedSince, ...paused } = await control('pause');
    expect(paused).toMatchObject({ bridge: 'stopped', waiting: 0 });
    expect((await lb.company.control.boiStatus()).seatsTaken).toBe(0);
    expect((await prerequisites()).get('writing')).toMatchObject({
      state: 'warning',
      finding: `Writing has been paused since ${String(pausedSince)}; 0 record(s) wait.`
    });
    const answer = await preview(taxed);
    expect(answer.pricedBy).toBe('rules');
    expect(answer.warnings.join(' ')).toContain('LB516');
    expect(await control('resume')).toMatchObject({ pausedSince: null });
    expect(await preview(taxed)).toMatchObject({ pricedBy: 'sage', warnings: [] });
  });

  it.each(['pause', 'resume'] as const)(
    'when a reader wants to %s, then LB206, and nothing changes',
    async (what) => {
      expect(await lb.problem(`/v1/writing/${what}`, { body: {} })).toMatchObject({ code: 'LB206' });
      expect((await prerequisites()).get('writing')).toMatchObject({ state: 'ok' });
    }
  );
});
