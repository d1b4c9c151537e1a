import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { salesOrderSchema } from '../../../canonical/sales-order.ts';
import { everything, startDocumentCompany, type DocumentCompany } from './test-support/document-company.ts';

const abf = { arDivisionNo: '01', customerNo: 'ABF' };

let sage: DocumentCompany;

beforeAll(async () => {
  sage = await startDocumentCompany();
}, 60_000);
afterAll(() => sage.close());
beforeEach(() => {
  sage.statements.length = 0;
  sage.unreadable.length = 0;
});

/** Order and line of every line that was read, as `0000115/000001`. */
function lineKeys(orders: readonly SalesOrder[]): readonly string[] {
  return orders.flatMap(({ salesOrderNo, lines }) =>
    lines.map(({ lineKey }) => `${salesOrderNo}/${lineKey}`)
  );
}

async function lineKeysOfSage(): Promise<readonly string[]> {
  const rows = await sage.table('SO_SalesOrderDetail', ['SalesOrderNo', 'LineKey']);
  return rows.map(([salesOrderNo, lineKey]) => `${String(salesOrderNo)}/${String(lineKey)}`);
}

describe('open orders and quotes by their number', () => {
  it.each([
    ['0000115', 'standard', 'O', '7856.10'],
    ['0000171', 'standard', 'O', '81.48'],
    ['0000272', 'standard', 'O', '185.54'],
    ['0000278', 'standard', 'O', '3092.04'],
    ['0000303', 'standard', 'O', '185.54'],
    ['0000307', 'standard', 'N', '185.54'],
    ['0000310', 'standard', 'O', '4475.54'],
    ['0000331', 'standard', 'N', '0.00'],
    ['0000304', 'quote', 'O', '1752.00'],
    ['0000332', 'quote', 'N', '0.00'],
    ['0000336', 'quote', 'O', '120.00'],
    ['0000337', 'quote', 'O', '896.00'],
    ['0000338', 'quote', 'O', '1716.00'],
    ['0000340', 'quote', 'O', '839.50'],
    ['0000341', 'quote', 'O', '89.95']
  ])(
    'when %s of 01-ABF is read, then it is a %s with status %s over %s',
    async (number, kind, status, total) => {
      const [order] = await sage.records.salesOrders.byKeys([number]);
      expect(order).toMatchObject({
        salesOrderNo: number,
        place: 'open',
        kind,
        orderStatus: status,
        total,
        ...abf
      });
    }
  );

  it('when 0000115 is read, then its total is made of the published amounts', async () => {
    const [order] = await sage.records.salesOrders.byKeys(['115']);
    expect(order).toMatchObject({
      salesOrderNo: '0000115',
      taxableAmount: '8600.00',
      discountAmount: '860.00',
      salesTaxAmount: '116.10',
      total: '7856.10'
    });
    expect(salesOrderSchema.parse(order)).toEqual(order);
  });

  it('when 0000184 is read, then its two published lines come with it', async () => {
    const [order] = await sage.records.salesOrders.byKeys(['0000184']);
    expect(order).toMatchObject({ customerPONo: '101255', shipVia: 'UPS BLUE' });
    expect(order?.lines).toMatchObject([
      {
        itemCode: '1001-HON-H252',
        quantityOrdered: '2.000000',
        unitPrice: '84.000000',
        extensionAmount: '168.00'
      },
      {
        itemCode: '1001-HON-H254',
        quantityOrdered: '3.000000',
        unitPrice: '131.000000',
        extensionAmount: '393.00'
      }
    ]);
  });

  it('when it is a quote, then its day is the one on which it expires; of an order it is the ship date', async () => {
    const [quote, order] = await sage.records.salesOrders.byKeys(['0000304', '0000307']);
    expect(quote?.shipDate).toBeNull();
    expect(quote?.expiresOn).toMatch(/^\d{4}-/);
    expect(order?.shipDate).toMatch(/^\d{4}-/);
    expect(order?.expiresOn).toBeNull();
  });

  it('when lines are not wanted, then their table is left alone', async () => {
    const [order] = await sage.records.salesOrders.byKeys(['0000184'], { withLines: false });
    expect(order).toMatchObject({ salesOrderNo: '0000184', lines: [] });
    expect(sage.statements.join('\n')).not.toContain('SO_SalesOrderDetail');
  });

  it('when a site has fields of its own, then header and lines carry them', async () => {
    await sage.company.control.set('SO_SalesOrderHeader', '0000184', {
      UDF_PRIORITY: 'HIGH',
      UDF_PALLETS: '2.5'
    });
    await sage.company.control.set('SO_SalesOrderDetail', '0000184/000001', { UDF_LENGTH_CUT: '12.125' });
    const [order] = await sage.records.salesOrders.byKeys(['0000184']);
    expect(order?.userDefinedFields).toMatchObject({
      UDF_PRIORITY: 'HIGH',
      UDF_PALLETS: '2.5',
      UDF_INSTALL_DATE: null
    });
    expect(order?.lines[0]?.userDefinedFields).toMatchObject({ UDF_LENGTH_CUT: '12.125' });
  });

  it('when an order type is none of Sage’s, then the read by key rejects and a scan goes on without it', async () => {
    await sage.company.control.set('SO_SalesOrderHeader', '0000171', { OrderType: '?' });
    await expect(sage.records.salesOrders.byKeys(['0000171'])).rejects.toMatchObject({ code: 'LB308' });
    const numbers = (await everything(sage.records.salesOrders.scan())).map(
      ({ salesOrderNo }) => salesOrderNo
    );
    expect(numbers).not.toContain('0000171');
    expect(numbers).toContain('0000184');
    expect(sage.unreadable).toMatchObject([{ table: 'SO_SalesOrderHeader' }]);
    await sage.company.control.set('SO_SalesOrderHeader', '0000171', { OrderType: 'S' });
  });
});

