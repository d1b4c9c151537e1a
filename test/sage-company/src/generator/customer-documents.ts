import type { EndedOrder } from './order-history.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { SalesOrder } from './sales-orders.ts';
import type { UnpostedInvoice } from './unposted-invoices.ts';

/** All documents of one customer. */
export interface CustomerDocuments {
  readonly invoices: readonly PostedInvoice[];
  readonly orders: readonly SalesOrder[];
  /** Orders and quotes that are only in the history any more. */
  readonly endedOrders: readonly EndedOrder[];
  readonly unpostedInvoices: readonly UnpostedInvoice[];
}
