import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { Save } from '../save/save.ts';
import { rounded } from '../values/number-value.ts';
import { recordOf } from './records.ts';

/** The price book entry of a new line. Throws where it is missing, inactive or of another price book. */
export function requireEntry(save: Save, bookId: FieldValue, owner: string): RecordValues {
  const entry = recordOf(save.services, save.draft.PricebookEntryId);
  if (!entry) {
    const message = 'Required fields are missing: [PricebookEntryId]';
    throw new SalesforceError(400, 'REQUIRED_FIELD_MISSING', message, ['PricebookEntryId']);
  }
  if (entry.IsActive !== true) throw wrongEntry('pricebook entry is inactive');
  if (entry.Pricebook2Id !== bookId) {
    throw wrongEntry(`pricebook entry is in a different pricebook than the one assigned to the ${owner}`);
  }
  return entry;
}

function wrongEntry(reason: string): SalesforceError {
  const message = `field integrity exception: PricebookEntryId (${reason})`;
  return new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['PricebookEntryId']);
}

/** Throws REQUIRED_FIELD_MISSING naming those of the fields that have no value. */
export function requireValues({ draft }: Save, names: readonly string[]): void {
  const missing = names.filter((name) => (draft[name] ?? null) === null);
  if (missing.length === 0) return;
  const message = `Required fields are missing: [${missing.join(', ')}]`;
  throw new SalesforceError(400, 'REQUIRED_FIELD_MISSING', message, missing);
}

/** A product of amounts as a currency field keeps it. */
export function amount(...factors: readonly FieldValue[]): number {
  return rounded(
    factors.reduce<number>((product, factor) => product * Number(factor), 1),
    2
  );
}
