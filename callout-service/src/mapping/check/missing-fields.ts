import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../mapping-content.ts';
import { mappedFields } from '../schemas/mapped-fields.ts';
import type { MappingSchemas } from '../schemas/mapping-schemas.ts';
import { checkFieldMap } from './check-field-map.ts';
import { checkTransforms } from './check-transforms.ts';
import { goneFields } from './gone-fields.ts';
import { waysOf } from './ways.ts';

/**
 * What a published mapping names that is not there any more, or that has another type now or cannot be written any more
 * (LB783). Anything here pauses the object until it is back, or until a mapping without it is published. What only makes
 * single values unfit, as a shorter field, pauses nothing: those records say so themselves.
 */
export function missingFields(content: MappingContent, schemas: MappingSchemas): readonly FieldFault[] {
  const gone = goneFields(content, schemas, 'LB783');
  if (schemas.salesforce === undefined) return gone;
  const fields = mappedFields(schemas);
  const changed = content.fields.flatMap((map) => {
    const ways = waysOf(content, map);
    return [
      ...checkFieldMap(map, ways, fields, { sizes: false }),
      ...checkTransforms(map, ways, fields, { values: false })
    ];
  });
  return [...gone, ...changed.map((fault) => ({ ...fault, code: 'LB783' as const }))];
}
