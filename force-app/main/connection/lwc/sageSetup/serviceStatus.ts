import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

const MOST_PREREQUISITES = 100;

/** One thing that the service needs, and how it is. */
export interface Prerequisite {
  /** As `sage`; a newer service may know names that this page does not. */
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly finding: string;
  readonly cause: string | undefined;
  readonly fix: string | undefined;
}

/** The answer of `getStatus` (docs/openapi/service-status.schema.json). */
export interface ServiceStatus {
  readonly version: string;
  readonly startedAt: string;
  readonly asOf: string;
  readonly prerequisites: readonly Prerequisite[];
}

/** Reads the answer of `getStatus`. Throws a `JsonFault` for one that is not what was agreed. */
export function readServiceStatus(text: string): ServiceStatus {
  const json = readJsonObject(text);
  return {
    version: json.text('version'),
    startedAt: json.moment('startedAt'),
    asOf: json.moment('asOf'),
    prerequisites: json.list('prerequisites', MOST_PREREQUISITES, readPrerequisite)
  };
}

function readPrerequisite(json: JsonReader): Prerequisite {
  return {
    name: json.text('name'),
    state: json.oneOf('state', ['ok', 'warning', 'failed']),
    finding: json.text('finding'),
    cause: json.optionalText('cause'),
    fix: json.optionalText('fix')
  };
}
