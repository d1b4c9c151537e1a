import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateCompany } from './generate-company.ts';
import { lastClockChange } from './clock-change.ts';

const today = '2026-03-31';
let database: DatabaseSync;

beforeAll(() => {
  database = new DatabaseSync(':memory:');
  generateCompany(database, { size: 'demo', seed: 3, today });
}, 60_000);
afterAll(() => database.close());

function row(sql: string): Record<string, unknown> {
  return { ...database.prepare(sql).get() };
}

/** Quantities of an item in a warehouse. */
function stock(itemCode: string, warehouseCode: string) {
  const { QuantityOnHand: onHand, ...rest } =
    row(`SELECT QuantityOnHand, QuantityOnSalesOrder AS onSalesOrder,
    QuantityOnBackOrder AS onBackOrder, QuantityOnPurchaseOrder AS onPurchaseOrder FROM IM_ItemWarehouse
    WHERE ItemCode = '${itemCode}' AND WarehouseCode = '${warehouseCode}'`);
  return { onHand, ...rest };
}

describe('the records for cases, whatever the seed', () => {
  it('have STK-ALL on hand, on sales order, on back order, on purchase order and in work orders', () => {
    expect(stock('STK-ALL', '000')).toEqual({
      onHand: 30,
      onSalesOrder: 7,
      onBackOrder: 4,
      onPurchaseOrder: 50
    });
    expect(stock('STK-ALL', '001')).toEqual({
      onHand: 10,
      onSalesOrder: 2,
      onBackOrder: 0,
      onPurchaseOrder: 8
    });
  });

  it('count neither drop ships, masters, repeating orders nor requisitions as stock to come', () => {
    expect(stock('STK-ONE', '000')).toEqual({
      onHand: 12,
      onSalesOrder: 1,
      onBackOrder: 0,
      onPurchaseOrder: 6
    });
    expect(stock('STK-A', '000')).toMatchObject({ onPurchaseOrder: 0, onBackOrder: 2 });
  });

  it('have customers over, at and below zero of what they may owe', () => {
    const due = 'CurrentBalance + AgingCategory1 + AgingCategory2 + AgingCategory3 + AgingCategory4 AS due';
    const account = (no: string) =>
      row(`SELECT ${due}, CreditLimit, OpenOrderAmt FROM AR_Customer WHERE CustomerNo = '${no}'`);
    expect(account('CRDBAL')).toEqual({ due: -450, CreditLimit: 5000, OpenOrderAmt: 0 });
    expect(account('ATLIMIT')).toEqual({ due: 1000, CreditLimit: 1000, OpenOrderAmt: 0 });
    expect(account('OVERORD')).toEqual({ due: 600, CreditLimit: 1000, OpenOrderAmt: 500 });
    expect(account('DISC10')).toMatchObject({ OpenOrderAmt: 962 });
  });

  it('have an invoice on each side of each edge of the aging', () => {
    const buckets = 'CurrentBalance, AgingCategory1, AgingCategory2, AgingCategory3, AgingCategory4';
    expect(Object.values(row(`SELECT ${buckets} FROM AR_Customer WHERE CustomerNo = 'AGEDGES'`))).toEqual([
      3, 12, 48, 192, 768
    ]);
  });

  it('have fields at their full width', () => {
    const wide = "FROM AR_Customer WHERE CustomerNo = 'TWENTY-CHARACTER-NO1'";
    expect(
      row(`SELECT length(CustomerNo) AS no, length(CustomerName) AS name, length(AddressLine1) AS line,
      length(City) AS city, length(EmailAddress) AS email, length(UDF_DELIVERY_NOTES) AS notes ${wide}`)
    ).toEqual({
      no: 20,
      name: 50,
      line: 40,
      city: 30,
      email: 250,
      notes: 250
    });
    expect(
      row("SELECT length(UDF_SALESFORCE_ID) AS n FROM SO_SalesOrderHeader WHERE SalesOrderNo = '0000915'")
    ).toEqual({
      n: 40
    });
  });

  it('have an order shipped in part, one completed by two invoices, and one with 250 lines', () => {
    expect(
      row(
        "SELECT QuantityOrdered, QuantityShipped, QuantityBackordered FROM SO_SalesOrderDetail WHERE SalesOrderNo = '0000904'"
      )
    ).toEqual({ QuantityOrdered: 10, QuantityShipped: 6, QuantityBackordered: 4 });
    expect(row("SELECT count(*) AS n FROM SO_ARInvoiceHistoryLink WHERE SalesOrderNo = '0000934'")).toEqual({
      n: 2
    });
    expect(row("SELECT count(*) AS n FROM SO_SalesOrderDetail WHERE SalesOrderNo = '0000920'")).toEqual({
      n: 250
    });
    expect(row("SELECT ExtensionAmt AS a FROM SO_SalesOrderDetail WHERE SalesOrderNo = '0000914'")).toEqual({
      a: 15.63
    });
  });

  it('have contacts and a ship-to of 01-ABF as published', () => {
    const contact = (code: string) =>
      row(
        `SELECT ContactName, AddressLine1, City FROM AR_CustomerContact WHERE CustomerNo = 'ABF' AND ContactCode = '${code}'`
      );
    expect(contact('ARTIE JOHN')).toEqual({
      ContactName: 'Artie Johnson',
      AddressLine1: '2131 E. 14th Street',
      City: 'New Berlin'
    });
    expect(contact('JOHN QUINN')).toMatchObject({ ContactName: 'John Quinn', City: 'Milwaukee' });
    expect(
      row(`SELECT ShipToAddress1, ShipToAddress2, ShipToCity, ShipToState, ShipToZipCode FROM SO_ShipToAddress
           WHERE CustomerNo = 'ABF' AND ShipToCode = '2'`)
    ).toEqual({
      ShipToAddress1: '5411 Kendrick Dr',
      ShipToAddress2: 'Suite 2087',
      ShipToCity: 'Racine',
      ShipToState: 'WI',
      ShipToZipCode: '53402'
    });
  });

  it.each([
    ['0000304', 1752],
    ['0000332', 0],
    ['0000333', 0],
    ['0000336', 120],
    ['0000337', 896],
    ['0000338', 1716],
    ['0000340', 839.5],
    ['0000341', 89.95]
  ])('have quote %s of 01-ABF at %d, in the history too', (salesOrderNo, total) => {
    const amounts = 'TaxableAmt + NonTaxableAmt - DiscountAmt + SalesTaxAmt + FreightAmt AS total';
    for (const table of ['SO_SalesOrderHeader', 'SO_SalesOrderHistoryHeader'])
      expect(row(`SELECT ${amounts} FROM ${table} WHERE SalesOrderNo = '${salesOrderNo}'`)).toEqual({
        total
      });
  });
});

describe('lastClockChange', () => {
  it.each([
    ['2026-03-31', '2025-11-02'],
    ['2026-11-01', '2026-11-01'],
    ['2026-10-31', '2025-11-02'],
    ['2027-12-01', '2027-11-07']
  ])('on %s is %s, the first Sunday of November', (day, change) => {
    expect(lastClockChange(day)).toBe(change);
  });
});
