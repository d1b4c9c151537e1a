import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { plainAmounts } from '../generator/document-amounts.ts';
import type { DocumentLine } from '../generator/document-amounts.ts';
import type { SalesOrder } from '../generator/sales-orders.ts';
import { parseCents } from '../money.ts';
import { miscellaneousItem, verifiedItems } from './items.ts';

type PublishedOrder = readonly [
  salesOrderNo: string,
  orderType: 'S' | 'Q',
  orderStatus: 'N' | 'O',
  total: string
];

/** Sixteen orders of the same amount were published: 0000272 to 0000277 and 0000294 to 0000303. */
const REPEATED: readonly PublishedOrder[] = [...range(272, 277), ...range(294, 303)].map(
  (number) => [number.toString().padStart(7, '0'), 'S', 'O', '185.54'] as const
);

/**
 * Verified: the orders and quotes of 01-ABF with type, status and total as Sage's sample data publishes them. Their
 * dates were not published and are invented; so are the lines of all but 0000184, one miscellaneous line each. The
 * status of those published without one is taken as open.
 */
const PUBLISHED: readonly PublishedOrder[] = [
  ['0000171', 'S', 'O', '81.48'],
  ...REPEATED,
  ['0000278', 'S', 'O', '3092.04'],
  ['0000304', 'Q', 'O', '1752.00'],
  ['0000307', 'S', 'N', '185.54'],
  ['0000310', 'S', 'O', '4475.54'],
  ['0000331', 'S', 'N', '0.00'],
  ['0000332', 'Q', 'N', '0.00'],
  ['0000333', 'Q', 'N', '0.00'],
  ['0000336', 'Q', 'O', '120.00'],
  ['0000337', 'Q', 'O', '896.00'],
  ['0000338', 'Q', 'O', '1716.00'],
  ['0000340', 'Q', 'O', '839.50'],
  ['0000341', 'Q', 'O', '89.95']
];

/** The orders and quotes of 01-ABF, dated back from the company's today. */
export function abfOrders(today: CalendarDay): SalesOrder[] {
  const published = PUBLISHED.map(([salesOrderNo, orderType, orderStatus, total]) => ({
    ...dated(today, salesOrderNo),
    salesOrderNo,
    orderType,
    orderStatus,
    customerPONo: '',
    shipVia: 'UPS BLUE',
    amounts: plainAmounts(parseCents(total)),
    lines: total === '0.00' ? [] : [miscellaneousLine(total)]
  }));
  return [order0000115(today), order0000184(today), ...published];
}

/** Verified: taxable 8600.00, discount 860.00, tax 116.10, which make 7856.10. */
function order0000115(today: CalendarDay): SalesOrder {
  return {
    ...dated(today, '0000115'),
    salesOrderNo: '0000115',
    orderType: 'S',
    orderStatus: 'O',
    customerPONo: '',
    shipVia: 'UPS BLUE',
    amounts: { taxable: 8_600_00, nonTaxable: 0, discount: 860_00, salesTax: 116_10, freight: 0 },
    lines: [miscellaneousLine('8600.00')]
  };
}

/** Verified: purchase order number, carrier and both lines. Its total is that of its lines. */
function order0000184(today: CalendarDay): SalesOrder {
  const quantities = [2, 3];
  const lines = verifiedItems.map((item, index): DocumentLine => {
    return {
      item,
      quantity: quantities[index] ?? 0,
      backordered: 0,
      unitPrice: item.price,
      warehouseCode: '000'
    };
  });
  return {
    ...dated(today, '0000184'),
    salesOrderNo: '0000184',
    orderType: 'S',
    orderStatus: 'O',
    customerPONo: '101255',
    shipVia: 'UPS BLUE',
    amounts: plainAmounts(parseCents('561.00')),
    lines
  };
}

/** Later numbers were taken later: number 350 would be of today, and an older one a day earlier for every four. */
function dated(today: CalendarDay, salesOrderNo: string) {
  const orderDate = addDays(today, -Math.floor((350 - Number(salesOrderNo)) / 4));
  return { orderDate, shipExpireDate: addDays(orderDate, 21) };
}

function miscellaneousLine(amount: string): DocumentLine {
  return {
    item: miscellaneousItem,
    quantity: 1,
    backordered: 0,
    unitPrice: parseCents(amount),
    warehouseCode: '000'
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
