import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';

/** The deal that is won to show how it becomes an order. */
export const DEMO_OPPORTUNITY = 'Filing room, second floor';

const demoRecords = join(projectRoot, 'config/demo');
const DAY_MS = 86_400_000;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Writes the demo's records into a directory, in sObject Tree format with their plan, with every date and moment moved by
 * the same whole number of days, so that the newest figures of accounts that Salesforce has kept are from yesterday (UTC).
 * The files in `config/demo` themselves hold plain dates, since `sf data import tree` takes nothing else.
 */
export function writeCurrentSeeds(directory: string, now = new Date()): string {
  const days = daysToYesterday(momentsIn(read('Account.json')), now);
  mkdirSync(directory, { recursive: true });
  for (const file of readdirSync(demoRecords).filter((name) => name.endsWith('.json'))) {
    writeFileSync(join(directory, file), JSON.stringify(moved(read(file), days), undefined, 2));
  }
  return directory;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(demoRecords, file), 'utf8'));
}

function momentsIn(value: unknown): number[] {
  if (typeof value === 'string') return MOMENT.test(value) ? [Date.parse(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(momentsIn) : [];
}

function daysToYesterday(moments: readonly number[], now: Date): number {
  if (moments.length === 0) return 0;
  const dayOf = (milliseconds: number): number => Math.floor(milliseconds / DAY_MS);
  return dayOf(now.getTime()) - 1 - dayOf(Math.max(...moments));
}

/** The same JSON with its dates moved. */
function moved(value: unknown, days: number): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, days));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, moved(each, days)]));
  }
  if (typeof value !== 'string' || !(MOMENT.test(value) || CALENDAR_DAY.test(value))) return value;
  const text = new Date(Date.parse(value) + days * DAY_MS).toISOString();
  return CALENDAR_DAY.test(value) ? text.slice(0, 10) : text;
}
