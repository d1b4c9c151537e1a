import { z } from 'zod';
import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { errorsOf } from '../errors/several-errors.ts';
import type { Org } from '../org.ts';
import type { FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

const treeRecord = z
  .object({ attributes: z.object({ type: z.string(), referenceId: z.string() }) })
  .catchall(z.unknown());

/** Body of an sObject Tree request (REST API Developer Guide, "sObject Tree"). */
export const treeSchema = z.object({ records: z.array(treeRecord).min(1).max(200) });
export type TreeRecord = z.infer<typeof treeRecord>;

/** Limits of one tree, on all its levels together. */
const mostRecords = 200;
const mostLevels = 5;

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

/** Inserts records and those nested in them under the names of child relationships, all or none. */
export function insertTree(org: Org, access: UserAccess, records: readonly TreeRecord[]): TreeOutcome {
  const insertion = new TreeInsertion(org, access);
  const { results } = insertion;
  try {
    org.database.transaction(() => {
      for (const record of records) insertion.insert(record, {}, 1);
      if (results.some(({ errors }) => errors)) throw new TreeRefused();
    });
    return { hasErrors: false, results };
  } catch (error) {
    if (!(error instanceof TreeRefused)) throw error;
    return { hasErrors: true, results: results.filter(({ errors }) => errors) };
  }
}

class TreeRefused extends Error {}

/** A tree on its way in. The children of a record that is refused are not tried. */
class TreeInsertion {
  readonly results: TreeResult[] = [];
  readonly #org: Org;
  readonly #access: UserAccess;

  constructor(org: Org, access: UserAccess) {
    this.#org = org;
    this.#access = access;
  }

  /** Inserts a record with the lookup to its parent, then the records in it. */
  insert(record: TreeRecord, lookup: Readonly<Record<string, FieldValue>>, level: number): void {
    const { type, referenceId } = record.attributes;
    try {
      this.#checkLimits(level);
      const object = this.#org.schema.object(type);
      if (!object) throw new SalesforceError(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`);
      const entries = Object.entries(record);
      const own = Object.fromEntries(entries.filter(([, value]) => childrenIn(value) === undefined));
      const id = this.#org.dml.insert(this.#access, object, { ...own, ...lookup });
      this.results.push({ referenceId, id });
      for (const [name, value] of entries) this.#insertChildren(object, id, name, childrenIn(value), level);
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      this.results.push({ referenceId, errors: errorsOf(error).map(treeError) });
    }
  }

  #insertChildren(
    parent: ObjectDefinition,
    parentId: string,
    name: string,
    children: readonly TreeRecord[] | undefined,
    level: number
  ): void {
    if (!children) return;
    const relationship = this.#org.schema
      .childRelationships(parent)
      .find(({ field }) => field.childRelationshipName?.toLowerCase() === name.toLowerCase());
    if (!relationship) {
      const message = `No such column '${name}' on sobject of type ${parent.name}`;
      throw new SalesforceError(400, 'INVALID_FIELD', message);
    }
    for (const child of children) this.insert(child, { [relationship.field.name]: parentId }, level + 1);
  }

  #checkLimits(level: number): void {
    if (level > mostLevels) {
      throw new SalesforceError(400, 'INVALID_INPUT', `A tree may be ${mostLevels} levels deep`);
    }
    if (this.results.length >= mostRecords) {
      throw new SalesforceError(400, 'INVALID_INPUT', `A tree may have ${mostRecords} records`);
    }
  }
}

/** The records nested in a value; undefined when it is the value of a field. */
function childrenIn(value: unknown): readonly TreeRecord[] | undefined {
  if (typeof value !== 'object' || value === null || !('records' in value)) return undefined;
  const parsed = treeSchema.safeParse(value);
  if (parsed.success) return parsed.data.records;
  throw new SalesforceError(400, 'JSON_PARSER_ERROR', 'Records in a tree need a type and a referenceId');
}

function treeError({ code, message, fields }: SalesforceError) {
  return { statusCode: code, message, fields };
}
