import type { UserAccess } from '../../access/user-access.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import type { RecordChange } from '../record-change.ts';
import { rollUp } from '../summaries/apply-roll-ups.ts';
import { removeHistory } from '../history/keep-history.ts';
import { planDeletion, type DeletionPlan } from './deletion-plan.ts';

/**
 * Moves a record, and what its deletion takes along, to the recycle bin. Triggers run for the record itself
 * only (Apex Developer Guide, "Operations That Don't Invoke Triggers"); changes are noted for all.
 */
export function deleteRecord(
  services: DataServices,
  access: UserAccess,
  object: ObjectDefinition,
  record: RecordValues
): void {
  services.database.transaction(() => {
    services.triggers.beforeDelete(object, record, access);
    const plan = planDeletion(object, { services, access, record });
    const changes = [...clearLookups(services, access, plan), ...moveToBin(services, access, plan)];
    for (const change of changes) services.database.noteChange(change);
    const own = changes.find(({ kind, after }) => kind === 'DELETE' && after.Id === record.Id);
    if (own) services.triggers.afterSave(own, access);
    for (const change of changes) follow(services, change, access);
    remember(services, plan, String(record.Id));
  });
}

/** Deletes a record for good, with what its deletion takes along. The recycle bin does not have it. */
export function deleteForGood(
  services: DataServices,
  access: UserAccess,
  object: ObjectDefinition,
  record: RecordValues
): void {
  services.database.transaction(() => {
    if (record.IsDeleted !== true) deleteRecord(services, access, object, record);
    const { database, schema } = services;
    for (const gone of database.recycleBin.find(String(record.Id))?.records ?? []) {
      const goneObject = schema.object(gone.object);
      if (goneObject) removeWithHistory(services, goneObject, gone.id);
    }
    removeWithHistory(services, object, String(record.Id));
  });
}

function removeWithHistory(services: DataServices, object: ObjectDefinition, id: string): void {
  removeHistory(services, object, id);
  services.database.remove(object, id);
}

function follow(services: DataServices, change: RecordChange, access: UserAccess): void {
  services.plans.of(change.object).standard.stored?.(services, change, access);
  rollUp(services, change, access);
}

function clearLookups(services: DataServices, access: UserAccess, plan: DeletionPlan): RecordChange[] {
  return plan.cleared.map(({ object, record, field }) => {
    const before = services.database.table(object).get(String(record.Id)) ?? record;
    return put(services, access, object, { kind: 'UPDATE', before, values: { [field.name]: null } });
  });
}

function moveToBin(services: DataServices, access: UserAccess, plan: DeletionPlan): RecordChange[] {
  return plan.records.map(({ object, record }) =>
    put(services, access, object, { kind: 'DELETE', before: record, values: { IsDeleted: true } })
  );
}

/** Stores a change that no trigger hears of. */
export function put(
  { database, clock }: DataServices,
  { userId, origin }: UserAccess,
  object: ObjectDefinition,
  change: Pick<RecordChange, 'kind'> & { before: RecordValues; values: RecordValues }
): RecordChange {
  const now = clock.now().toISOString();
  const { before, kind, values } = change;
  const stamps = { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now };
  const after = { ...before, ...values, ...stamps };
  database.put(object, String(before.Id), after);
  return { object, kind, before, after, userId, origin };
}

function remember({ database }: DataServices, { records, cleared }: DeletionPlan, id: string): void {
  const before = database.recycleBin.find(id);
  database.onUndo(() => (before ? database.recycleBin.put(id, before) : database.recycleBin.drop(id)));
  database.recycleBin.put(id, {
    records: records.map(({ object, record }) => ({ object: object.name, id: String(record.Id) })),
    cleared: cleared.map(({ object, record, field }) => ({
      object: object.name,
      id: String(record.Id),
      field: field.name,
      value: String(record[field.name])
    }))
  });
}
