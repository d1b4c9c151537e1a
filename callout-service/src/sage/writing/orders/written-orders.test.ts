import { randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { price } from '../../../rules/price/price.ts';
import type { SageWriter } from '../../port/sage-writer.ts';
import { all } from '../../records/test-support/records-company.ts';
import { CABINET, itemLine, refusalOf, someOrder, traces } from '../test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../test-support/writing-company.ts';

let sage: WritingCompany;
let writer: SageWriter;
beforeAll(async () => {
  sage = await startWritingCompany();
  writer = sage.writer();
});
afterEach(() => sage.company.control.boi({ do: 'reset' }));
afterAll(() => sage.close());

async function orderOf(salesOrderNo: string): Promise<SalesOrder> {
  const [order] = await sage.options.records.salesOrders.byKeys([salesOrderNo]);
  if (order === undefined) throw new Error(`there is no order ${salesOrderNo}`);
  return order;
}

async function openOrders(customerNo = 'ABF'): Promise<number> {
  const [customer] = await sage.options.records.customers.byKeys([{ arDivisionNo: '01', customerNo }]);
  return Number(customer?.openOrderAmount);
}

async function pricedItems() {
  const items = await all(sage.options.records.items.scan());
  return items.filter(({ itemCode }) => itemCode.startsWith('PRC-'));
}

async function onSalesOrder(): Promise<number> {
  const key = { itemCode: CABINET, warehouseCode: '000' };
  const [level] = await sage.options.records.inventoryLevels.byKeys([key]);
  return Number(level?.quantityOnSalesOrder);
}

describe('an order that is created', () => {
  it('when it is read back over ODBC, then header, lines, totals, stock and open orders are as they were asked for', async () => {
    const before = { stock: await onSalesOrder(), orders: await openOrders() };
    const requestKey = randomUUID();
    const header = {
      requestKey,
      orderDate: '2026-01-15',
      shipDate: '2026-01-22',
      customerPONo: "PO 'Müller' & Żółć",
      shipToCode: '2',
      shipToAddress: { name: "O'Neill", lines: ['1 Quai d’Orsay'], city: 'Zürich' },
      shipVia: 'UPS BLUE',
      warehouseCode: '000',
      termsCode: '02',
      salesperson: '01-0200',
      confirmTo: 'Artie',
      emailAddress: 'artie@example.com',
      comment: 'Straße 5, "quoted"',
      discountRate: '10',
      freightAmount: '12.35',
      onHold: true,
      userDefinedFields: {
        UDF_PRIORITY: 'HIGH',
        UDF_INSTALL_DATE: '2026-02-28',
        UDF_PALLETS: '2.5',
        UDF_GIFT_WRAP: 'Y',
        UDF_INSTRUCTIONS: "Ring twice; don't knock"
      }
    };
    const lines = [
      itemLine({
        quantity: '2',
        userDefinedFields: { UDF_ENGRAVING: 'À toi', UDF_LENGTH_CUT: '1.125', UDF_NEEDED_BY: '2026-01-20' }
      }),
      itemLine({
        quantity: '3',
        unitPrice: '79.995',
        discountPercent: '5',
        description: 'CABINET, GREY',
        promiseDate: '2026-01-21'
      }),
      { kind: 'comment', text: "Deliver to the back door.\nIt's green." }
    ];
    const receipt = await writer.createSalesOrder(someOrder({ ...header, lines }));
    expect(receipt).toMatchObject({ outcome: 'created', warnings: [] });
    const order = await orderOf(receipt.key);
    expect(order).toMatchObject({
      kind: 'standard',
      orderStatus: 'H',
      arDivisionNo: '01',
      customerNo: 'ABF',
      orderDate: '2026-01-15',
      shipDate: '2026-01-22',
      customerPONo: header.customerPONo,
      shipToCode: '2',
      shipToName: "O'Neill",
      shipTo: {
        addressLine1: '1 Quai d’Orsay',
        addressLine2: null,
        addressLine3: null,
        city: 'Zürich',
        state: 'WI'
      },
      shipVia: 'UPS BLUE',
      warehouseCode: '000',
      termsCode: '02',
      salesperson: '01-0200',
      confirmTo: 'Artie',
      emailAddress: 'artie@example.com',
      comment: header.comment,
      discountRate: '10.000',
      freightAmount: '12.35',
      taxableAmount: '395.99',
      discountAmount: '39.60',
      userDefinedFields: { ...header.userDefinedFields, UDF_SALESFORCE_ID: requestKey }
    });
    expect(order.lines).toMatchObject([
      {
        itemCode: CABINET,
        quantityOrdered: '2.000000',
        unitPrice: '84.000000',
        extensionAmount: '168.00',
        priceOverridden: false,
        userDefinedFields: { UDF_ENGRAVING: 'À toi', UDF_LENGTH_CUT: '1.125', UDF_NEEDED_BY: '2026-01-20' }
      },
      {
        quantityOrdered: '3.000000',
        unitPrice: '79.995000',
        discountPercent: '5.000',
        extensionAmount: '227.99',
        priceOverridden: true,
        description: 'CABINET, GREY',
        promiseDate: '2026-01-21'
      },
      { itemCode: '/C', itemType: 'comment', comment: "Deliver to the back door.\nIt's green." }
    ]);
    expect(await onSalesOrder()).toBe(before.stock + 5);
    expect(await openOrders()).toBeCloseTo(before.orders + Number(order.total), 2);
  });

  it('when the number of a customer has leading zeros or an apostrophe in its name, then it is that customer', async () => {
    for (const customerNo of ['01-000123', '01-OBRIEN']) {
      const { key } = await writer.createSalesOrder(someOrder({ customerNo }));
      expect(`01-${(await orderOf(key)).customerNo}`).toBe(customerNo);
    }
  });

  it('when its purchase order number was used before, then it is written, and Sage’s warning is kept', async () => {
    const customerPONo = 'TWICE-1';
    await writer.createSalesOrder(someOrder({ customerPONo }));
    const receipt = await writer.createSalesOrder(someOrder({ customerPONo }));
    expect(receipt.outcome).toBe('created');
    expect(receipt.warnings.join(' ')).toContain('already exists');
  });

  it('when a request is sent again, at once or at the same time, then it is one order; with other content it is LB521', async () => {
    const draft = someOrder();
    const receipts = await Promise.all(Array.from({ length: 5 }, () => writer.createSalesOrder(draft)));
    expect(new Set(receipts.map(({ key }) => key)).size).toBe(1);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['created', ...Array<string>(4).fill('found')]);
    // Another writer knows nothing of it but what Sage holds.
    expect(await sage.writer().createSalesOrder(draft)).toMatchObject({
      outcome: 'found',
      key: receipts[0]?.key
    });
    const other = someOrder({ requestKey: draft.requestKey, lines: [itemLine({ quantity: '3' })] });
    const refusal = await refusalOf(writer.createSalesOrder(other));
    expect(refusal.code).toBe('LB521');
    expect(refusal.detail).toContain(receipts[0]?.key);
  });

  it('when its request was cancelled since, then it is found in the history and not made again', async () => {
    const draft = someOrder();
    const { key } = await writer.createSalesOrder(draft);
    await writer.cancelSalesOrder({ salesOrderNo: key });
    expect(await writer.createSalesOrder(draft)).toMatchObject({ key, outcome: 'found' });
  });
});

