import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import odbc from 'odbc';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';
import { call, out, startBridge } from './test-bridge.ts';
import type { TestBridge } from './test-bridge.ts';
import { addLineSteps, enterOrder, openKeySteps, openOrderSteps, setSteps } from './test-order.ts';

let directory: string;
let company: SageCompany;
let bridge: TestBridge;
let connection: odbc.Connection;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
  process.env['ODBCINI'] = company.odbcIniFile;
  connection = await odbc.connect(company.connectionString);
  bridge = startBridge(company.boi);
  await bridge.results(openOrderSteps(company.boi));
});
afterEach(async () => {
  await bridge.results([call('object', 'nClear')]);
  await company.control.boi({ do: 'reset' });
});
afterAll(async () => {
  await connection.close();
  await bridge.end();
  await company.close();
  await rm(directory, { recursive: true });
});

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return [...(await connection.query<Record<string, unknown>>(sql))];
}

async function write(member = 'nWrite') {
  const [result] = await bridge.results([call('object', member)]);
  return result;
}

async function headerValue(column: string): Promise<unknown> {
  const [result] = await bridge.results([call('object', 'nGetValue', column, out('number'))]);
  return result?.out?.[0];
}

/** What the item holds on order in the central warehouse, and the customer's open orders. */
async function quantities() {
  const stock = await company.control.show('IM_ItemWarehouse', '1001-HON-H252/000');
  const customer = await company.control.show('AR_Customer', '01-ABF');
  return {
    onSalesOrder: Number(stock['QuantityOnSalesOrder']),
    onBackOrder: Number(stock['QuantityOnBackOrder']),
    openOrders: Number(customer['OpenOrderAmt'])
  };
}

const FILE_CABINET = { ItemCode$: '1001-HON-H252' };

