import type { AlertConfiguration } from '../config/salesforce.ts';
import { lanes, type Lane } from '../sync/lanes.ts';

/** By which lanes people are told here; the log always has it as well. */
export function alertLanes(parts: {
  readonly mail: AlertConfiguration['mail'];
  readonly salesforce: unknown;
}): readonly Lane[] {
  return [
    ...(parts.mail === undefined ? [] : [lanes.alertMail]),
    ...(parts.salesforce === undefined ? [] : [lanes.alertEvent])
  ];
}