describe('an order that is changed', () => {
  it('when header and lines change, are added and removed, then the order holds it, and the same change once more does nothing', async () => {
    const { key } = await writer.createSalesOrder(
      someOrder({ lines: [itemLine(), itemLine({ quantity: '7' })] })
    );
    const change = {
      salesOrderNo: key.replace(/^0+/, ''),
      knownLineKeys: ['000001', '000002'],
      header: { comment: 'changed', onHold: true },
      lines: [
        { action: 'change' as const, lineKey: '000001', line: { quantity: '4' } },
        { action: 'remove' as const, lineKey: '000002' },
        { action: 'add' as const, line: { kind: 'item' as const, itemCode: '1001-HON-H254', quantity: '1' } }
      ]
    };
    expect(await writer.updateSalesOrder(change)).toMatchObject({ key, outcome: 'updated' });
    const order = await orderOf(key);
    expect(order).toMatchObject({ comment: 'changed', orderStatus: 'H' });
    expect(order.lines.map((line) => [line.lineKey, line.itemCode, line.quantityOrdered])).toEqual([
      ['000001', CABINET, '4.000000'],
      ['000003', '1001-HON-H254', '1.000000']
    ]);
    expect(await writer.updateSalesOrder(change)).toMatchObject({ outcome: 'unchanged' });
    expect((await orderOf(key)).lines).toEqual(order.lines);
    const release = { salesOrderNo: key, header: { onHold: false } };
    await writer.updateSalesOrder(release);
    expect((await orderOf(key)).orderStatus).toBe('O');
  });

  it('when a change is at fault, then every fault comes in its place, and nothing is changed', async () => {
    const { key } = await writer.createSalesOrder(someOrder());
    const before = await traces(sage);
    const refusal = await refusalOf(
      writer.updateSalesOrder({
        salesOrderNo: key,
        header: { termsCode: '77' },
        knownLineKeys: ['000001'],
        lines: [
          { action: 'change', lineKey: '000001', line: { quantity: '0' } },
          { action: 'change', lineKey: '000009', line: { quantity: '1' } },
          { action: 'add', line: { kind: 'item', itemCode: 'NOTHING', quantity: '1' } }
        ]
      })
    );
    expect(refusal.faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LB405 header.termsCode',
      'LB402 lines[2].itemCode',
      'LB504 lines[0].quantity',
      'LB403 lines[1].lineKey'
    ]);
    await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(before);
  });

  it('when lines are added and it is not said which lines were there, then nothing is changed', async () => {
    const { key } = await writer.createSalesOrder(someOrder());
    const before = await traces(sage);
    const line = { kind: 'item' as const, itemCode: '1001-HON-H254', quantity: '1' };
    const lines = [{ action: 'add' as const, line }];
    const refusal = await refusalOf(writer.updateSalesOrder({ salesOrderNo: key, lines }));
    expect(refusal.faults).toMatchObject([{ code: 'LB507', field: 'knownLineKeys' }]);
    await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(before);
  });

  it.each([
    ['is being invoiced', '0000922', 'LB517'],
    ['is closed', '0000918', 'LB517'],
    ['was cancelled', '0000932', 'LB517'],
    ['is not there', '9999999', 'LB403']
  ])('when it %s, then it can no longer be changed', async (_why, salesOrderNo, code) => {
    const change = { salesOrderNo, header: { comment: 'x' } };
    expect((await refusalOf(writer.updateSalesOrder(change))).code).toBe(code);
  });

  it('when it is cancelled, then stock and credit come free and the reason is kept; once more is no change', async () => {
    const before = { stock: await onSalesOrder(), orders: await openOrders() };
    const { key } = await writer.createSalesOrder(someOrder());
    const cancel = { salesOrderNo: key, cancelReasonCode: 'CUST' };
    expect(await writer.cancelSalesOrder(cancel)).toMatchObject({ key, outcome: 'cancelled' });
    expect({ stock: await onSalesOrder(), orders: await openOrders() }).toEqual(before);
    const [past] = await sage.options.records.salesOrderHistory.byKeys([key]);
    expect(past).toMatchObject({ orderStatus: 'X', cancelReasonCode: 'CUST' });
    expect(await writer.cancelSalesOrder(cancel)).toMatchObject({ key, outcome: 'unchanged' });
  });
});

