import type { SalesOrder } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { sentOrderSchema, type SentOrder } from '../../rules/order-draft/sent-order.ts';
import type { OrderRun } from './order-out-options.ts';

/** Link of an order's identity with its number in Sage. */
export const salesOrderEntity = 'sales-order';

/** An order that stands in Sage, open or in the history. */
export interface StandingOrder {
  readonly salesOrderNo: string;
  /** Undefined where it was found by its request key: nothing is known of what was sent. */
  readonly sent: SentOrder | undefined;
}

/** What is known of where an order may stand. */
export interface WhereToLook {
  /** What the record shows; null without one. */
  readonly numberOnRecord: string | null;
  /** Undefined where nobody is known: then no order can have been made. */
  readonly customerNo: string | undefined;
}

/**
 * The order that this request key has made, undefined when it has made none: by the link, by the number on the record, or
 * by the request key that Sage keeps with every order, so that an attempt whose end is not known is found.
 * @throws LedgerBridgeError LB759 when the number on the record is another's; LB403 when Sage does not have it; LB3xx.
 */
export async function standingOrder(
  { numberOnRecord, customerNo }: WhereToLook,
  run: OrderRun
): Promise<StandingOrder | undefined> {
  const { request, context, writer } = run;
  const link = await context.store.links.bySalesforceId(salesOrderEntity, request.orderKey);
  if (link !== undefined) {
    if (numberOnRecord !== null && sageNo(numberOnRecord) !== link.sageKey)
      throw another(numberOnRecord, run);
    const sent = sentOrderSchema.safeParse(link.agreed);
    return { salesOrderNo: link.sageKey, sent: sent.success ? sent.data : undefined };
  }
  if (numberOnRecord !== null) return ofThatNumber(sageNo(numberOnRecord), run);
  if (customerNo === undefined) return undefined;
  const found = await writer.findSalesOrder({ requestKey: request.orderKey, customerNo });
  return found === undefined ? undefined : { salesOrderNo: found, sent: undefined };
}

async function ofThatNumber(salesOrderNo: string, run: OrderRun): Promise<StandingOrder> {
  const order = await readOrderInSage(salesOrderNo, run);
  const customerNo = `${order.arDivisionNo}-${order.customerNo}`;
  const found = await run.writer.findSalesOrder({ requestKey: run.request.orderKey, customerNo });
  if (found !== salesOrderNo) throw another(salesOrderNo, run);
  return { salesOrderNo, sent: undefined };
}

function another(salesOrderNo: string, { request }: OrderRun): LedgerBridgeError {
  return new LedgerBridgeError('LB759', {
    detail: `Sales order ${salesOrderNo}, which the record names, was not made for it.`,
    subject: `${request.object} ${request.recordId}`
  });
}

/** Sage fills numbers up with zeros to seven digits; a person may have left them out. */
function sageNo(text: string): string {
  const trimmed = text.trim().toUpperCase();
  return /^\d+$/.test(trimmed) ? trimmed.padStart(7, '0') : trimmed;
}

/** The order as it is in Sage now, open or past. @throws LedgerBridgeError LB403 when it is in neither; LB3xx. */
export async function readOrderInSage(
  salesOrderNo: string,
  { sage }: Pick<OrderRun, 'sage'>
): Promise<SalesOrder> {
  const [open] = await sage.records.salesOrders.byKeys([salesOrderNo]);
  const order = open ?? (await sage.records.salesOrderHistory.byKeys([salesOrderNo]))[0];
  if (order !== undefined) return order;
  throw new LedgerBridgeError('LB403', {
    detail: 'Sage has no such sales order.',
    subject: `sales order ${salesOrderNo}`
  });
}
