import { notFound, SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { UiCall } from '../answers.ts';

/** A record, and what it is one of. */
export interface FoundRecord {
  readonly object: ObjectDefinition;
  readonly record: RecordValues;
}

/** The live record of an id. Throws NOT_FOUND, or INSUFFICIENT_ACCESS for objects that the user may not read. */
export function findRecord({ org, access }: UiCall, id: string): FoundRecord {
  const object = org.schema.objectOfId(id);
  if (object?.options.kind !== 'record') throw notFound();
  if (!access.can('read', object)) {
    const message =
      "You don't have access to this record. Ask your administrator for help or to request access.";
    throw new SalesforceError(403, 'INSUFFICIENT_ACCESS', message);
  }
  const record = org.database.table(object).get(id);
  if (!record || record.IsDeleted === true) throw notFound();
  return { object, record };
}
