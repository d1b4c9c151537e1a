import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { DeployingUser } from './deployment.ts';

/** The user as one who may use the Metadata API. Throws INSUFFICIENT_ACCESS for all others. */
export function deployingUser(access: UserAccess): DeployingUser {
  if (access.hasUserPermission('ModifyAllData')) {
    return { id: access.userId, name: String(access.user.Name) };
  }
  const message =
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions';
  throw new SalesforceError(403, 'INSUFFICIENT_ACCESS', message);
}