describe('a new order', () => {
  it('when it is written, then what was set reads back over ODBC, with the defaults of customer, ship-to and item', async () => {
    const header = {
      OrderDate$: '20260115',
      ShipExpireDate$: '20260122',
      CustomerPONo$: "PO 77/'a'",
      Comment$: 'Müller & Żółć',
      ConfirmTo$: 'Artie Johnson',
      FreightAmt: 12.35,
      UDF_SALESFORCE_ID$: '0065g00000AbCdEFGH'
    };
    const salesOrderNo = await enterOrder(
      bridge,
      header,
      { ...FILE_CABINET, QuantityOrdered: 2, ItemCodeDesc$: 'CABINET, GREY', PromiseDate$: '20260120' },
      { ItemCode$: '1001-HON-H254', QuantityOrdered: 3, LineDiscountPercent: 10 }
    );
    expect(await write()).toEqual({ value: 1 });
    const [order] = await rows(`SELECT * FROM SO_SalesOrderHeader WHERE SalesOrderNo = '${salesOrderNo}'`);
    expect(order).toMatchObject({
      OrderDate: '2026-01-15',
      ShipExpireDate: '2026-01-22',
      CustomerPONo: "PO 77/'a'",
      Comment: 'Müller & Żółć',
      ConfirmTo: 'Artie Johnson',
      UDF_SALESFORCE_ID: '0065g00000AbCdEFGH',
      OrderType: 'S',
      OrderStatus: 'N',
      BillToName: 'American Business Futures',
      ShipToCode: '2',
      ShipToCity: 'Racine',
      TermsCode: '01',
      TaxSchedule: 'WI MIL',
      SalespersonNo: '0100',
      EmailAddress: 'artie@sage.sample.com',
      FreightAmt: '12.35',
      TaxableAmt: '521.7',
      SalesTaxAmt: '7.83'
    });
    const lines = await rows(
      `SELECT * FROM SO_SalesOrderDetail WHERE SalesOrderNo = '${salesOrderNo}' ORDER BY LineKey`
    );
    expect(lines).toMatchObject([
      { LineKey: '000001', ItemCodeDesc: 'CABINET, GREY', PromiseDate: '2026-01-20', QuantityOrdered: '2' },
      { LineKey: '000002', LineDiscountPercent: '10', WarehouseCode: '000', PriceOverridden: 'N' }
    ]);
    expect(lines[1]).toMatchObject({ UnitPrice: '131', ExtensionAmt: '353.7', TaxClass: 'TX' });
  });

  it('when its amounts are those published for order 0000115, then tax and total are too', async () => {
    const line = { ItemCode$: '6655', QuantityOrdered: 1, UnitPrice: 8600 };
    await enterOrder(bridge, { DiscountRate: 10 }, line);
    const amounts = await Promise.all(['TaxableAmt', 'DiscountAmt', 'SalesTaxAmt'].map(headerValue));
    expect(amounts).toEqual([8600, 860, 116.1]);
  });

  it('when it is written, changed and deleted, then stock on order, open orders and history follow', async () => {
    const before = await quantities();
    const salesOrderNo = await enterOrder(bridge, {}, { ...FILE_CABINET, QuantityOrdered: 2.5 });
    await write();
    const total = 2.5 * 84 + 3.15;
    expect(await quantities()).toEqual({
      ...before,
      onSalesOrder: before.onSalesOrder + 2.5,
      openOrders: Number((before.openOrders + total).toFixed(2))
    });
    const history = () => company.control.show('SO_SalesOrderHistoryHeader', salesOrderNo);
    expect(await history()).toMatchObject({ OrderStatus: 'A', TaxableAmt: '210.00' });

    const results = await bridge.results([
      ...openKeySteps(salesOrderNo),
      call('lines', 'nEditLine', '000001'),
      call('lines', 'nSetValue', 'QuantityOrdered', 1),
      call('lines', 'nWrite'),
      ...addLineSteps({ ...FILE_CABINET, QuantityOrdered: 4, UnitPrice: 10 }),
      call('object', 'nWrite')
    ]);
    expect(results.map((result) => result.value)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect((await quantities()).onSalesOrder).toBe(before.onSalesOrder + 5);

    const cancel = [
      ...openKeySteps(salesOrderNo),
      ...setSteps('object', { CancelReasonCode$: 'DUP' }),
      call('object', 'nDelete')
    ];
    expect((await bridge.results(cancel)).at(-1)).toEqual({ value: 1 });
    expect(await quantities()).toEqual(before);
    expect(await history()).toMatchObject({ OrderStatus: 'X', CancelReasonCode: 'DUP' });
    expect(await rows(`SELECT * FROM SO_SalesOrderHeader WHERE SalesOrderNo = '${salesOrderNo}'`)).toEqual(
      []
    );
    const lines = await rows(
      `SELECT * FROM SO_SalesOrderHistoryDetail WHERE SalesOrderNo = '${salesOrderNo}' ORDER BY SequenceNo`
    );
    expect(lines).toMatchObject([
      { CancelledLine: 'Y', QuantityOrderedOriginal: '2.5', OriginalUnitPrice: '84' },
      { CancelledLine: 'Y', QuantityOrderedOriginal: '4', OriginalUnitPrice: '10' }
    ]);
    const again = await bridge.results(openKeySteps(salesOrderNo));
    expect(again.at(-1)).toEqual({
      value: 0,
      message: `The sales order number ${salesOrderNo} was used before.`
    });
  });

  it('when a line is deleted, then its stock comes free and the other line keeps its key', async () => {
    const salesOrderNo = await enterOrder(
      bridge,
      {},
      { ...FILE_CABINET, QuantityOrdered: 7 },
      { ...FILE_CABINET, QuantityOrdered: 1 }
    );
    await write();
    const before = await quantities();
    await bridge.results([
      ...openKeySteps(salesOrderNo),
      call('lines', 'nEditLine', '000001'),
      call('lines', 'nDeleteLine'),
      call('object', 'nWrite')
    ]);
    expect((await quantities()).onSalesOrder).toBe(before.onSalesOrder - 7);
    const lines = await rows(
      `SELECT LineKey FROM SO_SalesOrderDetail WHERE SalesOrderNo = '${salesOrderNo}'`
    );
    expect(lines).toEqual([{ LineKey: '000002' }]);
  });

  it('when it is a back order, then its units are on back order; a quote takes neither stock nor credit', async () => {
    const before = await quantities();
    await enterOrder(bridge, { OrderType$: 'B' }, { ...FILE_CABINET, QuantityOrdered: 3 });
    await write();
    const afterBackOrder = await quantities();
    expect(afterBackOrder).toMatchObject({
      onBackOrder: before.onBackOrder + 3,
      onSalesOrder: before.onSalesOrder
    });
    const quoteNo = await enterOrder(bridge, { OrderType$: 'Q' }, { ...FILE_CABINET, QuantityOrdered: 3 });
    await write();
    expect(await quantities()).toEqual(afterBackOrder);
    expect(await company.control.show('SO_SalesOrderHistoryHeader', quoteNo)).toMatchObject({
      OrderStatus: 'Q'
    });
  });

  it('when it is priced and abandoned, then nothing is in the database and its number is used up', async () => {
    const before = await quantities();
    const first = await enterOrder(bridge, {}, { ...FILE_CABINET, QuantityOrdered: 2 });
    expect(await headerValue('TaxableAmt')).toBe(168);
    await bridge.results([call('object', 'nClear')]);
    expect(await rows(`SELECT * FROM SO_SalesOrderHeader WHERE SalesOrderNo = '${first}'`)).toEqual([]);
    expect(await quantities()).toEqual(before);
    const second = await enterOrder(bridge, {});
    expect(Number(second)).toBe(Number(first) + 1);
  });

  it('when the purchase order number is used again, then it is written with a warning', async () => {
    const salesOrderNo = await enterOrder(bridge, { CustomerPONo$: '101255' });
    expect(await write()).toEqual({
      value: -1,
      message: 'This customer PO number already exists on one or more sales orders or invoices.'
    });
    expect(await company.control.show('SO_SalesOrderHeader', salesOrderNo)).toMatchObject({
      CustomerPONo: '101255'
    });
  });

  it('when it is stamped, then in the day and decimal hours of the server', async () => {
    const salesOrderNo = await enterOrder(bridge, {});
    await write();
    const order = await company.control.show('SO_SalesOrderHeader', salesOrderNo);
    const now = new Date();
    const hours = now.getHours() + now.getMinutes() / 60 + now.getSeconds() / 3_600;
    expect(order['TimeUpdated']).toMatch(/^\d{1,2}\.\d{5}$/);
    // Across midnight the difference is almost a day.
    expect([0, 24]).toContain(Math.round(Math.abs(hours - Number(order['TimeUpdated']))));
    expect(order['UserCreatedKey']).toMatch(/^\d{10}$/);
  });
});

describe('a record that is in use', () => {
  it('when another user has it, then nSetKey gives 0 until it is let go', async () => {
    await company.control.boi({ do: 'lock', table: 'SO_SalesOrderHeader', key: '0000184' });
    const refused = await bridge.results(openKeySteps('0000184'));
    expect(refused.at(-1)).toEqual({ value: 0, message: 'The record is in use by ALICE.' });
    await company.control.boi({ do: 'unlock', table: 'SO_SalesOrderHeader', key: '0000184' });
    expect((await bridge.results(openKeySteps('0000184'))).at(-1)).toEqual({ value: 1 });
  });

  it('when another bridge has it open, then it is in use until that bridge clears it or dies', async () => {
    const other = startBridge(company.boi);
    await other.results([...openOrderSteps(company.boi), ...openKeySteps('0000171')]);
    expect((await bridge.results(openKeySteps('0000171'))).at(-1)).toMatchObject({ value: 0 });
    await other.kill();
    expect((await bridge.results(openKeySteps('0000171'))).at(-1)).toEqual({ value: 1 });
  });
});
