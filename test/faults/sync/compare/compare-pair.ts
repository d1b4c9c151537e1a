import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile, type SageRow } from '../../orders/world/sage-file.ts';
import type { Row } from '../../orders/world/org-client.ts';
import type { ColumnKind, PairCheck } from './pair-check.ts';

/** How a pair stands on both sides. */
export interface Comparison {
  readonly pair: string;
  readonly inSage: number;
  readonly inSalesforce: number;
  /** Keys of Sage that no record of Salesforce has. */
  readonly missing: readonly string[];
  /** Records of Salesforce whose key Sage does not have; those that are marked as gone do not count. */
  readonly superfluous: readonly string[];
  /** Keys that several records of Salesforce have. */
  readonly duplicated: readonly string[];
  /** In words: key, field, value of Sage, value of Salesforce. */
  readonly different: readonly string[];
}

/** Holds every record of a pair on both sides against each other, past the service. */
export async function comparePair(
  { client, sage }: OrderWorld,
  { pair, sql, object, keyField, columns }: PairCheck
): Promise<Comparison> {
  const inSage = new Map(
    readSageFile(sage.ready.databaseFile, (rows) => rows(sql)).map((row) => [String(row['key']), row])
  );
  const fields = ['Id', keyField, ...columns.map(({ field }) => field)];
  const found = await client.query(`SELECT ${fields.join(', ')} FROM ${object} WHERE ${keyField} != null`);
  const inSalesforce = Map.groupBy(found, (row) => String(row[keyField]));
  const different: string[] = [];
  for (const [key, row] of inSage)
    for (const { column, field, kind } of columns) {
      const [record] = inSalesforce.get(key) ?? [];
      if (record === undefined) continue;
      const [theirs, ours] = [readSage(row, column, kind), readSalesforce(record, field, kind)];
      if (theirs !== ours)
        different.push(`${key}: ${field} is ${String(ours)}, ${column} is ${String(theirs)}`);
    }
  return {
    pair,
    inSage: inSage.size,
    inSalesforce: inSalesforce.size,
    missing: [...inSage.keys()].filter((key) => !inSalesforce.has(key)),
    superfluous: [...inSalesforce.keys()].filter((key) => !inSage.has(key)),
    duplicated: [...inSalesforce].filter(([, records]) => records.length > 1).map(([key]) => key),
    different
  };
}

function readSage(row: SageRow, column: string, kind: ColumnKind): string | null {
  return normal(row[column] ?? '', kind);
}

function readSalesforce(record: Row, field: string, kind: ColumnKind): string | null {
  return normal(plainSchema.parse(record[field]) ?? '', kind);
}

const plainSchema = z.union([z.string(), z.number(), z.boolean()]).nullish();

/** A value in the form by which both sides are compared. Blank and zero are not told apart in numbers: Sage has no empty ones. */
export function normal(value: string | number | boolean, kind: ColumnKind): string | null {
  const text = String(value).trim();
  if (kind === 'text' || kind === 'day') return text === '' ? null : text;
  return new Decimal(text === '' ? 0 : text).toFixed(kind === 'cents' ? 2 : 6);
}
