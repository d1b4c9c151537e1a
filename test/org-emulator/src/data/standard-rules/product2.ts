import type { UserAccess } from '../../access/user-access.ts';
import type { DataServices } from '../data-services.ts';
import { put } from '../delete/delete-record.ts';
import type { RecordChange } from '../record-change.ts';
import { recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** Name and code of a product show on its prices too, which change by that (Object Reference, "PricebookEntry"). */
export const product2Rules: StandardRules = { stored };

function stored(services: DataServices, change: RecordChange, access: UserAccess): void {
  const { before, after, kind } = change;
  if (kind !== 'UPDATE' || (before?.Name === after.Name && before?.ProductCode === after.ProductCode)) return;
  const object = services.schema.object('PricebookEntry');
  if (!object) return;
  for (const price of recordsWith(services, object.name, 'Product2Id', after.Id)) {
    const { Name = null, ProductCode = null } = after;
    const copied = { kind: 'UPDATE', before: price, values: { Name, ProductCode } } as const;
    services.database.noteChange(put(services, access, object, copied));
  }
}
