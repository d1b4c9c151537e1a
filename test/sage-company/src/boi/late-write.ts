import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { CompanyDatabase } from './company/company-database.ts';

/** Writes what a process left behind that died: waits as long as it was told, then writes it in one transaction. */
const leftSchema = z.object({
  databaseFile: z.string(),
  milliseconds: z.number(),
  plan: z.array(
    z.object({
      sql: z.string(),
      values: z.array(z.union([z.string(), z.number(), z.null()])),
      mustChange: z.boolean()
    })
  )
});

const file = process.argv[2] ?? '';
const left = leftSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
await delay(left.milliseconds);
const database = new CompanyDatabase(left.databaseFile);
try {
  database.write(left.plan);
} finally {
  database.close();
  rmSync(file);
}