describe('an order that is only quoted', () => {
  it('when Sage prices the cases of the price rule, then rule and Sage agree; nothing is written and no number used up', async () => {
    const { key: first } = await writer.createSalesOrder(someOrder());
    const before = await traces(sage);
    const items = await pricedItems();
    const lines = items.map(({ itemCode }) => itemLine({ itemCode, quantity: '12' }));
    const quote = await writer.quoteSalesOrder(
      someOrder({ customerNo: '01-PRICING', orderDate: '2026-01-31', lines })
    );
    const [customer] = await sage.options.records.customers.byKeys([
      { arDivisionNo: '01', customerNo: 'PRICING' }
    ]);
    if (customer === undefined) throw new Error('there is no customer for prices');
    const records = await all(sage.options.records.priceRecords.scan());
    const byRule = items.map((item) => {
      const question = { item, customer, quantity: new Decimal(12), day: '2026-01-31', records };
      return [item.itemCode, price(question, { costBasis: 'standard', unitPriceDecimals: 6 }).unitPrice];
    });
    expect(quote.lines.map(({ itemCode, unitPrice }) => [itemCode, unitPrice])).toEqual(byRule);
    expect(byRule.length).toBeGreaterThan(10);
    await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(before);
    const { key: second } = await writer.createSalesOrder(someOrder());
    expect(Number(second)).toBe(Number(first) + 1);
  });
});
