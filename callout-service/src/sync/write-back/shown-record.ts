import type { OrderObject } from '../order-request/order-request.ts';
import {
  quoted,
  type SalesforceRecords,
  type SalesforceRow,
  type SalesforceValue
} from '../../salesforce/port/salesforce-records.ts';

/** Fields of an opportunity or order that this service writes: all that it compares before. */
const headerFields = [
  'Sage_Sales_Order_No__c',
  'Sage_Order_Status__c',
  'Sage_Order_Subtotal__c',
  'Sage_Order_Discount__c',
  'Sage_Order_Tax__c',
  'Sage_Order_Freight__c',
  'Sage_Order_Total__c',
  'Sage_Sync_State__c',
  'Sage_Sync_Code__c',
  'Sage_Sync_Message__c'
] as const;

/** The same of a line. */
const lineFields = [
  'Sage_Line_Key__c',
  'Sage_Unit_Price__c',
  'Sage_Line_Total__c',
  'Sage_Quantity_Shipped__c',
  'Sage_Quantity_Backordered__c',
  'Sage_Quantity_Invoiced__c'
] as const;

/** Object of the lines, and what the record calls them. */
const LINES = {
  Opportunity: { object: 'OpportunityLineItem', children: 'OpportunityLineItems' },
  Order: { object: 'OrderItem', children: 'OrderItems' }
} as const;

/** An opportunity or order as it is in Salesforce, with its lines. */
export interface ShownRecord {
  readonly object: OrderObject;
  readonly id: string;
  readonly requestedAt: string | undefined;
  readonly row: SalesforceRow;
  readonly lineObject: 'OpportunityLineItem' | 'OrderItem';
  readonly lines: readonly (SalesforceRow & { readonly Id: string })[];
}

/** Which records to read. */
export type RecordKey = Readonly<{ object: OrderObject; recordId: string }>;

/** The records that are there, one request for each object. */
export async function readShownRecords(
  records: Pick<SalesforceRecords, 'all'>,
  wanted: readonly RecordKey[]
): Promise<readonly ShownRecord[]> {
  const found: ShownRecord[] = [];
  for (const object of ['Opportunity', 'Order'] as const) {
    const ids = wanted.filter((each) => each.object === object).map(({ recordId }) => recordId);
    if (ids.length === 0) continue;
    const rows = await records.all(queryOf(object, ids));
    found.push(...rows.map((row) => recordOf(object, row)));
  }
  return found;
}

/** The value of a field as text; undefined where it is empty. */
export function textOf(row: SalesforceRow, field: string): string | undefined {
  const value = row[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function queryOf(object: OrderObject, ids: readonly string[]): string {
  const lines = `SELECT Id, ${lineFields.join(', ')} FROM ${LINES[object].children}`;
  const fields = ['Id', 'Sage_Requested_At__c', ...headerFields].join(', ');
  return `SELECT ${fields}, (${lines}) FROM ${object} WHERE Id IN (${ids.map(quoted).join(', ')})`;
}

function recordOf(object: OrderObject, row: SalesforceRow): ShownRecord {
  const { object: lineObject, children } = LINES[object];
  return {
    object,
    id: textOf(row, 'Id') ?? '',
    requestedAt: textOf(row, 'Sage_Requested_At__c'),
    row,
    lineObject,
    lines: rowsOf(row[children]).flatMap((line) => {
      const id = textOf(line, 'Id');
      return id === undefined ? [] : [{ ...line, Id: id }];
    })
  };
}

function rowsOf(value: SalesforceValue | undefined): readonly SalesforceRow[] {
  return Array.isArray(value) ? (value as readonly SalesforceRow[]) : [];
}
