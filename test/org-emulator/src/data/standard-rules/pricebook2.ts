import { deleteFailed } from '../delete/deletion-plan.ts';
import type { Removal, StandardRules } from './standard-rules.ts';

/** The standard price book is there for good (Object Reference, "Pricebook2"). */
export const pricebook2Rules: StandardRules = { checkRemoval };

function checkRemoval({ services, record }: Removal): void {
  if (record.IsStandard === true) {
    throw deleteFailed(services, record, 'the standard price book cannot be deleted.');
  }
}
