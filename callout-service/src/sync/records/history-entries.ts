import { fitting } from '../../inquiry/fitting.ts';
import type { AuditEntry } from '../../store/port/audit.ts';
import type { StoredChange } from '../../store/port/changes.ts';
import type { JobHistory } from '../../store/port/job.ts';
import type { MappingVersion } from '../../store/port/mapping-versions.ts';
import { meaningOfCode } from '../failures/meaning-of-code.ts';
import { lanes } from '../lanes.ts';
import type { HistoryEntry } from './record-schemas.ts';

const MOST_CHARACTERS_OF_VALUES = 4_000;
const MOST_CHARACTERS_OF_ERRORS = 8_000;

/** Which version of the record's mapping was in force at a moment; 0 is that of the package. */
export type VersionAt = (moment: string) => number;

/** The versions of a pair in any order. */
export function versionsInForce(versions: readonly MappingVersion[]): VersionAt {
  const newestFirst = versions.toSorted((one, other) => other.version - one.version);
  return (moment) => newestFirst.find(({ publishedAt }) => publishedAt <= moment)?.version ?? 0;
}

/** A job with what people did to it. */
export function entryOfJob(
  job: JobHistory,
  acts: readonly AuditEntry[],
  { versionAt, now }: { readonly versionAt: VersionAt | undefined; readonly now: string }
): HistoryEntry {
  const code = job.lastErrorCode;
  const isMapped = job.lane === lanes.recordInStep;
  return {
    kind: 'job',
    at: job.enqueuedAt,
    jobId: job.id,
    lane: job.lane,
    state: job.state,
    finishedAt: job.finishedAt ?? null,
    code: code ?? null,
    title: code === undefined ? null : meaningOfCode(code).title,
    attempts: job.attempts,
    replays: job.replays,
    skipReason: job.skipReason ?? null,
    mappingVersion: (isMapped ? versionAt?.(job.finishedAt ?? now) : undefined) ?? null,
    payload: shown(job.payload),
    errors: [...fitting(job.errors.toReversed(), MOST_CHARACTERS_OF_ERRORS)].reverse(),
    acts: acts.map(({ at, operator, action, detail }) => ({ at, operator, action, detail: detail ?? null }))
  };
}

/** A change as it was told to everyone. */
export function entryOfChange(change: StoredChange, versionAt: VersionAt | undefined): HistoryEntry {
  return {
    kind: 'change',
    at: change.at,
    changeId: change.id,
    change: change.change,
    mappingVersion: versionAt?.(change.at) ?? null,
    values: shown(change.values)
  };
}

function shown(value: unknown): unknown {
  if (value === undefined || JSON.stringify(value).length > MOST_CHARACTERS_OF_VALUES) return null;
  return value;
}
