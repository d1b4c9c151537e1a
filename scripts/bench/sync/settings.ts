import { z } from 'zod';
import type { ScenarioOptions } from '../scenario.ts';

const partNames = ['detection', 'load', 'visible'] as const;

const count = z.coerce.number().int().positive();
/** `10000,100000` as numbers, `load,visible` as names. */
const listOf = <T extends z.ZodType>(each: T) =>
  z.preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(each).min(1));

const settingsSchema = z.object({
  rows: listOf(count).default([10_000, 100_000, 1_000_000]),
  customers: count.default(10_000),
  changes: count.default(30),
  parts: listOf(z.enum(partNames)).default([...partNames])
});

/** What is measured, and how much of it. */
export type SyncBenchmarkSettings = z.infer<typeof settingsSchema>;

export const syncOptions = {
  rows: 'stock rows that changes are looked for among; 10000,100000,1000000',
  customers: 'of the first load, more than the demo company has; 10000',
  changes: 'in Sage whose way into Salesforce is timed; 30',
  parts: `which of ${partNames.join(', ')}; all`
} as const satisfies ScenarioOptions;

/** @throws z.ZodError for what is no number of rows, or no part. */
export function readSettings(options: ScenarioOptions): SyncBenchmarkSettings {
  return settingsSchema.parse(options);
}
