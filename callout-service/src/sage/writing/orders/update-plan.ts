import { Decimal } from 'decimal.js';
import type {
  SalesOrderChange,
  SalesOrderLineChange,
  SalesOrderLineDraft
} from '../../../canonical/drafts/sales-order-draft.ts';
import { changedValues } from '../../../rules/written-values/changed-values.ts';
import {
  itemLineValues,
  linePrefix,
  orderHeaderValues
} from '../../../rules/written-values/sales-order-values.ts';
import type { WrittenValue } from '../../../rules/written-values/written-value.ts';
import type { ColumnValues } from '../column-reader.ts';
import type { WritingParts } from '../writing-parts.ts';
import type { OrderTables } from './put-order.ts';

/** An order as it is on file, as far as a change touches it. */
export interface OrderOnFile {
  readonly header: ColumnValues;
  /** By LineKey. */
  readonly lines: ReadonlyMap<string, ColumnValues>;
}

/** What is left to be done for a change. */
export interface UpdatePlan {
  readonly header: readonly WrittenValue[];
  readonly changed: readonly { readonly lineKey: string; readonly values: readonly WrittenValue[] }[];
  readonly removed: readonly string[];
  readonly added: readonly { readonly line: SalesOrderLineDraft; readonly index: number }[];
}

const HEADER_PREFIX = 'header.';
/** What tells one line from another. */
const LINE_COLUMNS = ['LineKey', 'ItemCode', 'QuantityOrdered', 'CommentText'];

/** The values of a change's header. A release from hold is one only where the order is on hold. */
export function headerValuesOf(
  { header = {} }: SalesOrderChange,
  onFile: OrderOnFile
): readonly WrittenValue[] {
  const values = orderHeaderValues(header, HEADER_PREFIX);
  if (header.onHold !== false || onFile.header['OrderStatus'] !== 'H') return values;
  return [...values, { kind: 'code', column: 'OrderStatus', field: `${HEADER_PREFIX}onHold`, value: 'O' }];
}

/** The values of each changed line, under its place in the request. */
export function changedLinesOf(
  change: SalesOrderChange
): { readonly lineKey: string; readonly prefix: string; readonly values: readonly WrittenValue[] }[] {
  return indexed(change).flatMap(({ line, index }) => {
    if (line.action !== 'change') return [];
    const prefix = linePrefix(index);
    return [{ lineKey: line.lineKey, prefix, values: itemLineValues(line.line, prefix) }];
  });
}

export function indexed(
  change: SalesOrderChange
): { readonly line: SalesOrderLineChange; readonly index: number }[] {
  return (change.lines ?? []).map((line, index) => ({ line, index }));
}

/** What the order on file does not hold yet. */
export function planUpdate(change: SalesOrderChange, onFile: OrderOnFile, tables: OrderTables): UpdatePlan {
  return {
    header: changedValues(headerValuesOf(change, onFile), onFile.header, tables.headerTable),
    changed: changedLinesOf(change)
      .map(({ lineKey, values }) => ({
        lineKey,
        values: changedValues(values, onFile.lines.get(lineKey) ?? {}, tables.lineTable)
      }))
      .filter(({ values }) => values.length > 0),
    removed: indexed(change).flatMap(({ line }) =>
      line.action === 'remove' && onFile.lines.has(line.lineKey) ? [line.lineKey] : []
    ),
    added: notAddedYet(change, onFile)
  };
}

/** Each line that came since the change was made stands for one of those to be added, where they say the same. */
function notAddedYet(change: SalesOrderChange, { lines }: OrderOnFile): UpdatePlan['added'] {
  const known = new Set(change.knownLineKeys ?? lines.keys());
  const came = [...lines].filter(([lineKey]) => !known.has(lineKey)).map(([, line]) => line);
  return indexed(change).flatMap(({ line, index }) => {
    if (line.action !== 'add') return [];
    const there = came.findIndex((each) => isLine(line.line, each));
    if (there === -1) return [{ line: line.line, index }];
    came.splice(there, 1);
    return [];
  });
}

function isLine(line: SalesOrderLineDraft, onFile: ColumnValues): boolean {
  if (line.kind === 'comment') return onFile['CommentText'] === line.text;
  return (
    onFile['ItemCode'] === line.itemCode.trim().toUpperCase() &&
    new Decimal(onFile['QuantityOrdered'] ?? '0').equals(line.quantity)
  );
}

export function isEmpty({ header, changed, removed, added }: UpdatePlan): boolean {
  return [header, changed, removed, added].every((part) => part.length === 0);
}

/** Reads the columns that a change touches. Rejects with LB3xx. */
export async function readOnFile(
  salesOrderNo: string,
  change: SalesOrderChange,
  { columns }: Pick<WritingParts, 'columns'>
): Promise<OrderOnFile> {
  const key = { SalesOrderNo: salesOrderNo };
  const header = ['OrderStatus', ...orderHeaderValues(change.header ?? {}).map(({ column }) => column)];
  const ofLines = changedLinesOf(change).flatMap(({ values }) => values.map(({ column }) => column));
  const [headers, lines] = await Promise.all([
    columns.rows('SO_SalesOrderHeader', key, header),
    columns.rows('SO_SalesOrderDetail', key, [...new Set([...LINE_COLUMNS, ...ofLines])])
  ]);
  return {
    header: headers[0] ?? {},
    lines: new Map(lines.map((line) => [line['LineKey'] ?? '', line]))
  };
}
