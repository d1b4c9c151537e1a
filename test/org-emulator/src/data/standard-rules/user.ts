import { SalesforceError } from '../../errors/salesforce-error.ts';
import { isChanged, type Save } from '../save/save.ts';
import { recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** Users are deactivated, never deleted; nobody deactivates themselves (Object Reference, "User"). */
export const userRules: StandardRules = { prepare, checkRemoval };

function prepare(save: Save): void {
  const { draft, before, access, services } = save;
  const others = recordsWith(services, 'User', 'Username', draft.Username);
  if (isChanged(save, 'Username') && others.some(({ Id }) => Id !== before?.Id)) {
    const message =
      "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ";
    throw new SalesforceError(400, 'DUPLICATE_USERNAME', message, ['Username']);
  }
  if (before?.IsActive === true && draft.IsActive !== true && before.Id === access.userId) {
    const message = 'You cannot deactivate your own user.';
    throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['IsActive']);
  }
}

function checkRemoval(): void {
  const message = 'entity type User does not support delete';
  throw new SalesforceError(400, 'INVALID_TYPE_FOR_OPERATION', message);
}
