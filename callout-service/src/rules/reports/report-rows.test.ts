import { describe, expect, it } from 'vitest';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import type { Invoice, InvoiceLine } from '../../canonical/invoice.ts';
import type { PostalAddress } from '../../canonical/postal-address.ts';
import type { SalesOrder, SalesOrderLine } from '../../canonical/sales-order.ts';
import { ArAgingReport } from './ar-aging-report.ts';
import { openOrderRow } from './open-order-row.ts';
import { SalesByCustomerReport } from './sales-by-customer-report.ts';
import { SalesByItemReport } from './sales-by-item-report.ts';
import { stockStatusRow } from './stock-status-row.ts';

const NO_ADDRESS: PostalAddress = {
  addressLine1: null,
  addressLine2: null,
  addressLine3: null,
  city: null,
  state: null,
  zipCode: null,
  countryCode: null
};

function invoice(own: Partial<Invoice> = {}): Invoice {
  return {
    invoiceNo: '0100001',
    headerSeqNo: '000000',
    posted: true,
    invoiceType: 'IN',
    arDivisionNo: '01',
    customerNo: 'ABF',
    invoiceDate: '2026-05-10',
    dueDate: '2026-06-09',
    discountDueDate: null,
    postingDate: '2026-05-10',
    termsCode: null,
    salesperson: null,
    customerPONo: null,
    salesOrderNo: null,
    orderDate: null,
    shipDate: null,
    shipVia: null,
    billToName: null,
    billTo: NO_ADDRESS,
    shipToCode: null,
    shipToName: null,
    shipTo: NO_ADDRESS,
    comment: null,
    applyToInvoiceNo: null,
    taxableAmount: '100.00',
    nonTaxableAmount: '20.00',
    discountAmount: '10.00',
    salesTaxAmount: '8.00',
    freightAmount: '5.00',
    depositAmount: '0.00',
    costOfSalesAmount: '60.00',
    total: '123.00',
    balance: '123.00',
    lines: [],
    packages: [],
    userDefinedFields: {},
    createdAt: null,
    updatedAt: null,
    ...own
  };
}

function invoiceLine(own: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    lineKey: '000001',
    itemCode: '6655',
    itemType: 'regular',
    description: null,
    comment: null,
    warehouseCode: null,
    unitOfMeasure: 'EACH',
    unitConversion: '1.0000',
    quantityOrdered: '2.000000',
    quantityShipped: '2.000000',
    quantityBackordered: '0.000000',
    unitPrice: '10.000000',
    unitCost: '4.125000',
    discountPercent: '0.000',
    extensionAmount: '20.00',
    salesOrderNo: null,
    userDefinedFields: {},
    ...own
  };
}

function orderLine(own: Partial<SalesOrderLine> = {}): SalesOrderLine {
  const { unitConversion: _none, salesOrderNo: _neither, ...shared } = invoiceLine();
  return {
    ...shared,
    lineSeqNo: '1',
    quantityShipped: '0.000000',
    quantityInvoiced: '0.000000',
    priceOverridden: false,
    promiseDate: null,
    dropShip: false,
    purchaseOrderNo: null,
    cancelled: false,
    ...own
  };
}

function order(lines: readonly SalesOrderLine[], own: Partial<SalesOrder> = {}): SalesOrder {
  const { packages: _none, balance: _neither, ...shared } = invoice();
  return {
    ...shared,
    salesOrderNo: '0000115',
    place: 'open',
    kind: 'standard',
    orderStatus: 'O',
    expiresOn: null,
    warehouseCode: null,
    taxSchedule: null,
    confirmTo: null,
    emailAddress: null,
    cancelReasonCode: null,
    lastInvoiceDate: null,
    discountRate: '0.000',
    lines: [...lines],
    ...own
  };
}

describe('AR aging', () => {
  const settings = { basis: 'invoice-date', bucketDays: [30, 60, 90, 120] } as const;

  it('when the invoices of a customer come in several pages, then they are added up into one row', () => {
    const report = new ArAgingReport(settings, '2026-06-10');
    report.add([invoice(), invoice({ customerNo: 'AVNET', balance: '1.00', invoiceDate: null })]);
    report.add([invoice({ balance: '-23.00', invoiceDate: '2026-04-01' }), invoice({ balance: '0.00' })]);
    expect(report.rows()).toMatchObject([
      {
        customerNo: 'ABF',
        buckets: ['0.00', '123.00', '-23.00', '0.00', '0.00'],
        total: '100.00',
        openInvoiceCount: 2,
        oldestInvoiceDate: '2026-04-01'
      },
      { customerNo: 'AVNET', total: '1.00', oldestInvoiceDate: null }
    ]);
  });
});

