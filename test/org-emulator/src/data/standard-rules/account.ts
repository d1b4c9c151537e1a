import { deleteFailed } from '../delete/deletion-plan.ts';
import { recordsWith } from './records.ts';
import type { Removal, StandardRules } from './standard-rules.ts';

/** Won opportunities keep their account (Salesforce Help, "Considerations for Deleting Accounts"). */
export const accountRules: StandardRules = { checkRemoval };

function checkRemoval({ services, record }: Removal): void {
  const won = recordsWith(services, 'Opportunity', 'AccountId', record.Id).filter(
    ({ IsWon }) => IsWon === true
  );
  if (won.length === 0) return;
  const names = won.map(({ Name }) => String(Name)).join(', ');
  const reason = `some opportunities in that account were closed won. The opportunities are shown below.: ${names}`;
  throw deleteFailed(services, record, reason);
}
