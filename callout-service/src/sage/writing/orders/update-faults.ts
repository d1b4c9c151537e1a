import type { SalesOrderChange } from '../../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import { lineFaults, quantityFaults } from '../../../rules/order-faults/line-faults.ts';
import { daysFaults, headerFaults } from '../../../rules/order-faults/order-faults.ts';
import type { OrderFacts } from '../../../rules/order-faults/order-facts.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import { linePrefix } from '../../../rules/written-values/sales-order-values.ts';
import { requiredFaults, valueFaults } from '../../../rules/written-values/value-faults.ts';
import { readOrderFacts } from '../read-order-facts.ts';
import type { WritingParts } from '../writing-parts.ts';
import { changedLinesOf, headerValuesOf, indexed, type OrderOnFile } from './update-plan.ts';

/** Every fault of a change, in the words of the request. */
export async function updateFaults(
  change: SalesOrderChange,
  order: SalesOrder,
  onFile: OrderOnFile,
  parts: WritingParts
): Promise<FieldFault[]> {
  const lines = indexed(change);
  const facts = await readOrderFacts(referencesOf(change, order), parts);
  const added = lines.flatMap(({ line }) => (line.action === 'add' ? [line.line] : []));
  const addedAt = lines.flatMap(({ line, index }) => (line.action === 'add' ? [index] : []));
  const header = headerValuesOf(change, onFile);
  return [
    ...headerFaults(change.header ?? {}, facts, 'header.'),
    ...valueFaults(header, facts.headerTable),
    ...requiredFaults(header, facts.headerTable, { isNew: false }),
    ...daysFaults(header),
    ...lineFaults(added, facts, parts.rules, order.warehouseCode ?? undefined).map((fault) =>
      inPlace(fault, addedAt)
    ),
    ...changedLineFaults(change, order, facts, parts),
    ...(added.length > 0 && change.knownLineKeys === undefined ? [unknownLines()] : [])
  ];
}

/** Without it a change that is sent again would add its lines again. */
function unknownLines(): FieldFault {
  return fieldFault(
    'LB507',
    { field: 'knownLineKeys', value: '' },
    'Lines are added, and it is not said which lines the order had before.',
    'Send the LineKeys of the order as it was read.'
  );
}

function changedLineFaults(
  change: SalesOrderChange,
  order: SalesOrder,
  facts: OrderFacts,
  { rules }: WritingParts
): FieldFault[] {
  const values = changedLinesOf(change).flatMap(({ prefix, values: ofLine }) => [
    ...valueFaults(ofLine, facts.lineTable),
    ...requiredFaults(ofLine, facts.lineTable, { prefix, isNew: false })
  ]);
  const others = indexed(change).flatMap(({ line, index }) => {
    if (line.action === 'add') return [];
    const prefix = linePrefix(index);
    const known = order.lines.find(({ lineKey }) => lineKey === line.lineKey);
    if (known === undefined && line.action === 'change')
      return [
        fieldFault(
          'LB403',
          { field: `${prefix}lineKey`, value: line.lineKey },
          `The order has no line ${line.lineKey}.`,
          'Read the order again, and name a line that it has.'
        )
      ];
    const item = facts.items.get(known?.itemCode ?? '');
    if (line.action !== 'change' || line.line.quantity === undefined || item === undefined) return [];
    const unit = line.line.unitOfMeasure ?? known?.unitOfMeasure ?? undefined;
    return quantityFaults(line.line.quantity, unit, { prefix, item }, rules);
  });
  return [...values, ...others];
}

/** What the change names, with the items of the lines that it changes. */
function referencesOf(change: SalesOrderChange, order: SalesOrder) {
  const items = indexed(change).flatMap(({ line }) => {
    if (line.action === 'add') return [line.line];
    const known = order.lines.find(({ lineKey }) => lineKey === line.lineKey);
    const itemCode = known?.itemCode ?? '';
    return itemCode === '' ? [] : [{ kind: 'item' as const, itemCode, quantity: '1' }];
  });
  const warehouse = order.warehouseCode === null ? {} : { warehouseCode: order.warehouseCode };
  return {
    customerNo: `${order.arDivisionNo}-${order.customerNo}`,
    ...warehouse,
    ...change.header,
    lines: items
  };
}

/** The lines that were checked are those that are added; a fault names their place among all. */
function inPlace(fault: FieldFault, addedAt: readonly number[]): FieldFault {
  const field = fault.field.replace(
    /^lines\[(\d+)\]/,
    (_all, at: string) => `lines[${addedAt[Number(at)] ?? at}]`
  );
  return { ...fault, field };
}
