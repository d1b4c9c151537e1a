import Database from 'better-sqlite3';
import { Client } from 'pg';
import { z } from 'zod';
import { ENTITY, LANE, type StorePlace } from './place.ts';

const jobRow = z.object({
  id: z.coerce.number(),
  state: z.string(),
  payload: z
    .string()
    .transform((text) => z.object({ number: z.number(), source: z.boolean() }).parse(JSON.parse(text)))
});
const linkRow = z.object({ sage_key: z.string() });
const cursorRow = z.object({ name: z.string(), value: z.string() });

/** What stands in the tables, read without the store, so that what it says of itself is not all that is believed. */
export async function readRows(place: StorePlace) {
  const [jobs, links, cursors] = await queryAll(place, [
    `select id, state, payload_json as payload from job where lane = '${LANE}'`,
    `select sage_key from link where entity = '${ENTITY}'`,
    'select name, value from cursor'
  ]);
  return {
    jobs: z
      .array(jobRow)
      .parse(jobs)
      .map(({ payload, ...job }) => ({ ...job, ...payload })),
    /** Ids of the jobs that were linked when they were completed. */
    linked: new Set(
      z
        .array(linkRow)
        .parse(links)
        .map((link) => Number(link.sage_key.slice(3)))
    ),
    cursors: z.array(cursorRow).parse(cursors)
  };
}

export type Rows = Awaited<ReturnType<typeof readRows>>;

async function queryAll(place: StorePlace, queries: readonly string[]): Promise<readonly unknown[]> {
  if (place.engine === 'sqlite') {
    const database = new Database(place.file, { readonly: true });
    const found = queries.map((query) => database.prepare(query).all());
    database.close();
    return found;
  }
  const client = new Client({ connectionString: place.url, options: `-c search_path=${place.schema}` });
  await client.connect();
  try {
    const found: unknown[] = [];
    for (const query of queries) found.push((await client.query(query)).rows);
    return found;
  } finally {
    await client.end();
  }
}
