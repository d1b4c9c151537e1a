import type { MappingContent } from '../../mapping/mapping-content.ts';
import { packagedLineMapping } from '../../mapping/defaults/packaged-mappings.ts';
import type { MappingSchemas } from '../../mapping/schemas/mapping-schemas.ts';
import type { SageCatalogue, SageTable } from '../../sage/port/sage-catalogue.ts';
import type { SalesforceSchema } from '../../salesforce/port/salesforce-schema.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';

/** Who describes both systems. */
export interface SchemaParts {
  readonly sage: { readonly catalogue: Pick<SageCatalogue, 'describe'> };
  readonly salesforce: { readonly schema: Pick<SalesforceSchema, 'describe'> };
}

/** Both ends, with all that the data source says of its tables. */
export interface LiveSchemas extends MappingSchemas {
  readonly tables: readonly SageTable[];
}

interface Ends {
  readonly description: MappingSchemas['entity'];
  readonly salesforceObject: string;
  readonly filled: readonly string[];
}

/** Both ends of a pair's mapping as they are now, as far as some minutes' memory knows. @throws LB3xx, LB70x. */
export function liveSchemas(parts: SchemaParts, pair: ObjectPair): Promise<LiveSchemas> {
  const { description, salesforceObject, keyField, references } = pair;
  return schemasOf(parts, {
    description,
    salesforceObject,
    filled: [keyField, ...references.map(({ field }) => field)]
  });
}

/** A mapping with both its ends: that of the pair, and that of its lines where it has some. */
export async function mappingsWithSchemas(
  parts: SchemaParts,
  pair: ObjectPair,
  content: MappingContent
): Promise<readonly { readonly content: MappingContent; readonly schemas: MappingSchemas }[]> {
  const own = { content, schemas: await liveSchemas(parts, pair) };
  const { lines } = pair;
  const ofLines = packagedLineMapping(pair.name);
  if (lines === undefined || ofLines === undefined) return [own];
  const { description, salesforceObject, keyField, parentField, references } = lines;
  const filled = [keyField, parentField, ...references.map(({ field }) => field)];
  return [
    own,
    { content: ofLines, schemas: await schemasOf(parts, { description, salesforceObject, filled }) }
  ];
}

async function schemasOf(
  { sage, salesforce }: SchemaParts,
  { description, salesforceObject, filled }: Ends
): Promise<LiveSchemas> {
  const [object, ...tables] = await Promise.all([
    salesforce.schema.describe(salesforceObject),
    ...tablesOf(description).map((table) => sage.catalogue.describe(table))
  ]);
  return {
    entity: description,
    tables: tables.filter((table) => table !== undefined),
    salesforce: object,
    filled: { sage: [], salesforce: filled }
  };
}

function tablesOf({ table, fields }: MappingSchemas['entity']): readonly string[] {
  const named = fields.map(({ column = '' }) => column.split('.')[0] ?? '');
  return [...new Set([table ?? '', ...named])].filter((name) => name !== '');
}
