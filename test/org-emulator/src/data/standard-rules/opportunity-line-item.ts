import type { UserAccess } from '../../access/user-access.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { DataServices } from '../data-services.ts';
import type { RecordChange } from '../record-change.ts';
import { saveRecord } from '../save/save-record.ts';
import { isChanged, type Save } from '../save/save.ts';
import { totalOf } from './opportunity.ts';
import { amount, requireEntry, requireValues } from './price.ts';
import { recordOf, recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** Rules of opportunity products (Object Reference, "OpportunityLineItem"). */
export const opportunityLineItemRules: StandardRules = { prepare, stored };

function prepare(save: Save): void {
  if (!save.before) takePrice(save);
  setPrices(save);
  requireValues(save, ['Quantity', 'UnitPrice']);
}

/** A new line's product and list price. An opportunity without price book gets that of its first line. */
function takePrice(save: Save): void {
  const { services, draft } = save;
  const opportunity = recordOf(services, draft.OpportunityId);
  const own = recordOf(services, draft.PricebookEntryId)?.Pricebook2Id ?? null;
  const entry = requireEntry(save, opportunity?.Pricebook2Id ?? own, 'opportunity');
  const product = recordOf(services, entry.Product2Id);
  draft.Product2Id = product?.Id ?? null;
  draft.ProductCode = product?.ProductCode ?? null;
  draft.ListPrice = entry.UnitPrice ?? null;
  draft.Name = [opportunity?.Name, product?.Name].join(' ');
}

/** Either price gives the other: TotalPrice = Quantity x UnitPrice x (1 - Discount). */
function setPrices(save: Save): void {
  const { draft } = save;
  const quantity = Number(draft.Quantity ?? 0);
  const share = 1 - Number(draft.Discount ?? 0) / 100;
  if (isGiven(save, 'UnitPrice') && isGiven(save, 'TotalPrice')) throw onlyOnePrice();
  if (isGiven(save, 'TotalPrice') && isChanged(save, 'TotalPrice') && quantity * share !== 0) {
    draft.UnitPrice = amount(Number(draft.TotalPrice) / (quantity * share));
  } else if ((draft.UnitPrice ?? null) !== null) {
    draft.TotalPrice = amount(quantity, draft.UnitPrice ?? 0, share);
  }
  draft.Subtotal = amount(quantity, draft.UnitPrice ?? 0);
}

function isGiven({ given, draft }: Save, name: string): boolean {
  return given.has(name) && (draft[name] ?? null) !== null;
}

function onlyOnePrice(): SalesforceError {
  const message = 'Only one may be specified: UnitPrice, TotalPrice';
  return new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['UnitPrice', 'TotalPrice']);
}

/** Amount, quantity and price book of the opportunity follow its lines. */
function stored(services: DataServices, { after }: RecordChange, access: UserAccess): void {
  const opportunity = recordOf(services, after.OpportunityId);
  const object = services.schema.object('Opportunity');
  if (!opportunity || !object) return;
  const lines = recordsWith(services, 'OpportunityLineItem', 'OpportunityId', opportunity.Id);
  const all = followLines(services, opportunity, lines);
  const changed = Object.entries(all).filter(([name, value]) => opportunity[name] !== value);
  if (changed.length === 0) return;
  saveRecord(services, { access, object, before: opportunity, changes: Object.fromEntries(changed) });
}

function followLines(
  services: DataServices,
  opportunity: RecordValues,
  lines: readonly RecordValues[]
): Record<string, FieldValue> {
  const entry = recordOf(services, lines[0]?.PricebookEntryId);
  return {
    HasOpportunityLineItem: lines.length > 0,
    Amount: totalOf(lines),
    TotalOpportunityQuantity: lines.reduce((sum, { Quantity }) => sum + Number(Quantity), 0),
    Pricebook2Id: opportunity.Pricebook2Id ?? entry?.Pricebook2Id ?? null
  };
}
