import { z } from 'zod';
import type { UserAccess } from '../access/user-access.ts';
import { notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import { errorsOf } from '../errors/several-errors.ts';
import type { Org } from '../org.ts';

const treeRecord = z
  .object({ attributes: z.object({ type: z.string(), referenceId: z.string() }) })
  .catchall(z.unknown());

/** Body of an sObject Tree request (REST API Developer Guide, "sObject Tree"). */
export const treeSchema = z.object({ records: z.array(treeRecord).min(1).max(200) });
export type TreeRecord = z.infer<typeof treeRecord>;

/** What became of one record of a tree. */
export interface TreeResult {
  readonly referenceId: string;
  readonly id?: string;
  readonly errors?: readonly { statusCode: string; message: string; fields: readonly string[] }[];
}

/** The whole answer: all records' ids, or only the refused records' errors. */
export interface TreeOutcome {
  readonly hasErrors: boolean;
  readonly results: readonly TreeResult[];
}

/** Inserts records, all or none. Nested children are not supported and refused by name. */
export function insertTree(org: Org, access: UserAccess, records: readonly TreeRecord[]): TreeOutcome {
  const results: TreeResult[] = [];
  try {
    org.database.transaction(() => {
      results.push(...records.map((record) => insertOne(org, access, record)));
      if (results.some(({ errors }) => errors)) throw new TreeRefused();
    });
    return { hasErrors: false, results };
  } catch (error) {
    if (!(error instanceof TreeRefused)) throw error;
    return { hasErrors: true, results: results.filter(({ errors }) => errors) };
  }
}

class TreeRefused extends Error {}

function insertOne(org: Org, access: UserAccess, record: TreeRecord): TreeResult {
  const { type, referenceId } = record.attributes;
  try {
    const nested = Object.entries(record).find(([name, value]) => name !== 'attributes' && isChildren(value));
    if (nested) throw notSupported(`nested records (${nested[0]}) in an sObject Tree`);
    const object = org.schema.object(type);
    if (!object) throw new SalesforceError(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`);
    return { referenceId, id: org.dml.insert(access, object, record) };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    const errors = errorsOf(error).map(({ code, message, fields }) => ({
      statusCode: code,
      message,
      fields
    }));
    return { referenceId, errors };
  }
}

function isChildren(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'records' in value;
}
