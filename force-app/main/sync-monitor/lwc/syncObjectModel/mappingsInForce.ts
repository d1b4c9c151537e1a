import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

/** The mapping that runs of a pair use. */
export interface MappingInForce {
  readonly pair: string;
  /** 0 for the one that comes with the package. */
  readonly version: number;
}

const MOST_MAPPINGS = 50;

/** Reads the answer to `listMappings`. Throws a `JsonFault` when it is none. */
export function readMappings(text: string): readonly MappingInForce[] {
  return readJsonObject(text).list('mappings', MOST_MAPPINGS, (json) => ({
    pair: json.text('pair'),
    version: json.count('version')
  }));
}

/** Where the answer to `getStatus` names the zone of Sage: `At the Sage server, in America/Chicago, it is …`. */
const ZONE = /\bin ([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*), it is /;
const MOST_PREREQUISITES = 100;

/** The time zone of Sage (IANA) in the answer to `getStatus`; undefined where it is not told. */
export function readSageZone(text: string): string | undefined {
  const findings = readJsonObject(text).list('prerequisites', MOST_PREREQUISITES, findingOfZone);
  return findings.map((finding) => ZONE.exec(finding)?.[1]).find((zone) => zone !== undefined);
}

/** Empty for another prerequisite. */
function findingOfZone(json: JsonReader): string {
  return json.text('name') === 'timeZone' ? json.text('finding') : '';
}
