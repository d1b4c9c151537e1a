import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import type { Removal } from '../standard-rules/standard-rules.ts';

/** Everything that one deletion does, worked out before any of it is done. */
export interface DeletionPlan {
  /** The record itself first, masters before their details. */
  readonly records: readonly DoomedRecord[];
  readonly cleared: readonly (DoomedRecord & { readonly field: FieldDefinition })[];
}

interface DoomedRecord {
  readonly object: ObjectDefinition;
  readonly record: RecordValues;
}

/** Follows the lookups to a record. Throws DELETE_FAILED where one of them, or a standard rule, holds it. */
export function planDeletion(object: ObjectDefinition, removal: Removal): DeletionPlan {
  const { services } = removal;
  const doomed = new Map<string, DoomedRecord>();
  const cleared: (DoomedRecord & { field: FieldDefinition })[] = [];
  const holders: Holder[] = [];
  const visit = (at: ObjectDefinition, record: RecordValues): void => {
    const id = String(record.Id);
    if (doomed.has(id)) return;
    services.plans.of(at).standard.checkRemoval?.({ ...removal, record });
    doomed.set(id, { object: at, record });
    for (const child of services.plans.of(at).children) {
      const found = services.database.table(child.object).findByIndex(child.field.name, id) ?? [];
      for (const each of found) {
        if (child.onDelete === 'Cascade') visit(child.object, each);
        else if (child.onDelete === 'Restrict')
          holders.push({ held: record, object: child.object, record: each });
        else cleared.push({ object: child.object, record: each, field: child.field });
      }
    }
  };
  visit(object, removal.record);
  refuseHeld(
    services,
    removal.record,
    holders.filter(({ record }) => !doomed.has(String(record.Id)))
  );
  return {
    records: [...doomed.values()],
    cleared: cleared.filter(({ record }) => !doomed.has(String(record.Id)))
  };
}

interface Holder extends DoomedRecord {
  readonly held: RecordValues;
}

function refuseHeld(services: DataServices, root: RecordValues, holders: readonly Holder[]): void {
  const [first] = holders;
  if (!first) return;
  const names = holders
    .filter(({ object }) => object === first.object)
    .map(({ object, record }) => recordName(services, object, record));
  const what = first.object.labelPlural.toLowerCase();
  throw deleteFailed(services, root, `it is associated with the following ${what}.: ${names.join(', ')}`);
}

/** DELETE_FAILED with Salesforce's text: the record's name, and the reason in other words. */
export function deleteFailed(services: DataServices, record: RecordValues, reason: string): SalesforceError {
  const object = services.schema.objectOfId(String(record.Id));
  const name = object ? recordName(services, object, record) : String(record.Id);
  const message = `Your attempt to delete ${name} could not be completed because ${reason}\n`;
  return new SalesforceError(400, 'DELETE_FAILED', message);
}

function recordName(services: DataServices, object: ObjectDefinition, record: RecordValues): string {
  const field = object.nameField;
  return String((field ? services.reader.value(object, record, field) : null) ?? record.Id);
}
