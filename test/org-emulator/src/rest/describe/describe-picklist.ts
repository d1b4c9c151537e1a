import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';

/** The choices of a field, and on which other field they depend. */
export function describePicklist(object: ObjectDefinition, field: FieldDefinition) {
  const controlling = field.controllingField === null ? undefined : object.field(field.controllingField);
  return {
    controllerName: controlling?.name ?? null,
    dependentPicklist: controlling !== undefined,
    restrictedPicklist: field.restrictedPicklist,
    picklistValues: field.picklistValues.map(({ value, label, isDefault, validFor }) => ({
      active: true,
      defaultValue: isDefault,
      label,
      validFor: controlling && validFor ? validForBits(controlling, validFor) : null,
      value
    }))
  };
}

/**
 * Which of the controlling field's values offer a choice: a bit each, the first one highest, in Base64 (SOAP API
 * Developer Guide, "PicklistEntry, validFor"). A checkbox counts as the values false and true.
 */
function validForBits(controlling: FieldDefinition, validFor: readonly string[]): string {
  const values =
    controlling.type === 'boolean' ? ['false', 'true'] : controlling.picklistValues.map(({ value }) => value);
  const bytes = Buffer.alloc(Math.ceil(values.length / 8));
  for (const [index, value] of values.entries()) {
    const at = index >> 3;
    if (validFor.includes(value)) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (index & 7));
  }
  return bytes.toString('base64');
}
