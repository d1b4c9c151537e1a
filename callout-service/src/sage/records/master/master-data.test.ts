import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aliasItemSchema } from '../../../canonical/alias-item.ts';
import { billSchema } from '../../../canonical/bill.ts';
import { contactSchema } from '../../../canonical/contact.ts';
import { customerSchema } from '../../../canonical/customer.ts';
import { inventoryLevelSchema } from '../../../canonical/inventory-level.ts';
import { itemSchema } from '../../../canonical/item.ts';
import { priceRecordSchema } from '../../../canonical/price-record.ts';
import { salespersonSchema } from '../../../canonical/salesperson.ts';
import { shipToAddressSchema } from '../../../canonical/ship-to-address.ts';
import { termsSchema } from '../../../canonical/terms.ts';
import { vendorSchema } from '../../../canonical/vendor.ts';
import { warehouseSchema } from '../../../canonical/warehouse.ts';
import type { RecordReads, SageRecords } from '../../port/sage-records.ts';
import { all, startRecordsCompany, type RecordsCompany } from '../test-support/records-company.ts';

let company: RecordsCompany;
let records: SageRecords;
beforeAll(async () => {
  company = await startRecordsCompany();
  ({ records } = company);
}, 60_000);
afterAll(() => company.close());

const abf = { arDivisionNo: '01', customerNo: 'ABF' };

interface Kind {
  readonly name: string;
  readonly table: string;
  readonly schema: z.ZodType;
  /** Every record by scan, and the same by key. */
  read(records: SageRecords): Promise<readonly [readonly unknown[], readonly unknown[]]>;
}

function kind<E, K>(
  table: string,
  schema: z.ZodType<E>,
  reads: (records: SageRecords) => RecordReads<E, K>,
  keyOf: (entity: E) => K
): Kind {
  return {
    name: table,
    table,
    schema: z.array(schema),
    read: async (of) => {
      const scanned = await all(reads(of).scan());
      return [scanned, await reads(of).byKeys(scanned.map(keyOf))];
    }
  };
}

describe('every kind of master data', () => {
  it.each([
    kind(
      'AR_Customer',
      customerSchema,
      (of) => of.customers,
      (customer) => customer
    ),
    kind(
      'AR_CustomerContact',
      contactSchema,
      (of) => of.contacts,
      (contact) => contact
    ),
    kind(
      'SO_ShipToAddress',
      shipToAddressSchema,
      (of) => of.shipToAddresses,
      (address) => address
    ),
    kind(
      'AR_Salesperson',
      salespersonSchema,
      (of) => of.salespersons,
      (salesperson) => salesperson
    ),
    kind(
      'AR_TermsCode',
      termsSchema,
      (of) => of.terms,
      ({ termsCode }) => termsCode
    ),
    kind(
      'CI_Item',
      itemSchema,
      (of) => of.items,
      ({ itemCode }) => itemCode
    ),
    kind(
      'IM_PriceCode',
      priceRecordSchema,
      (of) => of.priceRecords,
      (price) => ({
        record: price.record,
        priceCode: price.priceCode ?? '',
        itemCode: price.itemCode ?? '',
        customerPriceLevel: price.customerPriceLevel ?? '',
        arDivisionNo: price.arDivisionNo ?? '',
        customerNo: price.customerNo ?? ''
      })
    ),
    kind(
      'IM_ItemWarehouse',
      inventoryLevelSchema,
      (of) => of.inventoryLevels,
      (level) => level
    ),
    kind(
      'IM_Warehouse',
      warehouseSchema,
      (of) => of.warehouses,
      ({ warehouseCode }) => warehouseCode
    ),
    kind(
      'AP_Vendor',
      vendorSchema,
      (of) => of.vendors,
      (vendor) => vendor
    ),
    kind(
      'AP_OpenInvoice',
      billSchema,
      (of) => of.bills,
      (bill) => bill
    )
  ])(
    '$name: a scan gives every record of the table, each as its schema says, and so do its keys',
    async (entity) => {
      const [scanned, byKeys] = await entity.read(records);
      expect(scanned).toHaveLength(Number(company.column(`SELECT count(*) FROM ${entity.table}`)[0]));
      expect(scanned.length).toBeGreaterThan(0);
      expect(entity.schema.parse(scanned)).toEqual(scanned);
      expect(byKeys).toEqual(scanned);
      expect(company.unreadable).toEqual([]);
    }
  );

  it('aliases: a scan gives every one, and an alias finds all items that it stands for', async () => {
    const scanned = z.array(aliasItemSchema).parse(await all(records.aliasItems.scan({ pageSize: 2 })));
    expect(scanned).toHaveLength(Number(company.column('SELECT count(*) FROM IM_AliasItem')[0]));
    const [first] = scanned;
    if (first === undefined) throw new Error('there is no alias');
    const same = scanned.filter(({ aliasItemNo }) => aliasItemNo === first.aliasItemNo);
    expect(await records.aliasItems.byKeys([first.aliasItemNo.toLowerCase()])).toEqual(same);
  });
});

