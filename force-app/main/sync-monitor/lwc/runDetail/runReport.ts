/** One run, as the service describes it (docs/openapi/sync-run.schema.json), with all that the page of a run shows. */
import { JsonFault, readJsonObject } from 'c/jsonCheck';
import { readSyncRun } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';

/** Failed and skipped records of a run, by code. */
export interface RunCause {
  readonly code: string;
  readonly count: number;
}

export interface RunReport extends SyncRun {
  /** Undefined for the mapping that comes with the package. */
  readonly mappingVersion: number | undefined;
  readonly causes: readonly RunCause[];
  readonly watermarkBefore: string | undefined;
  readonly watermarkAfter: string | undefined;
}

/** Reads the answer of `getSync`. Throws a `JsonFault` for one that is not what was agreed. */
export function readRunReport(text: string): RunReport {
  const json = readJsonObject(text);
  return {
    ...readSyncRun(text),
    // Version 0 is the mapping that comes with the package.
    mappingVersion: json.optionalCount('mappingVersion') || undefined,
    causes: causesIn(text),
    watermarkBefore: json.optionalText('watermarkBefore'),
    watermarkAfter: json.optionalText('watermarkAfter')
  };
}

/** The names of this object's members are codes, so that they are read as they come. */
function causesIn(text: string): readonly RunCause[] {
  const answer: unknown = JSON.parse(text);
  const causes: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'causes') : undefined;
  if (typeof causes !== 'object' || causes === null) throw new JsonFault('answer.causes', 'an object');
  return Object.entries(causes).map(([code, count]: [string, unknown]) => {
    if (typeof count !== 'number') throw new JsonFault(`answer.causes.${code}`, 'a number');
    return { code, count };
  });
}
