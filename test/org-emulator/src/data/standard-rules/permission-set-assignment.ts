import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { Save } from '../save/save.ts';
import { recordsWith } from './records.ts';
import type { StandardRules } from './standard-rules.ts';

/** A user has a permission set once. */
export const permissionSetAssignmentRules: StandardRules = { prepare };

function prepare({ services, draft, before }: Save): void {
  const { AssigneeId = null, PermissionSetId = null } = draft;
  const same = recordsWith(services, 'PermissionSetAssignment', 'AssigneeId', AssigneeId).some(
    (each) => each.PermissionSetId === PermissionSetId && each.Id !== before?.Id
  );
  if (!same) return;
  const message = `Duplicate PermissionSetAssignment. Assignee: ${String(AssigneeId)}; Permission Set: ${String(PermissionSetId)}`;
  throw new SalesforceError(400, 'DUPLICATE_VALUE', message, ['AssigneeId', 'PermissionSetId']);
}
