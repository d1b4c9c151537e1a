import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobHandler } from '../../jobs/handler.ts';
import type { SalesforceFields } from '../../salesforce/port/salesforce-records.ts';
import { topics } from '../lanes.ts';
import { settingsOf } from '../test-support/settings.ts';
import {
  createProduct,
  startOrderPlace,
  workStore,
  type OrderPlace,
  type WorkedStore
} from '../write-back/test-support/order-place.ts';
import { createStockEvents } from './stock-events.ts';
import { createStockRecords } from './stock-records.ts';
import { subscribeStock } from './subscribe-stock.ts';

let place: OrderPlace;
let worked: WorkedStore;
const published: SalesforceFields[] = [];

beforeAll(async () => {
  place = await startOrderPlace();
}, 60_000);
afterAll(() => place.close());
beforeEach(async () => {
  published.length = 0;
  place.setNow('2026-02-01T12:00:00.000Z');
  worked = await workStore(handlers());
  await subscribeStock(worked.store);
  await place.requests();
});
afterEach(() => worked.stop());

function handlers(): readonly JobHandler[] {
  const settings = {
    current: () =>
      Promise.resolve(settingsOf({ itemLookup: [{ productCode: 'OUR-ONE', itemCode: 'STK-ONE' }] }))
  };
  const availability = { includePurchaseOrders: false, includeWorkOrders: false };
  const records: typeof place.parts.records = {
    ...place.parts.records,
    publish(event, events) {
      published.push(...events);
      return place.parts.records.publish(event, events);
    }
  };
  const parts = { ...place.parts, records, settings, availability };
  return [createStockRecords(parts), createStockEvents(parts)];
}

async function move(...itemCodes: readonly string[]): Promise<void> {
  for (const itemCode of itemCodes) {
    const payload = { itemCode, because: 'A test moved it.' };
    await worked.store.publications.publish({ topic: topics.stockChanged, key: itemCode, payload });
  }
  await worked.settled();
  expect(await worked.store.jobs.list({ states: ['dead'], limit: 1 })).toEqual([]);
}

const inventory = (itemCode: string) =>
  place.salesforce.records.all(
    `SELECT Sage_Key__c, Product__c, Warehouse_Code__c, Quantity_On_Hand__c, Quantity_On_Sales_Order__c,
       Quantity_On_Back_Order__c, Quantity_On_Purchase_Order__c, Quantity_Available__c
     FROM Sage_Inventory__c WHERE Item_Code__c = '${itemCode}' ORDER BY Warehouse_Code__c`
  );

describe('stock that moved', () => {
  it('when an item is in two warehouses, then records, product and events show what Sage has', async () => {
    const { product } = await createProduct(place, 'STK-ALL');
    await move('STK-ALL');
    const figures = (
      warehouse: string,
      onHand: string,
      onOrder: string,
      onBackOrder: string,
      bought: string
    ) => ({
      Sage_Key__c: `STK-ALL/${warehouse}`,
      Product__c: product,
      Warehouse_Code__c: warehouse,
      Quantity_On_Hand__c: onHand,
      Quantity_On_Sales_Order__c: onOrder,
      Quantity_On_Back_Order__c: onBackOrder,
      Quantity_On_Purchase_Order__c: bought
    });
    expect(await inventory('STK-ALL')).toEqual([
      { ...figures('000', '30', '7', '4', '50'), Quantity_Available__c: '19' },
      { ...figures('001', '10', '2', '0', '8'), Quantity_Available__c: '8' }
    ]);
    expect(await place.read('Product2', product)).toMatchObject({
      Sage_Quantity_Available__c: 27,
      Sage_Stock_As_Of__c: '2026-02-01T12:00:00.000+0000'
    });
    expect(published).toMatchObject([
      { Item_Code__c: 'STK-ALL', Warehouse_Code__c: '000', Quantity_Available__c: '19.000000' },
      { Item_Code__c: 'STK-ALL', Warehouse_Code__c: '001', Quantity_Available__c: '8.000000' }
    ]);
  });

  it('when it moves again, then the same records show it', async () => {
    place.sage.execute(
      `UPDATE IM_ItemWarehouse SET QuantityOnSalesOrder = 12.5 WHERE ItemCode = 'STK-ALL' AND WarehouseCode = '000'`
    );
    await move('STK-ALL');
    expect(await inventory('STK-ALL')).toMatchObject([
      { Quantity_On_Sales_Order__c: '12.5', Quantity_Available__c: '13.5' },
      { Quantity_Available__c: '8' }
    ]);
  });

  it('when forty orders move one item at once, then it is read and told a few times, not forty', async () => {
    const items = Array.from({ length: 40 }, () => 'STK-A');
    await move(...items);
    expect(published.length).toBeGreaterThanOrEqual(3);
    expect(published.length).toBeLessThan(3 * 20);
    const jobs = await worked.store.jobs.list({ states: ['done'], limit: 500 });
    expect(jobs).toHaveLength(80);
  });

  it('when a charge is sold, then there is nothing to tell and no request', async () => {
    await move('/FREIGHT', 'NO-SUCH-ITEM');
    expect(await place.requests()).toEqual([]);
    expect(published).toEqual([]);
  });
});

describe('the products of an item', () => {
  it('when a product has another code, then the admin’s table says which item it is', async () => {
    const { product } = await createProduct(place, 'OUR-ONE');
    await move('STK-ONE');
    expect(await inventory('STK-ONE')).toMatchObject([{ Product__c: product }]);
  });

  it('when a product names the item, then it goes before one whose code is the same', async () => {
    await createProduct(place, 'STK-FRACT');
    const { product } = await createProduct(place, 'BY-THE-FOOT', { Sage_Item_Code__c: 'STK-FRACT' });
    await move('STK-FRACT');
    expect(await inventory('STK-FRACT')).toMatchObject([
      { Product__c: product, Quantity_On_Hand__c: '1212.5' }
    ]);
  });

  it('when several are the item, then each shows its stock, and the record names none of them', async () => {
    const two = [await createProduct(place, 'STK-NEG'), await createProduct(place, 'STK-NEG')];
    await move('STK-NEG');
    for (const { product } of two) {
      expect(await place.read('Product2', product)).toMatchObject({ Sage_Quantity_Available__c: 2 });
    }
    expect(await inventory('STK-NEG')).toMatchObject([{ Product__c: null }, { Product__c: null }]);
  });
});
