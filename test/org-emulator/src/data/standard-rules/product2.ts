import type { UserAccess } from '../../access/user-access.ts';
import type { DataServices } from '../data-services.ts';
import type { RecordChange } from '../record-change.ts';
import { recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** Name and code of a product show on its prices too (Object Reference, "PricebookEntry"). */
export const product2Rules: StandardRules = { stored };

function stored(services: DataServices, change: RecordChange, _access: UserAccess): void {
  const { before, after, kind } = change;
  if (kind !== 'UPDATE' || (before?.Name === after.Name && before?.ProductCode === after.ProductCode)) return;
  const object = services.schema.object('PricebookEntry');
  if (!object) return;
  for (const price of recordsWith(services, object.name, 'Product2Id', after.Id)) {
    const { Name = null, ProductCode = null } = after;
    services.database.put(object, String(price.Id), { ...price, Name, ProductCode });
  }
}
