import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { insertTree, treeSchema } from '../data/record-tree.ts';
import type { Org } from '../org.ts';
import { administrator } from './users.ts';

/** What `sf data import tree --plan` reads, as far as it says what comes after what. */
const planSchema = z.array(z.object({ files: z.array(z.string()) }));

/** A value that is the id of another record of the seeds, by its reference id. */
const REFERENCE = /^@(\w+)$/;

/**
 * Inserts the sObject Tree files (`*.json`, as `sf data import tree` takes them) of a directory as the
 * administrator, by the same rules as any request: in the order of its `plan.json`, or of their names. Names of the package's
 * fields stand in them without prefix. `@name` is the id of the record with that reference id in an earlier file, and
 * `@StandardPricebook` that of the standard price book. Throws an Error naming the file and every refusal.
 */
export function loadSeeds(org: Org, directory: string): void {
  const ids = new Map([['StandardPricebook', standardPricebook(org)]]);
  for (const file of filesOf(directory)) loadFile(org, join(directory, file), ids);
}

function filesOf(directory: string): string[] {
  const plan = join(directory, 'plan.json');
  if (!existsSync(plan)) {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  }
  return planSchema.parse(JSON.parse(readFileSync(plan, 'utf8'))).flatMap(({ files }) => files);
}

function loadFile(org: Org, file: string, ids: Map<string, string>): void {
  const access = org.access.findUser(administrator);
  if (!access) throw new Error(`The seeds need the user ${administrator}`);
  const parsed = treeSchema.safeParse(
    resolved(JSON.parse(org.namespace.text(readFileSync(file, 'utf8'))), ids, file)
  );
  if (!parsed.success) throw new Error(`${file} is not an sObject Tree file`);
  const { hasErrors, results } = insertTree(org, access, parsed.data.records);
  for (const { referenceId, id } of results) if (id !== undefined) ids.set(referenceId, id);
  if (!hasErrors) return;
  const refusals = results.flatMap(({ referenceId, errors }) =>
    (errors ?? []).map(({ statusCode, message }) => `${referenceId}: ${statusCode}: ${message}`)
  );
  throw new Error(`${file} cannot be inserted:\n${refusals.join('\n')}`);
}

/** The same JSON with ids in the place of references. */
function resolved(value: unknown, ids: ReadonlyMap<string, string>, file: string): unknown {
  if (Array.isArray(value)) return value.map((each) => resolved(each, ids, file));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, ids, file)]));
  }
  const [, name] = typeof value === 'string' ? (REFERENCE.exec(value) ?? []) : [];
  if (name === undefined) return value;
  const id = ids.get(name);
  if (id === undefined) throw new Error(`${file} refers to @${name}, which no earlier file has`);
  return id;
}

function standardPricebook(org: Org): string {
  const books = org.schema.object('Pricebook2');
  const standard =
    books &&
    org.database
      .table(books)
      .all()
      .find(({ IsStandard }) => IsStandard === true);
  return String(standard?.Id);
}