describe('open orders of a customer', () => {
  it('when the orders of 01-ABF are asked for, then all of them and no others come, each with its lines', async () => {
    const orders = await everything(sage.records.salesOrders.of(abf, { pageSize: 10 }));
    const headers = await sage.table('SO_SalesOrderHeader', ['SalesOrderNo', 'ARDivisionNo', 'CustomerNo']);
    const ofAbf = headers.filter(([, division, customer]) => division === '01' && customer === 'ABF');
    expect(orders.map(({ salesOrderNo }) => salesOrderNo)).toEqual(
      ofAbf.map(([number]) => number).toSorted()
    );
    expect(orders).toHaveLength(31);
    const ours = new Set(orders.map(({ salesOrderNo }) => salesOrderNo));
    const lines = (await lineKeysOfSage()).filter((key) => ours.has(key.slice(0, 7)));
    expect(lineKeys(orders)).toEqual(lines.toSorted());
  });
});

describe('what was invoiced of an order', () => {
  it('when lines went on posted invoices, then each line has the quantity of its links', async () => {
    const links = await sage.table('SO_ARInvoiceHistoryLink', [
      'SalesOrderNo',
      'SequenceNo',
      'QuantityShipped'
    ]);
    const finished = await everything(sage.records.salesOrderHistory.scan());
    const invoiced = finished.flatMap(({ lines }) =>
      lines.map(({ quantityInvoiced }) => Number(quantityInvoiced))
    );
    const linked = links.map(([, , quantity]) => Number(quantity));
    const sum = (quantities: readonly number[]) => quantities.reduce((total, each) => total + each, 0);
    expect(linked.length).toBeGreaterThan(0);
    expect(sum(invoiced)).toBeCloseTo(sum(linked), 6);
  });
});

