import type { MappingContent } from '../../../mapping/mapping-content.ts';
import { packagedLineMapping } from '../../../mapping/defaults/packaged-mappings.ts';
import type { SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import type { LinePair, ObjectPair } from '../../pairs/object-pair.ts';
import type { PublishedMapping } from '../../settings/sync-object-settings.ts';
import { applyMapping, type AppliedMapping } from './apply-mapping.ts';
import type { EngineParts } from './engine-parts.ts';
import { salesforceFieldsOf, type SalesforceFieldsOf } from './salesforce-fields.ts';

/** A pair with its mapping and the fields of Salesforce, as they hold for one page or one job. */
export interface PairAtWork {
  readonly pair: ObjectPair;
  readonly version: number;
  readonly mapping: AppliedMapping;
  readonly fields: SalesforceFieldsOf;
  readonly lines: LinesAtWork | undefined;
  /** Whether records of the pair can go to Sage at all: then Salesforce's record is read before it is written. */
  readonly isTwoWay: boolean;
  /** Field of Salesforce that says that Sage has the record no more; undefined where the object has none. */
  readonly missingField: string | undefined;
  /** What is written beside all other values: of when they are, where the object has a field for it. */
  readonly asOf: SalesforceFields;
}

export interface LinesAtWork {
  readonly pair: LinePair<unknown, unknown>;
  readonly mapping: AppliedMapping;
  readonly fields: SalesforceFieldsOf;
}

/** The field of mirrors, and that of objects which are not this package's own. */
const MISSING_FIELDS = ['Missing_In_Sage__c', 'Sage_Missing__c'] as const;

/** @throws LedgerBridgeError LB783 when Salesforce does not show the object; LB3xx, LB70x, LB751. */
export async function pairAtWork(
  parts: EngineParts,
  work: {
    readonly pair: ObjectPair;
    readonly mapping: PublishedMapping;
    readonly lineMapping?: MappingContent;
  }
): Promise<PairAtWork> {
  const { pair, mapping } = work;
  const { description, salesforceObject } = pair;
  const filled = [pair.keyField, ...pair.references.map(({ field }) => field)];
  const fields = await salesforceFieldsOf(salesforceObject, parts.schema);
  return {
    pair,
    version: mapping.version,
    mapping: await applyMapping(parts, { content: mapping.content, description, salesforceObject, filled }),
    fields,
    lines: await linesAtWork(parts, pair, work.lineMapping ?? packagedLineMapping(pair.name)),
    isTwoWay: pair.save !== undefined && pair.directions.includes('to-sage'),
    missingField: MISSING_FIELDS.find((field) => fields.has(field)),
    asOf: asOfNow(parts, pair, fields)
  };
}

/** Taken before the records are compared: what is written is at least as new, but for the reading of its page. */
function asOfNow(
  { clock }: EngineParts,
  { asOfField }: ObjectPair,
  fields: SalesforceFieldsOf
): SalesforceFields {
  return asOfField !== undefined && fields.has(asOfField) ? { [asOfField]: clock().toUTC().toISO() } : {};
}

async function linesAtWork(
  parts: EngineParts,
  { lines }: ObjectPair,
  content: MappingContent | undefined
): Promise<LinesAtWork | undefined> {
  if (lines === undefined || content === undefined) return undefined;
  const { description, salesforceObject, keyField, parentField, references } = lines;
  const filled = [keyField, parentField, ...references.map(({ field }) => field)];
  return {
    pair: lines,
    mapping: await applyMapping(parts, { content, description, salesforceObject, filled }),
    fields: await salesforceFieldsOf(salesforceObject, parts.schema)
  };
}
