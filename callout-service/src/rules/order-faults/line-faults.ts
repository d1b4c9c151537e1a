import { Decimal } from 'decimal.js';
import type { SalesOrderLineDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import type { Item } from '../../canonical/item.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { availableQuantity } from '../availability.ts';
import { fieldFault } from '../written-values/field-fault.ts';
import { linePrefix, lineValues } from '../written-values/sales-order-values.ts';
import { requiredFaults, valueFaults } from '../written-values/value-faults.ts';
import { levelKey, type OrderFacts, type OrderRules } from './order-facts.ts';

type ItemLine = Extract<SalesOrderLineDraft, { kind: 'item' }>;

/** A line in its place, with what is known of it. */
interface PlacedLine {
  readonly line: ItemLine;
  readonly prefix: string;
  readonly item: Item;
}

/** Every fault of the lines. `headerWarehouse` is where lines without a warehouse of their own go, if that is known. */
export function lineFaults(
  lines: readonly SalesOrderLineDraft[],
  facts: OrderFacts,
  rules: OrderRules,
  headerWarehouse: string | undefined
): FieldFault[] {
  // Lines of one discontinued item share what is left of it.
  const taken = new Map<string, Decimal>();
  return lines.flatMap((line, index) => {
    const prefix = linePrefix(index);
    const values = lineValues(line, prefix);
    const faults = valueFaults(values, facts.lineTable);
    if (line.kind === 'comment') return faults;
    faults.push(...requiredFaults(values, facts.lineTable, { prefix, isNew: true }));
    const item = facts.items.get(code(line.itemCode));
    if (item === undefined) return [unknownItem(line, prefix), ...faults];
    const placed = { line, prefix, item };
    return [
      ...itemFaults(placed),
      ...quantityFaults(line.quantity, line.unitOfMeasure, { prefix, item }, rules),
      ...stockFaults(placed, facts, rules, headerWarehouse, taken),
      ...faults
    ];
  });
}

/** A quantity of zero or less, or in parts of what is not sold in parts. */
export function quantityFaults(
  quantity: string,
  unitOfMeasure: string | undefined,
  { prefix, item }: { readonly prefix: string; readonly item: Item },
  { wholeUnits }: Pick<OrderRules, 'wholeUnits'>
): FieldFault[] {
  const place = { field: `${prefix}quantity`, value: quantity };
  const amount = new Decimal(quantity);
  if (amount.isZero() || amount.isNegative())
    return [fieldFault('LB504', place, 'The quantity is not more than zero.')];
  if (amount.isInteger()) return [];
  const unit = code(unitOfMeasure ?? item.salesUnitOfMeasure ?? '');
  if (item.valuation === 'serial')
    return [fieldFault('LB504', place, 'The item has serial numbers and is sold in whole pieces.')];
  return wholeUnits.includes(unit)
    ? [fieldFault('LB504', place, `The item is sold in whole units of ${unit}.`)]
    : [];
}

function unknownItem({ itemCode }: ItemLine, prefix: string): FieldFault {
  return fieldFault(
    'LB402',
    { field: `${prefix}itemCode`, value: itemCode },
    `Sage has no item ${itemCode}.`
  );
}

function itemFaults({ line, prefix, item }: PlacedLine): FieldFault[] {
  if (!item.inactive) return [];
  const place = { field: `${prefix}itemCode`, value: line.itemCode };
  return [fieldFault('LB502', place, `Item ${item.itemCode} is inactive.`)];
}

/** Only goods are stocked; charges, comments and miscellaneous items have no warehouse. */
function stockFaults(
  { line, prefix, item }: PlacedLine,
  { warehouses, levels }: OrderFacts,
  rules: OrderRules,
  headerWarehouse: string | undefined,
  taken: Map<string, Decimal>
): FieldFault[] {
  const field = `${prefix}warehouseCode`;
  const own = line.warehouseCode === undefined ? undefined : code(line.warehouseCode);
  if (own !== undefined && !warehouses.has(own))
    return [fieldFault('LB404', { field, value: own }, `Sage has no warehouse ${own}.`)];
  if (item.itemType !== 'regular') return [];
  const warehouse = own ?? headerWarehouse ?? item.defaultWarehouseCode ?? '';
  // One that is not there at all is at fault where it is named, and one that nobody names is for Sage to find.
  if (!warehouses.has(warehouse)) return [];
  const level = levels.get(levelKey(item.itemCode, warehouse));
  if (level === undefined) {
    const problem = `Item ${item.itemCode} is not stocked in warehouse ${warehouse}.`;
    return [fieldFault('LB404', { field, value: warehouse }, problem)];
  }
  return item.productType === 'discontinued' ? discontinued({ line, prefix, item }, level, rules, taken) : [];
}

function discontinued(
  { line, prefix, item }: PlacedLine,
  level: InventoryLevel,
  { availability }: OrderRules,
  taken: Map<string, Decimal>
): FieldFault[] {
  const key = levelKey(level.itemCode, level.warehouseCode);
  const wanted = (taken.get(key) ?? new Decimal(0)).plus(standardUnits(line, item));
  taken.set(key, wanted);
  const available = availableQuantity(level, availability);
  if (wanted.lessThanOrEqualTo(available)) return [];
  const place = { field: `${prefix}itemCode`, value: line.itemCode };
  const left = new Decimal(available).toString();
  const problem = `Item ${item.itemCode} is discontinued, and warehouse ${level.warehouseCode} has ${left} of it.`;
  return [fieldFault('LB503', place, problem)];
}

function standardUnits(line: ItemLine, item: Item): Decimal {
  const unit = code(line.unitOfMeasure ?? item.salesUnitOfMeasure ?? '');
  const isSalesUnit = unit === item.salesUnitOfMeasure && unit !== item.standardUnitOfMeasure;
  return new Decimal(line.quantity).times(isSalesUnit ? item.salesUnitConversion : 1);
}

function code(text: string): string {
  return text.trimEnd().toUpperCase();
}
