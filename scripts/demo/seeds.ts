import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../setup/paths.mjs';

const treeSchema = z.looseObject({ records: z.array(z.record(z.string(), z.unknown())) });

const DAY_MS = 86_400_000;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Writes the demo's accounts into a directory, in sObject Tree format, with every date and moment moved by the same whole
 * number of days, so that the newest figures that Salesforce has kept are from yesterday (UTC). The file in `config/demo`
 * itself holds plain dates, since `sf data import tree` takes nothing else.
 */
export function writeCurrentSeeds(directory: string, now = new Date()): string {
  const tree = treeSchema.parse(
    JSON.parse(readFileSync(join(projectRoot, 'config/demo/Account.json'), 'utf8'))
  );
  const days = daysToYesterday(tree.records, now);
  const records = tree.records.map((record) =>
    Object.fromEntries(Object.entries(record).map(([field, value]) => [field, moved(value, days)]))
  );
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'Account.json'), JSON.stringify({ ...tree, records }, undefined, 2));
  return directory;
}

function daysToYesterday(records: readonly Record<string, unknown>[], now: Date): number {
  const moments = records
    .flatMap((record) => Object.values(record))
    .filter((value) => typeof value === 'string' && MOMENT.test(value))
    .map((value) => Date.parse(String(value)));
  if (moments.length === 0) return 0;
  const dayOf = (milliseconds: number): number => Math.floor(milliseconds / DAY_MS);
  return dayOf(now.getTime()) - 1 - dayOf(Math.max(...moments));
}

function moved(value: unknown, days: number): unknown {
  if (typeof value !== 'string' || !(MOMENT.test(value) || CALENDAR_DAY.test(value))) return value;
  const text = new Date(Date.parse(value) + days * DAY_MS).toISOString();
  return CALENDAR_DAY.test(value) ? text.slice(0, 10) : text;
}
