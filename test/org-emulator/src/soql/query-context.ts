import type { UserAccess } from '../access/user-access.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../data/database.ts';
import type { FieldReader } from '../data/record-reader.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';

/** What the parts of a query need to know while it is compiled. */
export interface QueryContext {
  readonly soql: string;
  readonly schema: Schema;
  readonly database: Database;
  /** Reads for the user of `access`. */
  readonly reader: FieldReader;
  readonly clock: Clock;
  readonly access: UserAccess;
  readonly object: ObjectDefinition;
  readonly alias: string | undefined;
}

/** Time zone in which the user reads days: date literals and date functions mean days of that zone. */
export function timeZoneOf({ access }: QueryContext): string {
  const zone = access.user.TimeZoneSidKey;
  return typeof zone === 'string' && zone !== '' ? zone : 'GMT';
}
