import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import type { BoiOperation, BoiWork } from '../../boi/boi-work.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import type { BusinessObject } from '../../boi/business-object.ts';
import { putNewHeader, putNewLine, type OrderTables } from './put-order.ts';
import { readTotals, type OrderTotals } from './order-totals.ts';

/** What is to be written, and under which number. */
export interface NewOrder {
  readonly draft: SalesOrderDraft;
  readonly customer: CustomerKey;
  readonly tables: OrderTables;
  readonly requestKeyColumn: string;
  /** A number that was handed out for this request before; undefined: Sage gives the next one. */
  readonly salesOrderNo: string | undefined;
  /** Hears of a number before anything is written under it. */
  readonly onNumber: (salesOrderNo: string) => void;
  /** Looks at what the order comes to before it is written; may throw, or have it put on hold. */
  readonly judge: ((totals: OrderTotals) => 'write' | 'hold') | undefined;
}

/** What was written. */
export interface CreatedOrder {
  readonly salesOrderNo: string;
  readonly warnings: readonly string[];
}

/**
 * Creates an order: number, key, header, lines, header write, in two round trips; one more where its total is judged
 * before it is written. Nothing reaches Sage's files before the last call.
 */
export function createOrderOperation(order: NewOrder): BoiOperation<CreatedOrder> {
  const { draft, customer, tables } = order;
  return {
    name: 'create sales order',
    subject: `a sales order of ${draft.customerNo}`,
    perform: async (work) => {
      const object = await work.open(businessObjectKinds.salesOrder);
      const salesOrderNo = order.salesOrderNo ?? (await nextNumber(work, object));
      order.onNumber(salesOrderNo);
      putNewHeader(object, salesOrderNo, customer, draft, tables);
      object.setText(order.requestKeyColumn, draft.requestKey, 'requestKey');
      const lines = object.lines();
      draft.lines.forEach((line, index) => putNewLine(lines, line, index, tables));
      await judgeOpenOrder(work, object, order.judge);
      object.write();
      await work.send();
      return { salesOrderNo, warnings: work.warnings };
    }
  };
}

async function nextNumber(work: BoiWork, object: BusinessObject): Promise<string> {
  const next = object.nextNumber('nGetNextSalesOrderNo');
  await work.send();
  return next.value;
}

/** Looks at what the order that is open comes to, before it is written; one round trip where there is a judge. */
export async function judgeOpenOrder(
  work: BoiWork,
  object: BusinessObject,
  how: NewOrder['judge']
): Promise<void> {
  if (how === undefined) return;
  const totals = readTotals(object);
  await work.send();
  if (how(totals.value) === 'hold') object.setText('OrderStatus', 'H', 'onHold');
}
