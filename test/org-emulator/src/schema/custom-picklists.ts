import type { CustomFieldMetadata, PicklistValueMetadata } from '../metadata/custom-field.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import type { FieldDefinition, PicklistValue } from './field.ts';

type PicklistProperties = Pick<FieldDefinition, 'controllingField' | 'picklistValues' | 'restrictedPicklist'>;

/** Values of a custom picklist, its own or a global set's. Throws when the global set does not exist. */
export function picklistProperties(
  field: CustomFieldMetadata,
  globalValueSets: PackageMetadata['globalValueSets']
): PicklistProperties {
  const { valueSet } = field;
  const picklistValues = (valuesOf(field, globalValueSets) ?? [])
    .filter(({ isActive }) => isActive !== false)
    .map((value) => withControllingValues(picklistValue(value), field));
  return {
    // A global value set is always restricted.
    restrictedPicklist: valueSet?.valueSetName !== undefined || (valueSet?.restricted ?? false),
    controllingField: valueSet?.controllingField ?? null,
    picklistValues
  };
}

/** A value as metadata writes it. */
export function picklistValue(metadata: PicklistValueMetadata): PicklistValue {
  const { fullName, label } = metadata;
  return { value: fullName, label: label ?? fullName, isDefault: metadata.default ?? false };
}

function valuesOf(
  field: CustomFieldMetadata,
  globalValueSets: PackageMetadata['globalValueSets']
): readonly PicklistValueMetadata[] | undefined {
  const name = field.valueSet?.valueSetName;
  if (name === undefined) return field.valueSet?.valueSetDefinition?.value;
  const shared = globalValueSets.get(name);
  if (!shared) throw new Error(`the global value set ${name} does not exist`);
  return shared.values;
}

function withControllingValues(value: PicklistValue, { valueSet }: CustomFieldMetadata): PicklistValue {
  if (valueSet?.controllingField === undefined) return value;
  const setting = valueSet.valueSettings.find(({ valueName }) => valueName === value.value);
  return { ...value, validFor: setting?.controllingFieldValue ?? [] };
}
