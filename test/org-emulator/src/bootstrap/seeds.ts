import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertTree, treeSchema } from '../data/record-tree.ts';
import type { Org } from '../org.ts';
import { administrator } from './users.ts';

/**
 * Inserts the sObject Tree files (`*.json`, as `sf data import tree` takes them) of a directory as the
 * administrator, by the same rules as any request. Names of the package's fields stand in them without prefix. Throws an Error naming the file and every refusal.
 */
export function loadSeeds(org: Org, directory: string): void {
  const access = org.access.findUser(administrator);
  if (!access) throw new Error(`The seeds need the user ${administrator}`);
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  for (const file of files.toSorted()) {
    const parsed = treeSchema.safeParse(
      JSON.parse(org.namespace.text(readFileSync(join(directory, file), 'utf8')))
    );
    if (!parsed.success) throw new Error(`${join(directory, file)} is not an sObject Tree file`);
    const outcome = insertTree(org, access, parsed.data.records);
    if (!outcome.hasErrors) continue;
    const refusals = outcome.results.flatMap(({ referenceId, errors }) =>
      (errors ?? []).map(({ statusCode, message }) => `${referenceId}: ${statusCode}: ${message}`)
    );
    throw new Error(`${join(directory, file)} cannot be inserted:\n${refusals.join('\n')}`);
  }
}
