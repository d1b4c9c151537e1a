import { currentDay } from '../../calendar.ts';
import type { LiveTable } from './live-table.ts';
import type { StoredRecord } from './write-plan.ts';

/** Who and when, as the owner of the company stamps: the server's local day and decimal hours. */
export function stampColumns(table: LiveTable, userKey: string, isNew: boolean): StoredRecord {
  const now = new Date();
  const hours = now.getHours() + now.getMinutes() / 60 + now.getSeconds() / 3_600;
  const stamp = { day: currentDay(), time: hours.toFixed(5) };
  const updated = { DateUpdated: stamp.day, TimeUpdated: stamp.time, UserUpdatedKey: userKey };
  const created = { DateCreated: stamp.day, TimeCreated: stamp.time, UserCreatedKey: userKey };
  const all = isNew ? { ...created, ...updated } : updated;
  return Object.fromEntries(Object.entries(all).filter(([name]) => table.columns.has(name)));
}
