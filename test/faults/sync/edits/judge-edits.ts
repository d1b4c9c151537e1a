import { z } from 'zod';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';
import type { Row } from '../../orders/world/org-client.ts';
import { normal } from '../compare/compare-pair.ts';
import { expectedOf, inWords, type Edit } from './edit.ts';
import type { EditedPlace } from './places.ts';
import { quoted } from './random-edits.ts';

const plain = z.union([z.string(), z.number(), z.boolean()]).nullish();
/** Keys in one query: its text has a limit. */
const PORTION = 200;

/** What is not as the rules say, in words: from both systems' own data, past the service. */
export async function judgeEdits(world: OrderWorld, edits: readonly Edit[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [place, some] of Map.groupBy(edits, (edit) => edit.place)) {
    const inSage = sageRows(world, place);
    const inSalesforce = await salesforceRows(world, place, some);
    for (const edit of some) {
      const { field, key } = edit;
      const expected = expectedOf(edit);
      const sage = normal(inSage.get(key)?.[field.column] ?? '', field.kind);
      const salesforce = normal(plain.parse(inSalesforce.get(key)?.[field.field]) ?? '', field.kind);
      if (
        sage === normal(expected.inSage, field.kind) &&
        salesforce === normal(expected.inSalesforce, field.kind)
      )
        continue;
      wrong.push(
        `${inWords(edit)}: Sage has '${sage}', not '${expected.inSage}', or Salesforce '${salesforce}', not '${expected.inSalesforce}'`
      );
    }
  }
  return wrong;
}

function sageRows({ sage }: OrderWorld, { table, key, where = '1' }: EditedPlace) {
  const rows = readSageFile(sage.ready.databaseFile, (read) =>
    read(`SELECT ${key} AS "key", * FROM ${table} WHERE ${where}`)
  );
  return new Map(rows.map((row) => [String(row['key']), row]));
}

async function salesforceRows(
  { client }: OrderWorld,
  { object, keyField, fields }: EditedPlace,
  edits: readonly Edit[]
): Promise<ReadonlyMap<string, Row>> {
  const names = [keyField, ...fields.map(({ field }) => field)].join(', ');
  const found: Row[] = [];
  for (let at = 0; at < edits.length; at += PORTION) {
    const keys = edits.slice(at, at + PORTION).map(({ key }) => `'${quoted(key)}'`);
    const soql = `SELECT ${names} FROM ${object} WHERE ${keyField} IN (${keys.join(', ')})`;
    found.push(...(await client.query(soql)));
  }
  return new Map(found.map((row) => [String(row[keyField]), row]));
}
