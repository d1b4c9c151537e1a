import type { FieldDefinition } from '../field.ts';
import { field, picklist, readOnly, textField } from '../field-builders.ts';

/**
 * A compound address and its parts (Object Reference, "Address Compound Fields"). `prefix` is empty on User,
 * whose parts are called `Street`, `City` and so on.
 */
export function addressFields(prefix: string): FieldDefinition[] {
  const label = (part: string) => `${prefix} ${part}`.trim();
  const parts = [
    field(`${prefix}Street`, label('Street'), 'textarea', { length: 255 }),
    textField(`${prefix}City`, label('City'), 40),
    textField(`${prefix}State`, label('State/Province'), 80),
    textField(`${prefix}PostalCode`, label('Zip/Postal Code'), 20),
    textField(`${prefix}Country`, label('Country'), 80),
    field(`${prefix}Latitude`, label('Latitude'), 'double', { precision: 18, scale: 15 }),
    field(`${prefix}Longitude`, label('Longitude'), 'double', { precision: 18, scale: 15 }),
    picklist(`${prefix}GeocodeAccuracy`, label('Geocode Accuracy'), geocodeAccuracies)
  ];
  const compound = field(`${prefix}Address`, label('Address'), 'address', {
    ...readOnly,
    parts: parts.map(({ name }) => name)
  });
  return [...parts, compound];
}

const geocodeAccuracies = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown'
];
