import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';
import { call, openSteps, out, startBridge } from './test-bridge.ts';
import type { TestBridge } from './test-bridge.ts';
import { enterOrder, nextOrderNo, openKeySteps, openOrderSteps, setSteps } from './test-order.ts';

let directory: string;
let company: SageCompany;
let bridge: TestBridge;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
  bridge = startBridge(company.boi);
  await bridge.results(openOrderSteps(company.boi));
});
afterEach(async () => {
  await bridge.results([call('object', 'nClear')]);
  await company.control.boi({ do: 'reset' });
});
afterAll(async () => {
  await bridge.end();
  await company.close();
  await rm(directory, { recursive: true });
});

async function set(on: string, column: string, value: string | number) {
  const [result] = await bridge.results([call(on, 'nSetValue', column, value)]);
  return result;
}

describe('the header of an order', () => {
  it.each([
    ['TermsCode$', 'ZZ', 'terms code ZZ is not on file'],
    ['WarehouseCode$', '999', 'warehouse 999 is not on file'],
    ['ShipToCode$', '9999', 'ship-to code 01-ABF-9999 is not on file'],
    ['SalespersonNo$', '9999', 'salesperson 01-9999 is not on file'],
    ['TaxSchedule$', 'MARS', 'tax schedule MARS is not on file'],
    ['OrderDate$', '20260230', 'not a valid date'],
    ['OrderDate$', '2026-01-31', 'not a valid date'],
    ['CustomerPONo$', 'X'.repeat(31), 'The maximum length is 30 characters'],
    ['UDF_NO_SUCH$', 'x', 'UDF_NO_SUCH$ is not in SO_SalesOrderHeader'],
    ['Comment', 'x', 'The column Comment is not in'],
    ['DiscountRate', 101, 'out of range'],
    ['FreightAmt', 1.234, 'may have 2 decimal places'],
    ['FreightAmt', 1e10, 'out of range'],
    ['OrderStatus$', 'X', 'order status "X" is not valid'],
    ['TaxableAmt', 1, 'cannot be changed']
  ])('when %s is set to %s, then nSetValue gives 0 and says why', async (column, value, message) => {
    await enterOrder(bridge, {});
    const result = await set('object', column, value);
    expect(result?.value).toBe(0);
    expect(result?.message).toContain(message);
  });

  it.each([
    ['01', 'NOBODY', 'The customer 01-NOBODY is not on file.'],
    ['02', 'ABF', 'The customer 02-ABF is not on file.'],
    ['01', 'DORMANT', 'The customer 01-DORMANT is inactive.']
  ])('when the customer is %s-%s, then it is refused', async (division, customer, message) => {
    await bridge.results([
      ...openKeySteps(await nextOrderNo(bridge)),
      ...setSteps('object', { ARDivisionNo$: division })
    ]);
    expect(await set('object', 'CustomerNo$', customer)).toEqual({ value: 0, message });
    expect((await bridge.results([call('object', 'nWrite')])).at(-1)).toMatchObject({ value: 0 });
  });

  it('when the customer is on credit hold, then it is taken with a warning', async () => {
    await bridge.results([
      ...openKeySteps(await nextOrderNo(bridge)),
      ...setSteps('object', { ARDivisionNo$: '01' })
    ]);
    expect(await set('object', 'CustomerNo$', 'SHEPARD')).toMatchObject({ value: -1 });
  });

  it('when no key is set, or a key that is on file changes its customer, then it is refused', async () => {
    expect(await set('object', 'Comment$', 'x')).toMatchObject({ value: 0 });
    await bridge.results(openKeySteps('0000184'));
    expect(await set('object', 'CustomerNo$', 'AVNET')).toMatchObject({ value: 0 });
  });

  it('when a value is of another type, then ProvideX itself fails', async () => {
    await enterOrder(bridge, {});
    for (const [column, value] of [
      ['Comment$', 5],
      ['FreightAmt', 'five']
    ] as const)
      expect(await bridge.run([call('object', 'nSetValue', column, value)])).toMatchObject({
        type: 'fault',
        fault: { code: '0x80020009', message: 'Error 26: Variable type invalid' }
      });
  });

  it('when a required field is empty, then nWrite gives 0 and nothing is written', async () => {
    await company.control.boi({
      do: 'set',
      name: 'requiredFields',
      value: 'SO_SalesOrderHeader.UDF_SALESFORCE_ID'
    });
    const salesOrderNo = await enterOrder(bridge, {});
    const [refused] = await bridge.results([call('object', 'nWrite')]);
    expect(refused).toEqual({ value: 0, message: 'The UDF_SALESFORCE_ID field is required.' });
    await expect(company.control.show('SO_SalesOrderHeader', salesOrderNo)).rejects.toThrow('has no record');
    await set('object', 'UDF_SALESFORCE_ID$', '006');
    expect((await bridge.results([call('object', 'nWrite')]))[0]).toEqual({ value: 1 });
  });

  it('when the order is being invoiced, then it can be neither changed nor deleted', async () => {
    await company.control.set('SO_SalesOrderHeader', '0000278', { CurrentInvoiceNo: '0100999' });
    for (const member of ['nWrite', 'nDelete']) {
      const results = await bridge.results([...openKeySteps('0000278'), call('object', member)]);
      expect(results.at(-1)).toEqual({
        value: 0,
        message: 'The sales order is being invoiced by invoice 0100999.'
      });
    }
  });
});

