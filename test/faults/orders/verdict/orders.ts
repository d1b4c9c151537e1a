import type { Basis } from '../seed/seed-world.ts';
import { isCancelled, keyOf, type PlannedOrder } from '../seed/planned-order.ts';
import { standing as standingLines } from '../stream/order-stream.ts';
import type { OrgSide } from './org-side.ts';
import { cents, type SageOrder } from './sage-side.ts';

/** A planned order and all orders of Sage that carry its key. */
export interface Found {
  readonly planned: PlannedOrder;
  readonly standing: readonly SageOrder[];
}

/** How Sage's letters are shown, by the table that is in force unless an admin has another. */
const STATUS: Readonly<Record<string, string>> = { N: 'New', O: 'Open', H: 'On Hold' };
const TOTALS = {
  subtotal: 'Sage_Order_Subtotal__c',
  discount: 'Sage_Order_Discount__c',
  tax: 'Sage_Order_Tax__c',
  freight: 'Sage_Order_Freight__c',
  total: 'Sage_Order_Total__c'
} as const;

/** Where an order in Sage, its records and what people last made of it differ. */
export function orderViolations({ planned, standing }: Found, org: OrgSide, basis: Basis): string[] {
  const name = `${planned.kind} ${keyOf(planned)} (${planned.done.join(', ')})`;
  const tell = (text: string) => `${name}: ${text}`;
  const [order] = standing;
  if (planned.poison) return poisonViolations(planned, standing, org).map(tell);
  if (isCancelled(planned)) return cancelledViolations(planned, order, org).map(tell);
  if (order === undefined) return []; // counted as lost
  if (!order.isOpen) return [tell(`sales order ${order.number} is not open`)];
  return [
    ...versionViolations(planned, order, basis),
    ...recordIds(planned).flatMap((id) => recordViolations(id, order, org)),
    ...lineViolations(leading(planned), order, org)
  ].map(tell);
}

function poisonViolations(planned: PlannedOrder, standing: readonly SageOrder[], org: OrgSide): string[] {
  const id = keyOf(planned);
  const record = org.records.get(id);
  const failure = [...org.failures.values()].find((each) => each['Record_Id__c'] === id);
  return [
    ...(standing.length > 0 ? [`Sage has it although it has no such item`] : []),
    ...(record?.['Sage_Sync_State__c'] === 'Failed' && record['Sage_Sync_Code__c'] !== null
      ? []
      : [`it was refused, but its record says ${String(record?.['Sage_Sync_State__c'])}`]),
    ...(failure?.['State__c'] === 'Open' ? [] : ['it was refused without an open Sync_Failure__c'])
  ];
}

function cancelledViolations(planned: PlannedOrder, order: SageOrder | undefined, org: OrgSide): string[] {
  const record = org.records.get(keyOf(planned));
  const number = textOf(record?.['Sage_Sales_Order_No__c']);
  return [
    ...(order?.isOpen === true ? [`sales order ${order.number} is still open`] : []),
    ...(order?.number === number
      ? []
      : [`Sage has ${order?.number ?? 'none'}, the record ${number ?? 'none'}`]),
    ...(record?.['Sage_Sync_State__c'] === 'Done'
      ? []
      : [`its record says ${String(record?.['Sage_Sync_State__c'])}`]),
    ...(order === undefined || record?.['Sage_Order_Status__c'] === 'Cancelled'
      ? []
      : [`its status is ${String(record?.['Sage_Order_Status__c'])}`])
  ];
}

/** The last version that people saved is what stands in Sage. */
function versionViolations(planned: PlannedOrder, order: SageOrder, { itemCodes }: Basis): string[] {
  const wanted = standingLines(planned).map(
    ({ item, quantity, cents: price }) => `${quantity} × ${itemCodes[item] ?? ''} at ${price}`
  );
  const has = order.lines.map(
    ({ quantity, itemCode, unitPrice }) => `${quantity} × ${itemCode} at ${cents(unitPrice)}`
  );
  const differ = wanted.toSorted().join('; ') !== has.toSorted().join('; ');
  const sum = order.lines.reduce((total, { extensionCents }) => total + extensionCents, 0);
  return [
    ...(differ ? [`Sage has ${has.join('; ')} instead of ${wanted.join('; ')}`] : []),
    ...(sum === order.totals.subtotal ? [] : [`lines come to ${sum}, the order to ${order.totals.subtotal}`]),
    ...((planned.comment ?? order.comment) === order.comment
      ? []
      : [`Sage has the comment "${order.comment}" instead of "${planned.comment ?? ''}"`])
  ];
}

function recordIds({ opportunityId, orderId, done, kind }: PlannedOrder): string[] {
  const asked = kind === 'both' && !done.includes('activate') ? [opportunityId] : [opportunityId, orderId];
  return asked.filter((id) => id !== undefined);
}

/** The record whose lines Sage follows: the order, once it is activated. */
function leading(planned: PlannedOrder): string {
  const { orderId, done } = planned;
  return done.includes('activate') && orderId !== undefined ? orderId : keyOf(planned);
}

function recordViolations(id: string, order: SageOrder, org: OrgSide): string[] {
  const record = org.records.get(id);
  const expect = (field: string, value: string) =>
    record?.[field] === value ? [] : [`${field} of ${id} is ${String(record?.[field])}, not ${value}`];
  return [
    ...expect('Sage_Sales_Order_No__c', order.number),
    ...expect('Sage_Sync_State__c', 'Done'),
    ...expect('Sage_Order_Status__c', STATUS[order.status] ?? order.status),
    ...Object.entries(TOTALS).flatMap(([name, field]) => {
      const inSage = totalOf(order, name);
      const shown = record?.[field];
      return shown !== null && cents(shown) === inSage
        ? []
        : [`${field} of ${id} is ${JSON.stringify(shown)}, in Sage ${inSage} cents`];
    })
  ];
}

function totalOf({ totals }: SageOrder, name: string): number {
  return Object.entries(totals).find(([each]) => each === name)?.[1] ?? Number.NaN;
}

function lineViolations(id: string, order: SageOrder, org: OrgSide): string[] {
  const rows = org.lines.get(id) ?? [];
  const inSage = new Map(order.lines.map((line) => [line.lineKey, line]));
  const differing = rows.flatMap((row) => {
    const line = inSage.get(String(row['Sage_Line_Key__c']));
    if (line === undefined)
      return [`line ${String(row['Id'])} has the key ${String(row['Sage_Line_Key__c'])}`];
    const same =
      Number(row['Quantity']) === line.quantity &&
      Number(row['Sage_Unit_Price__c']) === line.unitPrice &&
      cents(row['Sage_Line_Total__c']) === line.extensionCents;
    return same ? [] : [`line ${line.lineKey}: ${JSON.stringify(row)} is in Sage ${JSON.stringify(line)}`];
  });
  const count =
    rows.length === order.lines.length ? [] : [`${rows.length} lines, ${order.lines.length} in Sage`];
  return [...differing, ...count];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
