import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { missingFields } from '../../mapping/check/missing-fields.ts';
import type { MappingContent } from '../../mapping/mapping-content.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import { mappingsWithSchemas, type SchemaParts } from './live-schemas.ts';

/** What a mapping, or that of the lines, names and one of the systems does not have now. @throws LB3xx, LB70x. */
export async function missingInMapping(
  parts: SchemaParts,
  pair: ObjectPair,
  content: MappingContent
): Promise<readonly FieldFault[]> {
  const mappings = await mappingsWithSchemas(parts, pair, content);
  return mappings.flatMap((each) => missingFields(each.content, each.schemas));
}
