import type { FormulaSetting, FormulaType } from '../formula/formula.ts';
import { type FieldDefinition, isNumeric } from './field.ts';
import type { ObjectDefinition } from './object.ts';
import type { Schema } from './schema.ts';

/** Type of a field's values in formulas, or undefined for a compound address, which formulas cannot name. */
export function formulaTypeOf({ type }: FieldDefinition): FormulaType | undefined {
  if (isNumeric(type)) return 'number';
  switch (type) {
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'multipicklist':
    case 'picklist':
    case 'time':
      return type;
    case 'address':
      return undefined;
    default:
      return 'text';
  }
}

/** What a formula must return whose result a field holds. */
export function returnedBy(field: FieldDefinition): Pick<FormulaSetting, 'returns'> {
  const returns = formulaTypeOf(field);
  return returns === undefined ? {} : { returns };
}

/** A merge field found: the object on which its last step stands, and the field. */
export interface FoundField {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
}

/** Objects behind the global variables that formulas of records may use here. */
const globals: Readonly<Record<string, string>> = {
  $organization: 'Organization',
  $profile: 'Profile',
  $recordtype: 'RecordType',
  $user: 'User'
};

/**
 * The field behind a merge field of an object's records, such as `Name`, `Account.Owner.Name`, `Owner:User.Name` or
 * `$User.Email`; undefined where it leads nowhere. Steps go from child to parent.
 */
export function findMergeField(
  schema: Schema,
  object: ObjectDefinition | undefined,
  reference: string
): FoundField | undefined {
  const [first = '', ...rest] = reference.split('.');
  if (first.startsWith('$')) {
    const global = schema.object(globals[first.toLowerCase()] ?? '');
    return global && rest.length > 0 ? findMergeField(schema, global, rest.join('.')) : undefined;
  }
  if (!object) return undefined;
  if (rest.length === 0) {
    const field = object.field(first);
    return field && { object, field };
  }
  const [relationshipName = '', onlyObject] = first.split(':');
  const targets = object.relationship(relationshipName)?.referenceTo ?? [];
  const target = targets.find((name) => onlyObject === undefined || name === onlyObject);
  return target === undefined ? undefined : findMergeField(schema, schema.object(target), rest.join('.'));
}

/**
 * Where a formula of an object's records stands: a formula field, a validation rule. Without an object, as for default
 * values, only global variables can be named.
 */
export function recordFormulaSetting(
  schema: Schema,
  object: ObjectDefinition | undefined,
  options: Omit<FormulaSetting, 'typeOf'>
): FormulaSetting {
  return {
    ...options,
    typeOf: (reference) => {
      const found = findMergeField(schema, object, reference);
      return found && formulaTypeOf(found.field);
    }
  };
}
