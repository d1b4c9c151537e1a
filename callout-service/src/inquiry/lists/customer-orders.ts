import { z } from 'zod';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import { formatCustomerKey, type CustomerKey } from '../../canonical/customer-key.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import { moneySchema } from '../../canonical/money.ts';
import { optionalDay, optionalText } from '../../canonical/optional-text.ts';
import { salesOrderSchema, type SalesOrder } from '../../canonical/sales-order.ts';
import { collect } from '../collect.ts';
import { createLiveOrLast } from '../live-or-last.ts';
import { orderState, orderStateSchema } from '../orders/order-state.ts';
import { readCustomerKey } from '../read-customer-key.ts';
import { createSageDay } from '../sage-day.ts';
import type { ListParts } from './list-parts.ts';
import { choosePage, joinKey, pageOf, pageSchema, type PageRequest } from './list-page.ts';
import { requireCustomer } from './require-customer.ts';

const CUSTOMER_ORDERS = 'customerOrders';

/** Which orders of a customer: those that are open in Sage, quotes, or those that history alone still has. */
export const orderPlaces = ['open', 'quotes', 'history'] as const;
export type OrderPlace = (typeof orderPlaces)[number];

const orderItem = z
  .object({
    salesOrderNo: z.string(),
    kind: salesOrderSchema.shape.kind,
    status: orderStateSchema,
    orderDate: optionalDay,
    shipDate: optionalDay,
    expiresOn: optionalDay,
    customerPONo: optionalText,
    shipToName: optionalText,
    invoiceNo: optionalText,
    lastInvoiceDate: optionalDay,
    total: moneySchema
  })
  .meta({ id: 'CustomerOrderItem' });

/** A page of a customer's orders, the newest first. */
export const orderPageSchema = z
  .object({
    customerNo: z.string(),
    currency: z.string(),
    place: z.enum(orderPlaces),
    ...pageSchema.shape,
    items: z.array(orderItem).readonly(),
    ...freshnessSchema.shape
  })
  .meta({ id: 'CustomerOrderPage' });

export type CustomerOrderPage = z.infer<typeof orderPageSchema>;

export interface CustomerOrdersRequest extends PageRequest {
  readonly customerNo: string;
  readonly place: OrderPlace;
}

/** Makes the inquiry "orders of a customer". Rejects with LB101, LB108, LB401 or LB3xx. */
export function createCustomerOrderList(
  parts: ListParts<'salesOrders' | 'salesOrderHistory'>
): (request: CustomerOrdersRequest) => Promise<CustomerOrderPage> {
  const liveOrLast = createLiveOrLast(CUSTOMER_ORDERS, orderPageSchema, parts);
  const sageDay = createSageDay(parts.timeZone);
  return async (request) => {
    const key = readCustomerKey(request.customerNo);
    const customerNo = formatCustomerKey(key);
    const { place, pageSize, cursor = '' } = request;
    return liveOrLast([customerNo, place, pageSize, cursor].join('|'), async () => {
      const now = parts.clock();
      const [orders] = await Promise.all([
        readOrders(key, place, parts.records),
        requireCustomer(key, parts.records)
      ]);
      const list = `${CUSTOMER_ORDERS} ${customerNo} ${place}`;
      const page = choosePage(orders, { list, sortKey, newestFirst: true }, request);
      const shown = await addLines(page.chosen, place, parts.records);
      const today = sageDay(now);
      return {
        customerNo,
        currency: parts.currency,
        place,
        ...pageOf(
          page,
          shown.map((order) => describeOrder(order, today))
        ),
        asOf: now.toUTC().toISO(),
        source: 'live'
      };
    });
  };
}

async function readOrders(
  key: CustomerKey,
  place: OrderPlace,
  records: ListParts<'salesOrders' | 'salesOrderHistory'>['records']
): Promise<readonly SalesOrder[]> {
  const orders = await collect(records.salesOrders.of(key, { withLines: false }));
  if (place === 'history') {
    // Sage writes an order into history when it is entered, and keeps it there; an open one is listed as such alone.
    const history = await collect(records.salesOrderHistory.of(key, { withLines: false }));
    const open = new Set(orders.map(({ salesOrderNo }) => salesOrderNo));
    return history.filter(({ salesOrderNo }) => !open.has(salesOrderNo));
  }
  return orders.filter((order) => isQuote(order) === (place === 'quotes'));
}

/**
 * How far an order was shipped stands in its lines, which are read for one page only; an order that has gone in the
 * meantime stays as it was listed.
 */
async function addLines(
  orders: readonly SalesOrder[],
  place: OrderPlace,
  { salesOrders, salesOrderHistory }: ListParts<'salesOrders' | 'salesOrderHistory'>['records']
): Promise<readonly SalesOrder[]> {
  if (place === 'quotes') return orders;
  const reads = place === 'history' ? salesOrderHistory : salesOrders;
  const full = await reads.byKeys(orders.map(({ salesOrderNo }) => salesOrderNo));
  const byNumber = new Map(full.map((order) => [order.salesOrderNo, order]));
  return orders.map((order) => byNumber.get(order.salesOrderNo) ?? order);
}

function isQuote({ kind }: SalesOrder): boolean {
  return kind === 'quote' || kind === 'prospectQuote';
}

function sortKey({ orderDate, salesOrderNo }: SalesOrder): string {
  return joinKey(orderDate, salesOrderNo);
}

function describeOrder(order: SalesOrder, today: CalendarDay): CustomerOrderPage['items'][number] {
  return {
    salesOrderNo: order.salesOrderNo,
    kind: order.kind,
    status: orderState(order, today),
    orderDate: order.orderDate,
    shipDate: order.shipDate,
    expiresOn: order.expiresOn,
    customerPONo: order.customerPONo,
    shipToName: order.shipToName,
    invoiceNo: order.invoiceNo,
    lastInvoiceDate: order.lastInvoiceDate,
    total: order.total
  };
}
