import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import type { CustomerDocuments } from '../generator/customer-documents.ts';
import { exemptAmounts } from '../generator/document-amounts.ts';
import { lineKey } from '../generator/line-columns.ts';
import type { EndedOrder } from '../generator/order-history.ts';
import type { SalesOrder } from '../generator/sales-orders.ts';
import { shipOrder } from '../generator/unposted-invoices.ts';
import type { UnpostedInvoice } from '../generator/unposted-invoices.ts';
import { caseInvoices, completedByTwoInvoices } from './case-invoices.ts';
import { line, order } from './case-documents.ts';

/** The documents of 01-ORDERCAS: orders of each type and status, in each state of delivery, and what became of some. */
export function orderCases(today: CalendarDay): CustomerDocuments {
  const invoiced = order(today, '0000922', [line('STK-A', 6, { backordered: 2 })], {
    more: { CurrentInvoiceNo: '0100931' }
  });
  return {
    invoices: caseInvoices(today),
    orders: [...plainOrders(today), ...quotesAndMasters(today), ...specialLines(today), invoiced],
    endedOrders: [...deletedOrders(today), completedByTwoInvoices(today)],
    unpostedInvoices: unposted(today, invoiced)
  };
}

function plainOrders(today: CalendarDay): SalesOrder[] {
  const lastInvoice = { invoiceNo: '0100904', invoiceDate: addDays(today, -2), invoicedAmount: 120_00 };
  return [
    order(today, '0000901', [line('STK-ALL', 7), line('STK-ALL', 2, { warehouseCode: '001' })]),
    order(today, '0000903', [line('STK-A', 3)], { orderStatus: 'H' }),
    // Ten ordered, six shipped with invoice 0100904, four to come.
    order(today, '0000904', [line('STK-ALL', 10, { shipped: 6, backordered: 4 })], {
      orderType: 'B',
      lastInvoice
    }),
    order(today, '0000905', [line('STK-A', 5)], {
      payments: [
        { paymentType: 'CHECK', category: 'D', amount: 50_00 },
        { paymentType: 'VISA', category: 'P', amount: 25_00 }
      ]
    }),
    order(today, '0000918', [line('STK-A', 1)], { orderStatus: 'C' }),
    // Full header: every user-defined field, and the key of the request that wrote it.
    order(today, '0000915', [line('STK-A', 2, { more: LINE_FIELDS })], {
      customerPONo: 'DUPLICATE-PO',
      shipExpireDate: addDays(today, 400),
      more: headerFields(today)
    }),
    order(today, '0000916', [line('STK-A', 2)], { customerPONo: 'DUPLICATE-PO' }),
    order(
      today,
      '0000920',
      Array.from({ length: 250 }, () => line('PRC-STD', 1))
    )
  ];
}

function quotesAndMasters(today: CalendarDay): SalesOrder[] {
  const quote = { orderType: 'Q', orderStatus: 'O' } as const;
  return [
    order(today, '0000906', [line('STK-A', 9)], { ...quote, shipExpireDate: addDays(today, 20) }),
    order(today, '0000907', [line('STK-A', 9)], { ...quote, shipExpireDate: addDays(today, -5) }),
    order(today, '0000909', [line('STK-A', 120)], { orderType: 'M', shipExpireDate: addDays(today, 300) }),
    order(today, '0000910', [line('STK-A', 4)], { orderType: 'R', shipExpireDate: addDays(today, 300) }),
    order(today, '0000911', [line('STK-A', 4)], { more: { MasterRepeatingOrderNo: '0000910' } })
  ];
}

function specialLines(today: CalendarDay): SalesOrder[] {
  const component = { ExplodedKitItem: 'C', SalesKitLineKey: lineKey(2) };
  return [
    order(today, '0000912', [
      line('STK-A', 2, { discountPercent: 5 }),
      line('KIT-DESK', 1, { unitPrice: 99_00, more: { ExplodedKitItem: 'Y' } }),
      line('STK-ONE', 1, { unitPrice: 0, more: component }),
      line('STK-BOX', 1, { unitPrice: 0, more: component }),
      line('/FREIGHT', 1, { unitPrice: 15_00 }),
      line('/NOTE', 0, {
        unitPrice: 0,
        more: { CommentText: `Ring the bell. ${'Long comment. '.repeat(60)}` }
      }),
      line('/LABOR', 1.5, { unitPrice: 80_00 })
    ]),
    order(today, '0000913', [
      line('STK-ONE', 4, {
        more: { DropShip: 'Y', PurchaseOrderNo: '0000906', APDivisionNo: '01', VendorNo: 'ACME' }
      })
    ]),
    // 12.5 feet at 1.25: 15.63, half a cent rounded up.
    order(today, '0000914', [line('STK-FRACT', 12.5, { unitPrice: 1_25 })])
  ];
}

function deletedOrders(today: CalendarDay): EndedOrder[] {
  const base = order(today, '0000932', [line('STK-A', 8)]);
  const endedOn = addDays(today, -1);
  return [
    { ...base, historyStatus: 'X', cancelReasonCode: 'CUST', endedOn },
    { ...base, salesOrderNo: '0000933', historyStatus: 'Z', endedOn }
  ];
}

/** An invoice of order 0000922 that leaves two on back order, a credit memo, and a one-step invoice. */
function unposted(today: CalendarDay, invoiced: SalesOrder): UnpostedInvoice[] {
  const credited = [line('STK-A', -1)];
  const oneStep = [line('STK-A', 3)];
  const base = { invoiceDate: today, invoiceType: 'IN' } as const;
  return [
    {
      ...base,
      invoiceNo: '0100931',
      order: invoiced,
      lines: shipOrder(invoiced),
      amounts: exemptAmounts([line('STK-A', 4)])
    },
    { ...base, invoiceNo: '0100932', invoiceType: 'CM', lines: credited, amounts: exemptAmounts(credited) },
    { ...base, invoiceNo: '0100933', lines: oneStep, amounts: exemptAmounts(oneStep) }
  ];
}

const LINE_FIELDS = {
  UDF_ENGRAVING: "FOR ANN O'NEIL",
  UDF_LENGTH_CUT: '12.375',
  UDF_NEEDED_BY: '2031-02-28'
};

function headerFields(today: CalendarDay) {
  return {
    UDF_SALESFORCE_ID: 'LB-0123456789ABCDEF0123456789ABCDEF01234',
    UDF_PRIORITY: 'HIGH',
    UDF_INSTALL_DATE: addDays(today, 14),
    UDF_PALLETS: '2.5',
    UDF_GIFT_WRAP: 'Y',
    UDF_INSTRUCTIONS: 'Leave at the dock. '.repeat(13).trim()
  };
}
