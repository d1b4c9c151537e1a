import { fieldMapSchema, type FieldMap, type MappingContent } from '../../mapping-content.ts';
import type { FieldFacts } from '../../schemas/field-facts.ts';
import type { MergeContext } from '../merge-context.ts';

/** A field map in both directions where Sage wins, unless it says otherwise. */
export function fieldMap(given: Pick<FieldMap, 'id' | 'sage' | 'salesforce'> & Partial<FieldMap>): FieldMap {
  return fieldMapSchema.parse({ direction: 'both', conflict: 'sage-wins', ...given });
}

/** A mapping in both directions, of which Sage is the master. */
export function contentOf(fields: FieldMap[], rest: Partial<MappingContent> = {}): MappingContent {
  return {
    object: 'Account-customer',
    direction: 'both',
    master: 'sage',
    create: { inSalesforce: true, inSage: true },
    filter: { sage: [], salesforce: [] },
    matchKeys: [],
    fields,
    ...rest
  };
}

type Facts = Readonly<Record<string, FieldFacts>>;

/** A company of the United States, with what is known of its fields. */
export function contextOf({
  sage = {},
  salesforce = {}
}: { readonly sage?: Facts; readonly salesforce?: Facts } = {}): MergeContext {
  return {
    businessCountry: 'US',
    timeZone: 'America/Chicago',
    today: '2026-03-01',
    exchangeRates: [],
    fields: { sage: new Map(Object.entries(sage)), salesforce: new Map(Object.entries(salesforce)) }
  };
}
