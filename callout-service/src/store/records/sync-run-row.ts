import { sql, type RawBuilder, type Selectable } from 'kysely';
import { z } from 'zod';
import { fromJsonText } from '../json-text.ts';
import { isoOf, isoOrUndefined } from '../moment.ts';
import type { RunCounts, SyncRun } from '../port/sync-runs.ts';
import type { SyncRunTable } from '../schema/record-tables.ts';

const countNames = ['read', 'created', 'updated', 'unchanged', 'skipped', 'failed'] as const;
type CountColumn = `${(typeof countNames)[number]}_count`;

/** Adds in the database itself, so that parts of a run that count at once lose nothing. */
export function addedCounts(counts: Partial<RunCounts>): Partial<Record<CountColumn, RawBuilder<number>>> {
  const added: Partial<Record<CountColumn, RawBuilder<number>>> = {};
  for (const name of countNames) {
    const more = counts[name] ?? 0;
    if (!Number.isSafeInteger(more) || more < 0) throw new RangeError(`${more} is no count of records`);
    if (more > 0) added[`${name}_count`] = sql<number>`${sql.ref(`${name}_count`)} + ${more}`;
  }
  return added;
}

const causesSchema = z.record(z.string(), z.number());

/** Causes with more of them, as text. */
export function addedCauses(causesJson: string, more: SyncRun['causes']): string {
  const causes = new Map(Object.entries(causesSchema.parse(fromJsonText(causesJson))));
  for (const [code, count] of Object.entries(more)) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count of records`);
    causes.set(code, (causes.get(code) ?? 0) + count);
  }
  return JSON.stringify(Object.fromEntries([...causes].toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

/** A run as it is told, from its row. */
export function runOf(row: Selectable<SyncRunTable>): SyncRun {
  return {
    id: row.id,
    object: row.object,
    direction: row.direction,
    trigger: row.trigger,
    mode: row.mode,
    watermarkBefore: row.watermark_before,
    watermarkAfter: row.watermark_after,
    mappingVersion: row.mapping_version ?? undefined,
    instance: row.instance,
    state: row.state,
    counts: {
      read: row.read_count,
      created: row.created_count,
      updated: row.updated_count,
      unchanged: row.unchanged_count,
      skipped: row.skipped_count,
      failed: row.failed_count
    },
    causes: causesSchema.parse(fromJsonText(row.causes_json)),
    stopRequested: row.stop_requested === 1,
    startedAt: isoOf(row.started_at),
    lastSignAt: isoOf(row.last_sign_at),
    finishedAt: isoOrUndefined(row.finished_at),
    reason: row.reason ?? undefined
  };
}
