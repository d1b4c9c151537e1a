import type { SalesforceFields } from '../../salesforce/port/salesforce-records.ts';
import { changedFields, CURRENCY_DIGITS, QUANTITY_DIGITS, type WantedValue } from './changed-fields.ts';
import { textOf, type ShownRecord } from './shown-record.ts';
import type { ShownLine } from './shown-order.ts';

/** One line to change. */
export interface LineChange {
  readonly id: string;
  readonly fields: SalesforceFields;
}

/**
 * What is to be changed of a record's lines: the line of Sage is found by its LineKey, in whatever order Sage has them,
 * from `lineKeys` where the job says it, else from the line itself. A line without a LineKey was not sent; one whose
 * LineKey Sage does not have any more loses its figures and keeps the key.
 */
export function lineChanges(
  record: ShownRecord,
  lines: readonly ShownLine[],
  lineKeys: Readonly<Record<string, string>> = {}
): readonly LineChange[] {
  const inSage = new Map(lines.map((line) => [line.lineKey, line]));
  return record.lines.flatMap((row) => {
    const lineKey = lineKeys[row.Id] ?? textOf(row, 'Sage_Line_Key__c');
    if (lineKey === undefined) return [];
    const fields = changedFields(row, { Sage_Line_Key__c: lineKey, ...figuresOf(inSage.get(lineKey)) });
    return Object.keys(fields).length === 0 ? [] : [{ id: row.Id, fields }];
  });
}

function figuresOf(line: ShownLine | undefined): Readonly<Record<string, WantedValue>> {
  const quantity = (number: string | undefined) =>
    number === undefined ? null : { number, digits: QUANTITY_DIGITS };
  return {
    Sage_Unit_Price__c: quantity(line?.unitPrice),
    Sage_Line_Total__c: line === undefined ? null : { number: line.extension, digits: CURRENCY_DIGITS },
    Sage_Quantity_Shipped__c: quantity(line?.shipped),
    Sage_Quantity_Backordered__c: quantity(line?.backordered),
    Sage_Quantity_Invoiced__c: quantity(line?.invoiced)
  };
}
