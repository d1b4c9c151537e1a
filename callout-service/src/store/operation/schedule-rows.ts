import type { Selectable } from 'kysely';
import { z } from 'zod';
import { fromJsonText } from '../json-text.ts';
import { isoOrUndefined } from '../moment.ts';
import type { StoredSchedule } from '../port/schedules.ts';
import type { ScheduleTable } from '../schema/operation-tables.ts';

const payload = z.record(z.string(), z.unknown());

/** A schedule as the port gives it. */
export function scheduleOf(row: Selectable<ScheduleTable>): StoredSchedule {
  return {
    name: row.name,
    cron: row.cron,
    timeZone: row.time_zone,
    lane: row.lane,
    ...(row.key === null ? {} : { key: row.key }),
    payload: payload.parse(fromJsonText(row.payload_json)),
    enabled: row.enabled === 1,
    nextSlot: isoOrUndefined(row.next_slot),
    lastSlot: isoOrUndefined(row.last_slot)
  };
}
