import { z } from 'zod';
import { salesforceId } from '../../canonical/salesforce-id.ts';
import type { RecordsChanged } from '../port/salesforce-events.ts';
import type { SalesforceRow } from '../port/salesforce-records.ts';
import { namesInBitmaps, readSchemaFields } from './field-bitmaps.ts';

/** Field of a change event that tells what changed, beside the fields of the record. */
export const HEADER = 'ChangeEventHeader';

const texts = z
  .array(z.object({ value: z.string() }))
  .transform((values) => values.map(({ value }) => value));

const changeTypes: Readonly<Record<string, RecordsChanged['type']>> = {
  CREATE: 'create',
  UPDATE: 'update',
  DELETE: 'delete',
  UNDELETE: 'undelete',
  GAP_CREATE: 'gap-create',
  GAP_UPDATE: 'gap-update',
  GAP_DELETE: 'gap-delete',
  GAP_UNDELETE: 'gap-undelete',
  GAP_OVERFLOW: 'gap-overflow'
};

const headerSchema = z.object({
  entityName: z.string(),
  recordIds: texts,
  changeType: z.string(),
  changeOrigin: z.string().nullish(),
  commitTimestamp: z.coerce.number(),
  commitUser: z.string().nullish(),
  nulledFields: texts.default([]),
  diffFields: texts.default([]),
  changedFields: texts.default([])
});

/** Reads the header of events of one schema. Throws an Error for what is none. */
export type HeaderReader = (header: SalesforceRow[string]) => RecordsChanged;

/** Source: Change Data Capture Developer Guide, ChangeEventHeader Fields; Pub/Sub API Guide, Event Deserialization. */
export function headerReader(schemaJson: string, nameOf: (name: string) => string): HeaderReader {
  const fields = readSchemaFields(JSON.parse(schemaJson));
  return (value) => {
    const header = headerSchema.parse(value);
    const bitmaps = [header.changedFields, header.nulledFields, header.diffFields];
    const changed = new Set(bitmaps.flatMap((each) => namesInBitmaps(each, fields)));
    return {
      object: nameOf(header.entityName),
      ...recordsOf(changeTypeOf(header.changeType), header.recordIds),
      changeOrigin: header.changeOrigin ?? '',
      commitUser: salesforceId(header.commitUser ?? '') ?? '',
      committedAt: new Date(header.commitTimestamp).toISOString(),
      changedFields: [...changed].map(nameOf)
    };
  };
}

/** Of a kind that is not known yet, all is read again. */
function changeTypeOf(name: string): RecordsChanged['type'] {
  return changeTypes[name] ?? 'gap-update';
}

/**
 * The records, unless the event cannot name them: an overflow has an id of no record, and a field whose type was changed
 * has `001*` for all records of its object.
 */
function recordsOf(
  type: RecordsChanged['type'],
  ids: readonly string[]
): Pick<RecordsChanged, 'recordIds' | 'type'> {
  if (type === 'gap-overflow' || ids.some((id) => id.includes('*'))) {
    return { type: 'gap-overflow', recordIds: [] };
  }
  return { type, recordIds: ids.flatMap((id) => salesforceId(id) ?? []) };
}
