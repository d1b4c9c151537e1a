import type { z } from 'zod';
import type { SageRecords } from '../../../callout-service/src/sage/port/sage-records.ts';

/** What entities are read from. */
export interface VerifiedCompany {
  readonly records: SageRecords;
  /** The company's own today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A record that was read, with what the table shows of it. */
export interface ReadRecord {
  readonly record: unknown;
  readonly key: string;
  /** How many of each of the plan's parts it has. */
  readonly partCounts: readonly number[];
}

/** Lines or packages, which are read with their header and counted beside it. */
export interface PartPlan {
  readonly name: string;
  readonly tables: string;
  readonly countSql: string;
}

/** How one kind of record is read through the service, and counted without it. */
export interface EntityPlan {
  readonly name: string;
  /** The Sage tables that it is made of. */
  readonly tables: string;
  /** Counts the same records by plain SQL of the company's database; null where there is exactly one. */
  readonly countSql: string | null;
  readonly schema: z.ZodType;
  readonly parts: readonly PartPlan[];
  read(company: VerifiedCompany): AsyncIterable<readonly ReadRecord[]>;
}

/** A plan that knows the type of its records. */
export interface TypedEntityPlan<E> extends Omit<EntityPlan, 'parts' | 'read'> {
  readonly parts?: readonly (PartPlan & { readonly of: (record: E) => readonly unknown[] })[];
  readonly keyOf: (record: E) => string;
  readonly pages: (company: VerifiedCompany) => AsyncIterable<readonly E[]>;
}

/** Plans how one kind of record is verified. */
export function entity<E>({ parts = [], keyOf, pages, ...plan }: TypedEntityPlan<E>): EntityPlan {
  return {
    ...plan,
    parts,
    read: async function* (company) {
      for await (const page of pages(company)) {
        yield page.map((record) => ({
          record,
          key: keyOf(record),
          partCounts: parts.map(({ of }) => of(record).length)
        }));
      }
    }
  };
}

/** The segments of a key as one text; blank segments stay, or two keys could look the same. */
export function keyText(...segments: readonly (string | null)[]): string {
  return segments.map((segment) => segment ?? '').join('/');
}

/** Counts the rows of a table, or those that a condition chooses. */
export function countOf(table: string, condition?: string): string {
  return `SELECT COUNT(*) AS Found FROM ${table}${condition === undefined ? '' : ` WHERE ${condition}`}`;
}

/** Counts different combinations of values. */
export function countDistinct(values: string, from: string): string {
  return `SELECT COUNT(*) AS Found FROM (SELECT DISTINCT ${values} FROM ${from})`;
}
