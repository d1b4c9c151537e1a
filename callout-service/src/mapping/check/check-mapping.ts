import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../mapping-content.ts';
import { mappedFields } from '../schemas/mapped-fields.ts';
import type { MappingSchemas } from '../schemas/mapping-schemas.ts';
import { checkFieldMap } from './check-field-map.ts';
import { checkTransforms } from './check-transforms.ts';
import { checkWhole } from './check-whole.ts';
import { goneFields } from './gone-fields.ts';
import { waysOf } from './ways.ts';

/** Everything in a mapping that does not fit the two live schemas (LB785); empty where it can be published. */
export function checkMapping(content: MappingContent, schemas: MappingSchemas): readonly FieldFault[] {
  const fields = mappedFields(schemas);
  return [
    ...goneFields(content, schemas, 'LB785'),
    ...checkWhole(content, schemas),
    ...content.fields.flatMap((map) => {
      const ways = waysOf(content, map);
      return [...checkFieldMap(map, ways, fields), ...checkTransforms(map, ways, fields)];
    })
  ];
}
