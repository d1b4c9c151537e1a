import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';

/** Names of an address's parts in a representation, which leave the prefix of the part fields away. */
const partNames = [
  'City',
  'Country',
  'CountryCode',
  'GeocodeAccuracy',
  'Latitude',
  'Longitude',
  'PostalCode',
  'State',
  'StateCode',
  'Street'
];

/**
 * The value of a compound address as REST and queries show it: its parts by name, such as `postalCode`; null
 * where all of them are empty (Object Reference, "Address Compound Fields").
 */
export function addressValue(
  field: FieldDefinition,
  record: RecordValues
): Record<string, FieldValue> | null {
  const values: Record<string, FieldValue> = {};
  for (const name of partNames) {
    const part = field.parts.find((each) => each.endsWith(name) && isPart(field, each, name));
    if (part !== undefined) values[name.charAt(0).toLowerCase() + name.slice(1)] = record[part] ?? null;
  }
  return Object.values(values).some((value) => value !== null) ? values : null;
}

/** `BillingState` is the State of `BillingAddress`; on User the parts have no prefix. */
function isPart(field: FieldDefinition, part: string, name: string): boolean {
  return part === `${field.name.replace(/Address$/, '')}${name}`;
}