describe('a scan of open orders', () => {
  it.each([7, 50, 1_000])(
    'when pages hold %i orders, then every order comes once, in order, with all its lines',
    async (pageSize) => {
      const orders = await everything(sage.records.salesOrders.scan({ pageSize }));
      const headers = await sage.table('SO_SalesOrderHeader', ['SalesOrderNo']);
      expect(orders.map(({ salesOrderNo }) => salesOrderNo)).toEqual(
        headers.map(([number]) => number).toSorted()
      );
      expect(lineKeys(orders).toSorted()).toEqual((await lineKeysOfSage()).toSorted());
      // One statement for the headers of a page, one for their lines and one for what was invoiced of them; the last page
      // may be empty.
      expect(sage.statements.length).toBeLessThanOrEqual(3 * Math.ceil(headers.length / pageSize) + 1);
    }
  );

  it('when an order has 450 lines, and a line has no order, then no line is lost, doubled or given to another', async () => {
    sage.write(
      `WITH RECURSIVE position(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM position WHERE n < 450)
       INSERT INTO SO_SalesOrderDetail (SalesOrderNo, LineKey, LineSeqNo, ItemType, QuantityOrdered)
       SELECT '0000331', printf('%06d', n), printf('%014d', 451 - n), '1', n FROM position`
    );
    sage.write(
      "INSERT INTO SO_SalesOrderDetail (SalesOrderNo, LineKey, ItemType) VALUES ('0000330', '000001', '1')"
    );
    const orders = await everything(sage.records.salesOrders.scan({ pageSize: 5 }));
    const big = orders.find(({ salesOrderNo }) => salesOrderNo === '0000331');
    expect(big?.lines).toHaveLength(450);
    // They stand as LineSeqNo says, which here is the other way round than their keys.
    expect(big?.lines.map(({ quantityOrdered }) => Number(quantityOrdered))).toEqual(
      Array.from({ length: 450 }, (_, index) => 450 - index)
    );
    const inSage = (await lineKeysOfSage()).filter((key) => key !== '0000330/000001');
    expect(lineKeys(orders).toSorted()).toEqual(inSage.toSorted());
    sage.write("DELETE FROM SO_SalesOrderDetail WHERE SalesOrderNo IN ('0000330', '0000331')");
  });

  it('when it goes on behind an order, then it begins with the next one', async () => {
    const orders = await everything(sage.records.salesOrders.scan({ after: '0000337', pageSize: 2 }));
    expect(orders.slice(0, 2).map(({ salesOrderNo }) => salesOrderNo)).toEqual(['0000338', '0000340']);
  });
});

describe('orders that were changed', () => {
  const changes = { since: '2030-01-15T15:00:00Z', overlapMinutes: 0 };

  function touch(salesOrderNo: string, timeUpdated: string): void {
    sage.write(
      "UPDATE SO_SalesOrderHeader SET DateUpdated = '2030-01-15', TimeUpdated = ? WHERE SalesOrderNo = ?",
      timeUpdated,
      salesOrderNo
    );
  }

  it('when one header is changed, then that order comes with all its lines, and no other', async () => {
    touch('0000184', '15.50000');
    touch('0000310', '14.99000');
    const orders = await everything(sage.records.salesOrders.changedSince(changes));
    expect(orders).toMatchObject([
      { salesOrderNo: '0000184', updatedAt: '2030-01-15T15:30:00.000Z', lines: [{}, {}] }
    ]);
  });

  it('when a line was deleted and the header changed, then the order comes without that line', async () => {
    sage.write("DELETE FROM SO_SalesOrderDetail WHERE SalesOrderNo = '0000184' AND LineKey = '000001'");
    touch('0000184', '16.25000');
    const [order] = await everything(sage.records.salesOrders.changedSince(changes));
    expect(order?.lines.map(({ itemCode }) => itemCode)).toEqual(['1001-HON-H254']);
  });

  it('when the window looks back further, then what was changed before it comes too', async () => {
    const orders = await everything(
      sage.records.salesOrders.changedSince({ ...changes, overlapMinutes: 120 })
    );
    expect(orders.map(({ salesOrderNo }) => salesOrderNo)).toEqual(['0000184', '0000310']);
  });
});
