import { fitting } from '../../inquiry/fitting.ts';
import type { FieldMap } from '../../mapping/mapping-content.ts';
import { previewRecord, type RecordPreview } from '../engine/preview/preview-record.ts';
import type { PreviewedField, PreviewParts } from '../engine/preview/preview-records.ts';
import { pairNamed } from '../mappings/mapping-parts.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { PairName } from '../pairs/pair-names.ts';
import type { PublishedMapping, SyncObjectsSource } from '../settings/sync-object-settings.ts';
import type { RecordComparison } from './record-schemas.ts';

export interface RecordComparisonParts extends PreviewParts {
  readonly pairOf: (name: PairName) => ObjectPair;
  readonly source: Pick<SyncObjectsSource, 'mapping'>;
}

/** At least one of both keys is given. */
export interface RecordComparisonRequest {
  readonly pair: string;
  readonly sageKey?: string | undefined;
  readonly salesforceId?: string | undefined;
}

/** Makes the look at one record in both systems by the mapping in force. Rejects with LB787, LB3xx, LB70x, LB783. */
export function createRecordComparison(
  parts: RecordComparisonParts
): (request: RecordComparisonRequest) => Promise<RecordComparison> {
  return async ({ pair: name, ...keys }) => {
    const pair = parts.pairOf(pairNamed(name));
    const mapping = await parts.source.mapping(pair.name);
    const preview = await previewRecord(parts, { pair, mapping, ...keys });
    const asked = { pair: pair.name, label: pair.label, asOf: parts.clock().toUTC().toISO() };
    return { ...asked, ...keysOf(preview, keys), ...linkOf(preview), ...fieldsOf(preview, mapping) };
  };
}

function keysOf(
  { previewed, link, inSage, inSalesforce, changedAt }: RecordPreview,
  asked: Omit<RecordComparisonRequest, 'pair'>
) {
  const key = previewed?.key === '' ? undefined : previewed?.key;
  return {
    sageKey: key ?? link?.sageKey ?? asked.sageKey ?? null,
    salesforceId: previewed?.salesforceId ?? link?.salesforceId ?? asked.salesforceId ?? null,
    inSage,
    inSalesforce,
    changedInSageAt: changedAt.sage,
    changedInSalesforceAt: changedAt.salesforce
  };
}

function linkOf({ link }: RecordPreview) {
  return {
    linkedAt: link?.linkedAt ?? null,
    agreedAt: link?.agreedAt ?? null,
    agreedByVersion: link?.mappingVersion ?? null
  };
}

function fieldsOf({ previewed }: RecordPreview, { version, content }: PublishedMapping) {
  const maps = new Map(content.fields.map((map) => [map.id, map]));
  const fields = (previewed?.fields ?? []).flatMap((field) => viewOf(field, maps.get(field.id)));
  const shown = fitting(fields);
  return {
    mappingVersion: version,
    outcome: previewed?.outcome ?? ('absent' as const),
    faults: [...(previewed?.faults ?? [])],
    fields: [...shown],
    notShown: fields.length - shown.length
  };
}

function viewOf(field: PreviewedField, map: FieldMap | undefined): RecordComparison['fields'] {
  if (map === undefined) return [];
  const { id, sage, salesforce, agreed, result, outcome, by, sentence } = field;
  return [
    {
      id,
      sageFields: map.sage,
      salesforceFields: map.salesforce,
      direction: map.direction,
      conflict: map.conflict,
      sage: [...sage],
      salesforce: [...salesforce],
      agreed: agreed === undefined ? null : sidesOf(agreed),
      result: sidesOf(result),
      outcome,
      by: by ?? null,
      sentence
    }
  ];
}

function sidesOf({ sage, salesforce }: PreviewedField['result']) {
  return { sage: [...sage], salesforce: [...salesforce] };
}
