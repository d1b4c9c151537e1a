import type { BulkRequest } from '../port/salesforce-bulk.ts';
import type { RecordOutcome, SalesforceRecords } from '../port/salesforce-records.ts';
import { keyFieldOf } from './row-key.ts';

/** Writes these rows by collections of 200. */
export function sendAsCollection(
  records: Pick<SalesforceRecords, 'delete' | 'insert' | 'update' | 'upsert'>,
  request: BulkRequest,
  places: readonly number[]
): Promise<readonly RecordOutcome[]> {
  const { object, operation } = request;
  const rows = places.map((place) => request.rows[place] ?? {});
  switch (operation) {
    case 'insert':
      return records.insert(object, rows);
    case 'upsert':
      return records.upsert(object, keyFieldOf(request) ?? 'Id', rows);
    case 'delete':
      return records.delete(
        object,
        rows.map(({ Id }) => String(Id))
      );
    case 'update':
      return records.update(
        object,
        rows.map(({ Id, ...fields }) => ({ id: String(Id), fields }))
      );
  }
}
