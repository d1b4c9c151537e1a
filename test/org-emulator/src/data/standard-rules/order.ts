import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import { deleteFailed } from '../delete/deletion-plan.ts';
import { isChanged, type Save } from '../save/save.ts';
import { recordsWith } from './records.ts';
import type { Removal, StandardRules } from './standard-rules.ts';

/** Rules of orders (Object Reference, "Order": fields AccountId, Pricebook2Id, Status, and "Usage"). */
export const orderRules: StandardRules = { prepare, checkRemoval };

/** Whether an order is in a status of the category Activated. */
export function isActivated(order: RecordValues | undefined): boolean {
  return order?.StatusCode === 'Activated';
}

function prepare(save: Save): void {
  requireAccount(save);
  requireDates(save);
  if (save.before) checkChange(save);
  else requireDraft(save);
}

function requireAccount({ draft }: Save): void {
  if (draft.AccountId !== null) return;
  const message = 'Required fields are missing: [AccountId]';
  throw new SalesforceError(400, 'REQUIRED_FIELD_MISSING', message, ['AccountId']);
}

function requireDates({ draft: { EffectiveDate = null, EndDate = null } }: Save): void {
  if (EffectiveDate === null || EndDate === null || EndDate >= EffectiveDate) return;
  const message = "The order's end date can't be earlier than its start date.";
  throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['EndDate']);
}

function requireDraft({ draft }: Save): void {
  if (draft.StatusCode === 'Draft') return;
  const message = 'Choose a valid order status and save your changes. Ask your admin for details.';
  throw new SalesforceError(400, 'FAILED_ACTIVATION', message, ['Status']);
}

function checkChange(save: Save): void {
  const { before, draft, services } = save;
  const items = recordsWith(services, 'OrderItem', 'OrderId', before?.Id);
  if (isChanged(save, 'Pricebook2Id') && items.length > 0) {
    const message = "The price book can't be changed while the order has products.";
    throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['Pricebook2Id']);
  }
  if (!isChanged(save, 'StatusCode')) {
    if (isActivated(before)) requireUntouched(save);
    return;
  }
  if (isActivated(draft)) activate(save, items.length);
  else deactivate(save);
}

function activate(save: Save, itemCount: number): void {
  if (!save.access.hasUserPermission('ActivateOrder')) throw noPermission();
  if (itemCount === 0) {
    const message = 'An order must have at least one product.';
    throw new SalesforceError(400, 'FAILED_ACTIVATION', message, ['Status']);
  }
  save.draft.ActivatedDate = save.now;
  save.draft.ActivatedById = save.access.userId;
}

function deactivate(save: Save): void {
  if (!save.access.hasUserPermission('EditActivatedOrders')) throw noPermission();
  save.draft.ActivatedDate = null;
  save.draft.ActivatedById = null;
}

function noPermission(): SalesforceError {
  const message = 'insufficient access rights on object id';
  return new SalesforceError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', message);
}

const fixedOnceActivated = ['AccountId', 'EffectiveDate', 'Pricebook2Id'];

function requireUntouched(save: Save): void {
  const name = fixedOnceActivated.find((each) => isChanged(save, each));
  if (name === undefined) return;
  const label = save.object.field(name)?.label ?? name;
  const message = `${label}: an activated order's ${label} can't be changed.`;
  throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, [name]);
}

function checkRemoval({ services, record }: Removal): void {
  if (isActivated(record)) throw deleteFailed(services, record, 'the order is activated.');
}
