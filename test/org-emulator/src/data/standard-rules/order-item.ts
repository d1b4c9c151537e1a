import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldValue } from '../../schema/field.ts';
import { isChanged, type Save } from '../save/save.ts';
import { isActivated } from './order.ts';
import { amount, requireEntry, requireValues } from './price.ts';
import { recordOf } from './records.ts';
import type { Removal, StandardRules } from './standard-rules.ts';

/** Rules of order products (Object Reference, "OrderItem"). */
export const orderItemRules: StandardRules = { prepare, checkRemoval };

const fixedOnceActivated = ['Quantity', 'UnitPrice', 'ServiceDate', 'EndDate'];

function prepare(save: Save): void {
  const order = recordOf(save.services, save.draft.OrderId);
  if (!save.before) takePrice(save, order?.Pricebook2Id ?? null);
  requireValues(save, ['Quantity', 'UnitPrice']);
  const changed = !save.before || fixedOnceActivated.some((name) => isChanged(save, name));
  if (isActivated(order) && changed) throw orderIsActivated();
  save.draft.TotalPrice = amount(save.draft.Quantity ?? 0, save.draft.UnitPrice ?? 0);
  save.draft.AvailableQuantity = save.draft.Quantity ?? null;
}

function takePrice(save: Save, bookId: FieldValue): void {
  const entry = requireEntry(save, bookId, 'order');
  save.draft.ListPrice = entry.UnitPrice ?? null;
  save.draft.Product2Id = entry.Product2Id ?? null;
}

function checkRemoval({ services, record }: Removal): void {
  const order = recordOf(services, record.OrderId);
  if (isActivated(order)) throw orderIsActivated();
}

function orderIsActivated(): SalesforceError {
  const message = "You can't add, edit or remove products of an activated order.";
  return new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message);
}