describe('sales by customer', () => {
  it('when there is a credit memo, then it lowers sales; finance charges and deleted invoices are none', () => {
    const report = new SalesByCustomerReport();
    const credit = {
      invoiceType: 'CM',
      taxableAmount: '-30.00',
      nonTaxableAmount: '0.00',
      discountAmount: '0.00',
      costOfSalesAmount: '-15.00'
    };
    report.add([invoice(), invoice(credit), invoice({ invoiceType: 'FC' }), invoice({ invoiceType: 'XD' })]);
    expect(report.rows()).toEqual([
      {
        arDivisionNo: '01',
        customerNo: 'ABF',
        month: '2026-05',
        invoiceCount: 2,
        sales: '80.00',
        cost: '45.00'
      }
    ]);
  });

  it('when months and customers differ, then each has its own row, in their order', () => {
    const report = new SalesByCustomerReport({ from: '2026-04-30', to: '2026-05-31' });
    report.add([
      invoice({ customerNo: 'B' }),
      invoice(),
      invoice({ invoiceDate: null, postingDate: '2026-04-30' })
    ]);
    report.add([invoice({ invoiceDate: '2026-06-01' }), invoice({ invoiceDate: '2026-04-29' })]);
    expect(report.rows().map(({ customerNo, month }) => `${customerNo} ${month}`)).toEqual([
      'ABF 2026-04',
      'ABF 2026-05',
      'B 2026-05'
    ]);
  });
});

describe('sales by item', () => {
  it('when a line is sold by the dozen, then its quantity is in standard units and its cost by its own unit', () => {
    const report = new SalesByItemReport();
    const dozen = {
      quantityShipped: '3.000000',
      unitConversion: '12.0000',
      unitCost: '1.111000',
      extensionAmount: '90.00'
    };
    report.add([
      invoice({
        lines: [
          invoiceLine(),
          invoiceLine(dozen),
          invoiceLine({ itemCode: null }),
          invoiceLine({ itemType: 'comment' })
        ]
      })
    ]);
    expect(report.rows()).toEqual([
      // 2 × 4.125 = 8.25 and 3 × 1.111 = 3.333, in cents 3.33.
      { itemCode: '6655', month: '2026-05', quantity: '38.000000', sales: '110.00', cost: '11.58' }
    ]);
  });
});

describe('open orders', () => {
  it('when lines are shipped in part, wholly or beyond, then only what is left counts, less the discount, in cents', () => {
    const lines = [
      orderLine({
        quantityOrdered: '3.000000',
        quantityShipped: '1.000000',
        unitPrice: '9.995000',
        discountPercent: '10.000'
      }),
      orderLine({ quantityShipped: '2.000000' }),
      orderLine({ quantityShipped: '5.000000' }),
      orderLine({ quantityOrdered: '-1.000000' }),
      orderLine({ itemType: 'comment' })
    ];
    // 2 × 9.995 × 0.9 = 17.991, in cents 17.99; less 10.00 that comes back.
    expect(openOrderRow(order(lines))).toMatchObject({
      lineCount: 4,
      openLineCount: 2,
      openAmount: '7.99',
      total: '123.00'
    });
  });

  it.each([{ kind: 'quote' }, { kind: 'master' }, { kind: 'repeating' }, { orderStatus: 'C' }] as const)(
    'when it is %o, then it is no open order',
    (own) => {
      expect(openOrderRow(order([], own))).toBeUndefined();
    }
  );
});

describe('stock status', () => {
  const level: InventoryLevel = {
    itemCode: '6655',
    warehouseCode: '000',
    binLocation: null,
    quantityOnHand: '10.000000',
    quantityOnSalesOrder: '3.000000',
    quantityOnBackOrder: '2.000000',
    quantityOnPurchaseOrder: '4.000000',
    quantityOnWorkOrder: '0.000000',
    quantityRequiredForWorkOrder: '0.000000',
    quantityInShipping: '0.000000',
    reorderPointQuantity: '5.000001',
    averageCost: '1.234500',
    createdAt: null,
    updatedAt: null
  };
  const settings = { includePurchaseOrders: false, includeWorkOrders: false };

  it('when less is available than the reorder point, then it is below it; its value is in cents', () => {
    expect(stockStatusRow(level, 'PRINTER STAND', settings)).toMatchObject({
      itemCodeDesc: 'PRINTER STAND',
      quantityAvailable: '5.000000',
      belowReorderPoint: true,
      value: '12.35'
    });
  });

  it('when purchase orders count, or there is no reorder point, then it is not', () => {
    expect(stockStatusRow(level, '', { ...settings, includePurchaseOrders: true }).belowReorderPoint).toBe(
      false
    );
    const none = { ...level, reorderPointQuantity: '0.000000', quantityOnHand: '-9.000000' };
    expect(stockStatusRow(none, '', settings).belowReorderPoint).toBe(false);
  });
});