describe('a line of an order', () => {
  it.each([
    ['QuantityOrdered', -1, 'must be greater than zero'],
    ['QuantityOrdered', 0, 'must be greater than zero'],
    ['QuantityOrdered', 0.0000001, 'may have 6 decimal places'],
    ['WarehouseCode$', '999', 'warehouse 999 is not on file'],
    ['UnitOfMeasure$', 'BOX', 'unit of measure BOX is not valid'],
    ['PriceLevel$', '*', 'price level is not valid'],
    ['LineDiscountPercent', 101, 'out of range'],
    ['UnitPrice', -1, 'out of range'],
    ['LineKey$', '000009', 'cannot be changed']
  ])('when %s is set to %s, then it is refused', async (column, value, message) => {
    await enterOrder(bridge, {});
    await bridge.results([call('lines', 'nAddLine'), call('lines', 'nSetValue', 'ItemCode$', '6655')]);
    const result = await set('lines', column, value);
    expect(result?.value).toBe(0);
    expect(result?.message).toContain(message);
  });

  it('when the item is unknown, inactive, or not yet named, then it is refused', async () => {
    await company.control.set('CI_Item', '8953', { InactiveItem: 'Y' });
    await enterOrder(bridge, {});
    await bridge.results([call('lines', 'nAddLine')]);
    expect(await set('lines', 'QuantityOrdered', 1)).toMatchObject({ value: 0 });
    expect(await set('lines', 'ItemCode$', 'NOTHING')).toEqual({
      value: 0,
      message: 'The item code NOTHING is not on file.'
    });
    expect(await set('lines', 'ItemCode$', '8953')).toEqual({ value: 0, message: 'Item 8953 is inactive.' });
  });

  it('when the item is discontinued, then what is left can be sold and no more', async () => {
    await company.control.set('CI_Item', 'D1700', { ProductType: 'D' });
    const stock = { QuantityOnHand: '12', QuantityOnSalesOrder: '5', QuantityOnBackOrder: '0' };
    await company.control.set('IM_ItemWarehouse', 'D1700/000', stock);
    await enterOrder(bridge, {});
    await bridge.results([call('lines', 'nAddLine'), call('lines', 'nSetValue', 'ItemCode$', 'D1700')]);
    expect(await set('lines', 'QuantityOrdered', 8)).toMatchObject({ value: 0 });
    expect(await set('lines', 'QuantityOrdered', 7)).toEqual({ value: 1 });
  });

  it('when whole quantities are the rule, or the item has serial numbers, then a fraction is refused', async () => {
    await company.control.boi({ do: 'set', name: 'quantityDecimals', value: '1' });
    await company.control.set('CI_Item', 'GB-MD1', { Valuation: '6' });
    await enterOrder(bridge, {});
    await bridge.results([call('lines', 'nAddLine'), call('lines', 'nSetValue', 'ItemCode$', '6655')]);
    expect(await set('lines', 'QuantityOrdered', 1.25)).toMatchObject({ value: 0 });
    expect(await set('lines', 'QuantityOrdered', 1.5)).toEqual({ value: 1 });
    await set('lines', 'ItemCode$', 'GB-MD1');
    expect(await set('lines', 'QuantityOrdered', 1.5)).toMatchObject({ value: 0 });
  });

  it('when its price is set, then it is marked as overridden and stays when the quantity changes', async () => {
    await enterOrder(bridge, {});
    const results = await bridge.results([
      call('lines', 'nAddLine'),
      ...setSteps('lines', { ItemCode$: '6655', QuantityOrdered: 2, UnitPrice: 9.5 }),
      call('lines', 'nSetValue', 'QuantityOrdered', 3),
      call('lines', 'nGetValue', 'UnitPrice', out('number')),
      call('lines', 'nGetValue', 'PriceOverridden$', out('string')),
      call('lines', 'nGetValue', 'ExtensionAmt', out('number'))
    ]);
    expect(results.slice(-3).map((result) => result.out?.[0])).toEqual([9.5, 'Y', 28.5]);
  });

  it('when it is a comment, then it has a text and no quantity', async () => {
    const salesOrderNo = await enterOrder(bridge, {}, { ItemCode$: '/C', CommentText$: 'Ring twice' });
    await bridge.results([call('lines', 'nEditLine', '000001')]);
    expect(await set('lines', 'QuantityOrdered', 1)).toMatchObject({ value: 0 });
    expect((await bridge.results([call('object', 'nWrite')]))[0]).toEqual({ value: 1 });
    const line = await company.control.show('SO_SalesOrderDetail', `${salesOrderNo}/000001`);
    expect(line).toMatchObject({ ItemType: '4', CommentText: 'Ring twice', ExtensionAmt: '0.00' });
  });
});

