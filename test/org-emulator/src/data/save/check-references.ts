import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import { isChanged, type Save } from './save.ts';

/** Throws unless a changed lookup names a live record of a right object that the user may see. */
export function checkReference(save: Save, field: FieldDefinition): void {
  const id = save.draft[field.name];
  if (typeof id !== 'string' || !isChanged(save, field.name)) return;
  const { services, access, object } = save;
  const target = services.schema.objectOfId(id);
  if (!target || !field.referenceTo.includes(target.name)) {
    const message = `${field.label}: id value of incorrect type: ${id}`;
    throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, [field.name]);
  }
  const record = services.database.table(target).get(id);
  if (!record) {
    throw new SalesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
  }
  if (record.IsDeleted === true) {
    throw new SalesforceError(400, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
  }
  if (!access.can('read', target)) {
    const message = `insufficient access rights on cross-reference id: ${id}`;
    throw new SalesforceError(400, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, [field.name]);
  }
  if (target === object && save.before) checkHierarchy(save, field, id);
}

/** A record cannot stand below itself, neither at once nor over others. */
function checkHierarchy({ services, object, before }: Save, field: FieldDefinition, parentId: string): void {
  const table = services.database.table(object);
  const seen = new Set<string>();
  for (let id = parentId; !seen.has(id); id = String(table.get(id)?.[field.name] ?? '')) {
    if (id === before?.Id) {
      const message = 'attempt to violate hierarchy constraints';
      throw new SalesforceError(400, 'CIRCULAR_DEPENDENCY', message, [field.name]);
    }
    seen.add(id);
  }
}
