import type { WriteReceipt } from '../../port/sage-writer.ts';
import { ValueList } from '../../../rules/written-values/written-value.ts';
import { valueFaults } from '../../../rules/written-values/value-faults.ts';
import type { BoiOperation } from '../../boi/boi-work.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import { documentNo } from '../../records/key-segments.ts';
import { outcomeOf } from '../outcome.ts';
import { putValues } from '../put-values.ts';
import { retryInUse } from '../retry-in-use.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import { changeableOrder } from './changeable-order.ts';

/** An order to be cancelled, with Sage's code for the reason. */
export interface OrderCancellation {
  readonly salesOrderNo: string;
  readonly cancelReasonCode?: string;
}

/** History letters of an order or quote that was deleted (release 4.40 file layouts). */
const DELETED: ReadonlySet<string> = new Set(['X', 'Z']);

/** Deletes the order, which Sage keeps in its history with the reason; `unchanged` when that was done before. */
export function cancelSalesOrder(cancel: OrderCancellation, parts: WritingParts): Promise<WriteReceipt> {
  const salesOrderNo = documentNo(cancel.salesOrderNo);
  return parts.alone.run(`order ${salesOrderNo}`, async () => {
    if (await isCancelled(salesOrderNo, parts)) return receipt(salesOrderNo, 'unchanged', []);
    await changeableOrder(salesOrderNo, parts);
    const operation = await cancelOperation(salesOrderNo, cancel, parts);
    const outcome = await outcomeOf(
      () => retryInUse(() => parts.queue.run(operation), parts.timing.inUseTimeoutMs),
      async () => ((await isGone(salesOrderNo, parts)) ? true : undefined),
      parts.timing
    );
    return receipt(salesOrderNo, 'cancelled', outcome.type === 'answered' ? outcome.result : []);
  });
}

async function cancelOperation(
  salesOrderNo: string,
  { cancelReasonCode }: OrderCancellation,
  parts: WritingParts
): Promise<BoiOperation<readonly string[]>> {
  const table = await tableFacts(parts.catalogue, 'SO_SalesOrderHeader');
  const values = new ValueList().add('code', 'CancelReasonCode', 'cancelReasonCode', cancelReasonCode).values;
  throwFaults(valueFaults(values, table), `sales order ${salesOrderNo}`);
  return {
    name: 'cancel sales order',
    subject: `sales order ${salesOrderNo}`,
    perform: async (work) => {
      const order = await work.open(businessObjectKinds.salesOrder);
      order.setKeyValue('SalesOrderNo', salesOrderNo);
      order.setKey({ wanted: 'existing', missingAs: 'LB403', field: 'salesOrderNo' });
      putValues(order, values, table);
      order.delete();
      await work.send();
      return work.warnings;
    }
  };
}

async function isCancelled(salesOrderNo: string, parts: WritingParts): Promise<boolean> {
  if (!(await isGone(salesOrderNo, parts))) return false;
  const [past] = await parts.records.salesOrderHistory.byKeys([salesOrderNo], { withLines: false });
  return past !== undefined && DELETED.has(past.orderStatus);
}

async function isGone(salesOrderNo: string, { records }: WritingParts): Promise<boolean> {
  return (await records.salesOrders.byKeys([salesOrderNo], { withLines: false })).length === 0;
}

function receipt(key: string, outcome: WriteReceipt['outcome'], warnings: readonly string[]): WriteReceipt {
  return { key, outcome, warnings };
}
