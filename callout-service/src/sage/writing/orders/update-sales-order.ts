import type { SalesOrderChange } from '../../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import type { BoiOperation } from '../../boi/boi-work.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import type { BusinessObject } from '../../boi/business-object.ts';
import type { OrderDecisions } from '../../port/sage-order-checks.ts';
import type { WriteReceipt } from '../../port/sage-writer.ts';
import { documentNo } from '../../records/key-segments.ts';
import { outcomeOf } from '../outcome.ts';
import { putValues } from '../put-values.ts';
import { retryInUse } from '../retry-in-use.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import { changeableOrder } from './changeable-order.ts';
import { judgeOpenOrder } from './create-order-operation.ts';
import { changeJudge, type CreditJudge } from './judge-credit.ts';
import { putNewLine, type OrderTables } from './put-order.ts';
import { updateFaults } from './update-faults.ts';
import { isEmpty, planUpdate, readOnFile, type UpdatePlan } from './update-plan.ts';

/**
 * Changes an open order: what it holds already is not written again. After an unknown outcome the order is read: it is
 * updated when it holds the whole change.
 */
export function updateSalesOrder(
  change: SalesOrderChange,
  parts: WritingParts,
  decided: OrderDecisions = {}
): Promise<WriteReceipt> {
  const salesOrderNo = documentNo(change.salesOrderNo);
  return parts.alone.run(`order ${salesOrderNo}`, async () => {
    const order = await changeableOrder(salesOrderNo, parts);
    const tables = await readTables(parts);
    const onFile = await readOnFile(salesOrderNo, change, parts);
    throwFaults(await updateFaults(change, order, onFile, parts), `sales order ${salesOrderNo}`);
    const plan = planUpdate(change, onFile, tables);
    if (isEmpty(plan)) return { key: salesOrderNo, outcome: 'unchanged', warnings: [] };
    const credit = await judgeOfChange(order, { ...parts, decided });
    const operation = updateOperation(salesOrderNo, plan, tables, credit);
    const linesThen = onFile.lines.size - plan.removed.length + plan.added.length;
    const outcome = await outcomeOf(
      () => retryInUse(() => parts.queue.run(operation), parts.timing.inUseTimeoutMs),
      async () => ((await holds(salesOrderNo, change, tables, linesThen, parts)) ? true : undefined),
      parts.timing
    );
    const warnings = outcome.type === 'answered' ? outcome.result : [];
    const decision = credit?.decision();
    return {
      key: salesOrderNo,
      outcome: 'updated',
      warnings,
      ...(decision !== undefined && { credit: decision })
    };
  });
}

function judgeOfChange(
  { arDivisionNo, customerNo, kind, total }: SalesOrder,
  parts: WritingParts & { readonly decided: OrderDecisions }
): Promise<CreditJudge | undefined> {
  const judged = {
    customerNo: `${arDivisionNo}-${customerNo}`,
    kind: kind === 'quote' || kind === 'prospectQuote' ? ('quote' as const) : ('standard' as const)
  };
  return changeJudge(judged, { arDivisionNo, customerNo }, total, parts);
}

async function readTables({ catalogue }: WritingParts): Promise<OrderTables> {
  return {
    headerTable: await tableFacts(catalogue, 'SO_SalesOrderHeader'),
    lineTable: await tableFacts(catalogue, 'SO_SalesOrderDetail')
  };
}

function updateOperation(
  salesOrderNo: string,
  plan: UpdatePlan,
  tables: OrderTables,
  credit: CreditJudge | undefined
): BoiOperation<readonly string[]> {
  return {
    name: 'update sales order',
    subject: `sales order ${salesOrderNo}`,
    perform: async (work) => {
      const order = await work.open(businessObjectKinds.salesOrder);
      order.setKeyValue('SalesOrderNo', salesOrderNo);
      order.setKey({ wanted: 'existing', missingAs: 'LB403', field: 'salesOrderNo' });
      putValues(order, plan.header, tables.headerTable);
      putLines(order, plan, tables);
      await judgeOpenOrder(work, order, credit?.judge);
      order.write();
      await work.send();
      return work.warnings;
    }
  };
}

function putLines(order: BusinessObject, { changed, removed, added }: UpdatePlan, tables: OrderTables): void {
  if (changed.length + removed.length + added.length === 0) return;
  const lines = order.lines();
  for (const { lineKey, values } of changed) {
    lines.edit(lineKey);
    putValues(lines, values, tables.lineTable);
    lines.write();
  }
  for (const lineKey of removed) {
    lines.edit(lineKey);
    lines.deleteLine();
  }
  for (const { line, index } of added) putNewLine(lines, line, index, tables);
}

async function holds(
  salesOrderNo: string,
  change: SalesOrderChange,
  tables: OrderTables,
  lines: number,
  parts: WritingParts
): Promise<boolean> {
  const onFile = await readOnFile(salesOrderNo, change, parts);
  return onFile.lines.size === lines && isEmpty({ ...planUpdate(change, onFile, tables), added: [] });
}
