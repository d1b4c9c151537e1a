import type { UserAccess } from '../../access/user-access.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import type { RecordChange } from '../record-change.ts';
import { rollUp } from '../summaries/apply-roll-ups.ts';
import { put } from './delete-record.ts';
import type { Deletion } from './recycle-bin.ts';

/**
 * Brings a record back from the recycle bin with everything that its deletion took along, and fills the
 * lookups that the deletion emptied and nobody filled since (SOAP API Developer Guide, "undelete()").
 */
export function undeleteRecord(
  services: DataServices,
  access: UserAccess,
  object: ObjectDefinition,
  record: RecordValues
): void {
  const { database } = services;
  const id = String(record.Id);
  const deletion = database.recycleBin.find(id) ?? { records: [{ object: object.name, id }], cleared: [] };
  database.transaction(() => {
    requireMasters(services, object, record);
    const changes = [...restore(services, access, deletion), ...fill(services, access, deletion)];
    for (const change of changes) database.noteChange(change);
    const own = changes.find(({ after }) => after.Id === id);
    if (own) services.triggers.afterSave(own, access);
    database.onUndo(() => database.recycleBin.put(id, deletion));
    database.recycleBin.drop(id);
  });
}

/** Details come first: a master that is still deleted keeps the sums it had, and needs no counting again. */
function restore(services: DataServices, access: UserAccess, { records }: Deletion): RecordChange[] {
  return records.toReversed().flatMap((each) => {
    const object = services.schema.object(each.object);
    const before = object && services.database.table(object).get(each.id);
    if (!object || before?.IsDeleted !== true) return [];
    requireUnique(services, object, before);
    const change = put(services, access, object, { kind: 'UNDELETE', before, values: { IsDeleted: false } });
    services.plans.of(object).standard.stored?.(services, change, access);
    rollUp(services, change, access);
    return [change];
  });
}

function fill(services: DataServices, access: UserAccess, { cleared }: Deletion): RecordChange[] {
  return cleared.flatMap((each) => {
    const object = services.schema.object(each.object);
    const before = object && services.database.table(object).get(each.id);
    if (!object || !before || before.IsDeleted === true || (before[each.field] ?? null) !== null) return [];
    return [put(services, access, object, { kind: 'UPDATE', before, values: { [each.field]: each.value } })];
  });
}

function requireMasters(
  { database, schema }: DataServices,
  object: ObjectDefinition,
  record: RecordValues
): void {
  for (const field of object.fields.filter(({ masterDetail }) => masterDetail)) {
    const id = String(record[field.name]);
    const master = schema.objectOfId(id);
    if (master && database.table(master).get(id)?.IsDeleted === false) continue;
    const message = 'cannot undelete a record whose parent is deleted';
    throw new SalesforceError(400, 'UNDELETE_FAILED', message, [field.name]);
  }
}

function requireUnique(
  { database, plans }: DataServices,
  object: ObjectDefinition,
  record: RecordValues
): void {
  for (const { name } of plans.of(object).unique) {
    const other = database.table(object).otherWith(name, record[name] ?? null, record.Id ?? null);
    if (other === undefined) continue;
    const message = `duplicate value found: ${name} duplicates value on record with id: ${other}`;
    throw new SalesforceError(400, 'DUPLICATE_VALUE', message);
  }
}
