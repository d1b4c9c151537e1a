export { account } from './account.ts';
export { organization, permissionSet, permissionSetAssignment, profile } from './setup-objects.ts';
export { user } from './user.ts';