describe('records of a parent', () => {
  it('contacts and ship-tos are those of the customer, however small the pages', async () => {
    const contacts = await all(records.contacts.of(abf, { pageSize: 1 }));
    expect(contacts.map(({ contactCode }) => contactCode)).toEqual(['ARTIE JOHN', 'JOHN QUINN']);
    const [shipTo] = await all(records.shipToAddresses.of({ arDivisionNo: '1', customerNo: 'abf' }));
    expect(shipTo).toMatchObject({ shipToCode: '2', address: { city: 'Racine', state: 'WI' } });
  });

  it('stock is that of the item in every warehouse; prices of an item leave out those of its price code', async () => {
    const [itemCode] = company
      .column('SELECT ItemCode FROM IM_PriceCode WHERE PriceCodeRecord = 2 LIMIT 1')
      .map(String);
    if (itemCode === undefined) throw new Error('no item has a price for a customer');
    const levels = await all(records.inventoryLevels.of(itemCode, { pageSize: 1 }));
    expect(levels.map(({ warehouseCode }) => warehouseCode)).toEqual(
      company.column(`SELECT WarehouseCode FROM IM_ItemWarehouse WHERE ItemCode = '${itemCode}' ORDER BY 1`)
    );
    const prices = await all(records.priceRecords.of(itemCode));
    expect(prices.length).toBeGreaterThan(0);
    expect(prices.every((price) => price.itemCode === itemCode && price.record !== 'priceCode')).toBe(true);
  });

  it('bills are those of the vendor; an unknown parent has nothing, nor has one that no statement can carry', async () => {
    const [bill] = await all(records.bills.scan({ pageSize: 1 }));
    if (bill === undefined) throw new Error('there are no bills');
    expect(await all(records.bills.of(bill))).toContainEqual(bill);
    expect(await all(records.contacts.of({ arDivisionNo: '01', customerNo: 'NOBODY' }))).toEqual([]);
    expect(await all(records.contacts.of({ arDivisionNo: '01', customerNo: 'A\nB' }))).toEqual([]);
  });
});

describe('single values', () => {
  it('American Business Futures has its published figures', async () => {
    expect(await records.customers.byKeys([abf])).toMatchObject([
      {
        customerName: 'American Business Futures',
        creditLimit: '120000.00',
        currentBalance: '3252.38',
        agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
        openOrderAmount: '19144.40',
        userDefinedFields: { UDF_ACCOUNT_TIER: 'GOLD' }
      }
    ]);
  });

  it('the company has the name that SY_Company gives it', async () => {
    const settings = {
      companyCode: 'ABC',
      currency: 'USD',
      timeZone: 'America/Denver',
      edition: 'advanced'
    } as const;
    expect(await records.readCompany(settings)).toEqual({
      ...settings,
      companyName: 'ABC Distribution and Service Corp.'
    });
    expect(await records.readCompany({ ...settings, companyCode: 'XYZ' })).toMatchObject({
      companyName: null
    });
  });
});
