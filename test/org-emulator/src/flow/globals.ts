import { DateTime } from 'luxon';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import { FlowFault } from './flow-fault.ts';
import type { FlowValue } from './flow-value.ts';
import { toFlowRecord, valueAt } from './record-values.ts';
import type { UserAccess } from '../access/user-access.ts';
import { onlyRecord, zoneOf } from './runtime/running-user.ts';
import type { FlowServices } from './runtime/flow-services.ts';

/** What the global variables of an interview are read from. */
export interface GlobalScope {
  readonly services: FlowServices;
  readonly user: RecordValues;
  readonly access: UserAccess;
  readonly guid: string;
  readonly faultMessage: string | null;
}

/** Global variables that the local org knows, beside `$Record` and `$Record__Prior`. */
export const globalNames = [
  '$Flow',
  '$GlobalConstant',
  '$Label',
  '$Organization',
  '$Permission',
  '$Profile',
  '$User'
] as const;

const flowGlobals: Readonly<Record<string, (scope: GlobalScope) => FieldValue>> = {
  CurrentDate: (scope) => localNow(scope).toISODate(),
  CurrentDateTime: (scope) => scope.services.clock.now().toISOString(),
  FaultMessage: (scope) => scope.faultMessage,
  InterviewGuid: (scope) => scope.guid
};

const constants: Readonly<Record<string, FieldValue>> = {
  EmptyString: '',
  False: false,
  True: true
};

/** The value of `$User.Email`, `$Flow.FaultMessage` and so on. Throws FlowFault for what the org does not know. */
export function globalValue(scope: GlobalScope, head: string, path: readonly string[]): FlowValue {
  const record = globalRecords[head];
  if (record) return recordGlobal(scope, record, path);
  const [name = ''] = path;
  const value = path.length === 1 ? singleGlobal(scope, head, name) : undefined;
  if (value === undefined) {
    throw new FlowFault(`The local org does not support the reference ${[head, ...path].join('.')}.`);
  }
  return value;
}

interface GlobalRecord {
  readonly object: string;
  readonly find: (scope: GlobalScope) => RecordValues | undefined;
}

const globalRecords: Readonly<Record<string, GlobalRecord>> = {
  $Organization: { object: 'Organization', find: ({ services }) => onlyRecord(services, 'Organization') },
  $Profile: { object: 'Profile', find: profileOf },
  $User: { object: 'User', find: ({ user }) => user }
};

/** A field of the record behind a global variable, or of one that it looks up. Null where there is no record. */
function recordGlobal(
  scope: GlobalScope,
  { object, find }: GlobalRecord,
  path: readonly string[]
): FlowValue {
  const definition = scope.services.schema.object(object);
  const record = find(scope);
  if (!definition || !record) return null;
  return valueAt(scope.services, toFlowRecord(scope.services, definition, record), path);
}

function singleGlobal(scope: GlobalScope, head: string, name: string): FieldValue | undefined {
  switch (head) {
    case '$Flow':
      return flowGlobals[name]?.(scope);
    case '$GlobalConstant':
      return constants[name];
    case '$Label':
      return scope.services.labels.get(name) ?? null;
    case '$Permission':
      return scope.access.hasCustomPermission(name);
    default:
      return undefined;
  }
}

function localNow({ services, user }: GlobalScope): DateTime {
  return DateTime.fromJSDate(services.clock.now(), { zone: zoneOf(user) });
}

function profileOf({ services, user }: GlobalScope): RecordValues | undefined {
  const object = services.schema.object('Profile');
  return object && services.database.table(object).get(String(user.ProfileId));
}
