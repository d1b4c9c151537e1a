import { requestOrg } from 'preview/orgRequest';
import { recordUrl } from 'preview/router';
import type { Column } from './columns';

/** The cells of one record by column, with `id` and `url`. */
export type Row = Readonly<Record<string, string>>;

interface QueryResult {
  records: Record<string, unknown>[];
}

/** The records of an object that the signed-in user may see, with the columns' fields. */
export async function readRows(objectApiName: string, columns: readonly Column[]): Promise<Row[]> {
  const fields = columns.map((column) => column.soqlField).join(', ');
  const soql = `SELECT Id, ${fields} FROM ${objectApiName} ORDER BY Name LIMIT 2000`;
  const result = (await requestOrg(`/query?${new URLSearchParams({ q: soql }).toString()}`)) as QueryResult;
  return result.records.map((record) => toRow(objectApiName, columns, record));
}

function toRow(objectApiName: string, columns: readonly Column[], record: Record<string, unknown>): Row {
  const id = String(record['Id']);
  const cells = columns.map((column) => [column.sortKey, cellText(record, column.soqlField)] as const);
  return { ...Object.fromEntries(cells), id, url: recordUrl(objectApiName, id) };
}

function cellText(record: Record<string, unknown>, soqlField: string): string {
  let value: unknown = record;
  for (const name of soqlField.split('.'))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
