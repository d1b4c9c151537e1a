import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import { isChanged, type Save } from '../save/save.ts';
import { saveRecord } from '../save/save-record.ts';
import type { DataServices } from '../data-services.ts';
import type { RecordChange } from '../record-change.ts';
import type { UserAccess } from '../../access/user-access.ts';
import { recordOf, recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** Rules of prices (Object Reference, "PricebookEntry"). */
export const pricebookEntryRules: StandardRules = { prepare, stored };

function prepare(save: Save): void {
  const { draft, before, services } = save;
  const prices = recordsWith(services, 'PricebookEntry', 'Product2Id', draft.Product2Id);
  const book = recordOf(services, draft.Pricebook2Id);
  const isStandard = book?.IsStandard === true;
  if (!before) {
    requireNew(prices, draft);
    const product = recordOf(services, draft.Product2Id);
    draft.Name = product?.Name ?? null;
    draft.ProductCode = product?.ProductCode ?? null;
  }
  const standard = prices.find((each) => isStandardPrice(services, each));
  if (!isStandard && !standard) {
    const message = 'Before creating a custom price, create a standard price.';
    throw new SalesforceError(400, 'STANDARD_PRICE_NOT_DEFINED', message);
  }
  if (draft.UseStandardPrice === true) useStandardPrice(save, isStandard, standard);
}

function isStandardPrice(services: DataServices, { Pricebook2Id }: RecordValues): boolean {
  return recordOf(services, Pricebook2Id)?.IsStandard === true;
}

function requireNew(prices: readonly RecordValues[], { Pricebook2Id = null }: Save['draft']): void {
  if (!prices.some((each) => each.Pricebook2Id === Pricebook2Id)) return;
  const message = 'This price definition already exists in this price book';
  throw new SalesforceError(400, 'DUPLICATE_VALUE', message);
}

function useStandardPrice(save: Save, isStandard: boolean, standard: RecordValues | undefined): void {
  const { draft, given } = save;
  const price = standard?.UnitPrice ?? null;
  const differs = given.has('UnitPrice') && isChanged(save, 'UnitPrice') && draft.UnitPrice !== price;
  if (isStandard || differs) {
    const message = 'field integrity exception: UnitPrice (cannot be set while UseStandardPrice is true)';
    throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['UnitPrice']);
  }
  draft.UnitPrice = price;
}

/** Prices that follow the standard price do so when it changes. */
function stored(
  services: DataServices,
  { object, kind, before, after }: RecordChange,
  access: UserAccess
): void {
  if (kind !== 'UPDATE' || before?.UnitPrice === after.UnitPrice || !isStandardPrice(services, after)) return;
  const prices = recordsWith(services, 'PricebookEntry', 'Product2Id', after.Product2Id);
  for (const price of prices.filter(({ UseStandardPrice }) => UseStandardPrice === true)) {
    const changes = { UnitPrice: after.UnitPrice ?? null };
    saveRecord(services, { access, object, before: price, changes });
  }
}
