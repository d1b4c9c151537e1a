import type { FieldMap, MappingContent } from '../mapping-content.ts';

/** A mapping of records that only Sage has, and Salesforce shows. */
export function mirror(object: string, fields: readonly FieldMap[]): MappingContent {
  return {
    object,
    direction: 'to-salesforce',
    master: 'sage',
    create: { inSalesforce: true, inSage: false },
    filter: { sage: [], salesforce: [] },
    matchKeys: [],
    fields: [...fields]
  };
}
