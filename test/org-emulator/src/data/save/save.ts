import type { UserAccess } from '../../access/user-access.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';

/** A record on its way to being stored. */
export interface Save {
  readonly services: DataServices;
  readonly access: UserAccess;
  readonly object: ObjectDefinition;
  readonly plan: ObjectPlan;
  /** The record as it is stored; undefined for a new one. */
  readonly before: RecordValues | undefined;
  /** The record as it is to be. Id is null until a new record is stored. */
  readonly draft: Record<string, FieldValue>;
  /** Names of the fields that the request, or a trigger, gave a value. */
  readonly given: Set<string>;
  readonly now: string;
}

/** Whether a field has, or is about to get, another value. */
export function isChanged({ before, draft }: Save, name: string): boolean {
  return (before?.[name] ?? null) !== (draft[name] ?? null);
}