describe('customers, contacts, ship-to addresses and items', () => {
  const CUSTOMER_TASK = ['AR_Customer_ui', 3] as const;
  const open = (object: string, task: readonly [string, number], module: string) =>
    bridge.results(openSteps(company.boi, object, task, module, 'other'));

  it('when a customer is new, then it gets the next number, defaults and what was set', async () => {
    await open('AR_Customer_bus', CUSTOMER_TASK, 'A/R');
    const [next] = await bridge.results([call('other', 'nGetNextCustomerNo', out('string'))]);
    const customerNo = String(next?.out?.[0]);
    const results = await bridge.results([
      call('other', 'nSetKeyValue', 'ARDivisionNo$', '01'),
      call('other', 'nSetKeyValue', 'CustomerNo$', customerNo),
      call('other', 'nSetKey'),
      call('other', 'nWrite'),
      ...setSteps('other', { CustomerName$: 'New & Sons', CreditLimit: 2500, UDF_ACCOUNT_TIER$: 'GOLD' }),
      call('other', 'nSetValue', 'TermsCode$', 'ZZ'),
      call('other', 'nWrite')
    ]);
    expect(results.map((result) => result.value)).toEqual([1, 1, 2, 0, 1, 1, 1, 0, 1]);
    expect(await company.control.show('AR_Customer', `01-${customerNo}`)).toMatchObject({
      CustomerName: 'New & Sons',
      CreditLimit: '2500.00',
      TermsCode: '01',
      CustomerStatus: 'A',
      UDF_ACCOUNT_TIER: 'GOLD'
    });
  });

  it('when a contact or a ship-to address is saved, then it is made or changed, of a customer that is there', async () => {
    await open('AR_CustomerContact_bus', CUSTOMER_TASK, 'A/R');
    const keySteps = (customer: string, name: string, code: string) => [
      call('other', 'nSetKeyValue', 'ARDivisionNo$', '01'),
      call('other', 'nSetKeyValue', 'CustomerNo$', customer),
      call('other', 'nSetKeyValue', name, code),
      call('other', 'nSetKey')
    ];
    const unknown = await bridge.results(keySteps('NOBODY', 'ContactCode$', 'X'));
    expect(unknown.at(-1)).toMatchObject({ value: 0 });
    const changed = await bridge.results([
      ...keySteps('ABF', 'ContactCode$', 'ARTIE JOHN'),
      ...setSteps('other', { ContactTitle$: 'Buyer' }),
      call('other', 'nWrite')
    ]);
    expect(changed.map((result) => result.value)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await company.control.show('AR_CustomerContact', '01/ABF/ARTIE JOHN')).toMatchObject({
      ContactName: 'Artie Johnson',
      ContactTitle: 'Buyer'
    });
    await open('SO_ShipToAddress_bus', CUSTOMER_TASK, 'A/R');
    const made = await bridge.results([
      ...keySteps('ABF', 'ShipToCode$', 'NEW'),
      ...setSteps('other', { ShipToCity$: 'Kenosha', WarehouseCode$: '001' }),
      call('other', 'nWrite')
    ]);
    expect(made.map((result) => result.value)).toEqual([1, 1, 1, 2, 1, 1, 1]);
    expect(await company.control.show('SO_ShipToAddress', '01/ABF/NEW')).toMatchObject({
      ShipToName: 'American Business Futures',
      ShipToCity: 'Kenosha'
    });
  });

  it('when an item is new, then it is in its default warehouse, with nothing on hand, and can be ordered', async () => {
    await open('CI_ItemCode_bus', ['CI_ItemCode_ui', 5], 'C/I');
    const results = await bridge.results([
      call('other', 'nSetKeyValue', 'ItemCode$', 'NEW-1'),
      call('other', 'nSetKey'),
      ...setSteps('other', {
        ItemCodeDesc$: 'NEW THING',
        UDF_BRAND$: 'OWN',
        ProductLine$: 'WF&A',
        StandardUnitPrice: 12.5
      }),
      call('other', 'nWrite')
    ]);
    expect(results.map((result) => result.value)).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(await company.control.show('IM_ItemWarehouse', 'NEW-1/000')).toMatchObject({
      QuantityOnHand: '0.000000'
    });
    await enterOrder(bridge, {}, { ItemCode$: 'NEW-1', QuantityOrdered: 4 });
    const [amount] = await bridge.results([call('object', 'nGetValue', 'TaxableAmt', out('number'))]);
    expect(amount?.out).toEqual([50]);
  });
});
