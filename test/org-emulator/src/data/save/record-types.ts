import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { RecordTypeDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';

/** Id of the object's default record type, or null where it has none. */
export function defaultRecordTypeId(services: DataServices, plan: ObjectPlan): FieldValue {
  const wanted = plan.recordTypes.find(({ isDefault }) => isDefault);
  if (!wanted) return null;
  const found = recordTypeRecords(services).find(
    ({ SobjectType, DeveloperName }) =>
      SobjectType === plan.object.name && DeveloperName === wanted.developerName
  );
  return found?.Id ?? null;
}

/** The type of a record, or undefined for a record without (the master record type). */
export function recordTypeOf(
  services: DataServices,
  plan: ObjectPlan,
  record: RecordValues
): RecordTypeDefinition | undefined {
  const id = record.RecordTypeId;
  if (typeof id !== 'string' || plan.recordTypes.length === 0) return undefined;
  const object = services.schema.object('RecordType');
  const found = object && services.database.table(object).get(id);
  return plan.recordTypes.find(({ developerName }) => developerName === found?.DeveloperName);
}

function recordTypeRecords({ schema, database }: DataServices): readonly RecordValues[] {
  const object = schema.object('RecordType');
  return object ? database.table(object).all() : [];
}
