import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { purchaseOrderSchema } from '../../../canonical/purchase-order.ts';
import { everything, startDocumentCompany, type DocumentCompany } from './test-support/document-company.ts';

let sage: DocumentCompany;

beforeAll(async () => {
  sage = await startDocumentCompany();
}, 60_000);
afterAll(() => sage.close());

it.each([4, 1_000])(
  'when pages hold %i, then every purchase order comes once with its lines and total',
  async (pageSize) => {
    const orders = await everything(sage.records.purchaseOrders.scan({ pageSize }));
    const headers = await sage.table('PO_PurchaseOrderHeader', [
      'PurchaseOrderNo',
      'TaxableAmt',
      'NonTaxableAmt',
      'SalesTaxAmt',
      'FreightAmt'
    ]);
    const lines = await sage.table('PO_PurchaseOrderDetail', ['PurchaseOrderNo', 'LineKey']);
    expect(orders.map(({ purchaseOrderNo }) => purchaseOrderNo)).toEqual(
      headers.map(([number]) => number).toSorted()
    );
    const read = orders.flatMap((order) =>
      order.lines.map(({ lineKey }) => `${order.purchaseOrderNo}/${lineKey}`)
    );
    expect(read.toSorted()).toEqual(lines.map((row) => row.join('/')).toSorted());
    const totals = new Map(
      headers.map(([number, ...amounts]) => [
        number,
        amounts.reduce((total: Decimal, amount) => total.plus(String(amount)), new Decimal(0)).toFixed(2)
      ])
    );
    for (const order of orders) {
      expect(order.total).toBe(totals.get(order.purchaseOrderNo));
      expect(purchaseOrderSchema.parse(order)).toEqual(order);
    }
  }
);

it('when the orders of a vendor are asked for, then they are those of the table, in order', async () => {
  const rows = await sage.table('PO_PurchaseOrderHeader', ['APDivisionNo', 'VendorNo', 'PurchaseOrderNo']);
  const [apDivisionNo, vendorNo] = (rows[0] ?? []).map(String);
  const vendor = { apDivisionNo: apDivisionNo ?? '', vendorNo: vendorNo ?? '' };
  const orders = await everything(sage.records.purchaseOrders.of(vendor));
  const ofVendor = rows.filter(([division, number]) => division === apDivisionNo && number === vendorNo);
  expect(orders.map(({ purchaseOrderNo }) => purchaseOrderNo)).toEqual(
    ofVendor.map((row) => row[2]).toSorted()
  );
});

it('when more than 200 numbers are asked for, then those that Sage has come in that order', async () => {
  const all = await everything(sage.records.purchaseOrders.scan());
  const unknown = Array.from({ length: 220 }, (_, index) => `X${index}`);
  const numbers = all.map(({ purchaseOrderNo }) => purchaseOrderNo).toReversed();
  expect(await sage.records.purchaseOrders.byKeys([...unknown, ...numbers])).toEqual(all.toReversed());
});

it('when one is put on hold, then it is among the changes with all its lines', async () => {
  const [before] = await everything(sage.records.purchaseOrders.scan());
  const number = before?.purchaseOrderNo ?? '';
  sage.write(
    `UPDATE PO_PurchaseOrderHeader SET OnHold = 'Y', OrderStatus = 'B', DateUpdated = '2030-01-15', TimeUpdated = '8.50000'
     WHERE PurchaseOrderNo = ?`,
    number
  );
  const window = { since: '2030-01-15T08:00:00Z', overlapMinutes: 0 };
  expect(await everything(sage.records.purchaseOrders.changedSince(window))).toEqual([
    { ...before, onHold: true, status: 'backOrdered', updatedAt: '2030-01-15T08:30:00.000Z' }
  ]);
});
