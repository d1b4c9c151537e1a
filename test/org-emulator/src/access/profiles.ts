import { knownUserPermissions, type UserPermission } from '../metadata/permission-set.ts';

/** What a profile grants; the rest comes from permission sets. */
export interface ProfileDefinition {
  readonly name: string;
  /** Objects on which the profile may read, create, edit and delete. */
  readonly fullAccessTo: readonly string[];
  /** Objects on which the profile may only read. */
  readonly readAccessTo: readonly string[];
  /**
   * Permissions that concern no single object. Modify All Data opens every object, though custom fields still
   * need a permission; Manage Flow (ManageInteraction) opens flows that no permission set of the user names.
   */
  readonly userPermissions: readonly UserPermission[];
}

const salesObjects = ['Account', 'Contact', 'Opportunity', 'OpportunityLineItem', 'Order', 'OrderItem'];
const catalogue = ['Product2', 'Pricebook2', 'PricebookEntry'];
const setupObjects = [
  'User',
  'Organization',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'RecordType',
  'CustomNotificationType',
  'OpportunityStage',
  'OrderStatus',
  'Report',
  'Folder'
];

/** What not even an administrator has before somebody switches it on. */
const optional: readonly UserPermission[] = ['BulkApiHardDelete', 'CreateAuditFields'];

/** The profiles of the local org, by name. A package brings no profiles. */
export const profiles: readonly ProfileDefinition[] = [
  {
    name: 'Standard User',
    fullAccessTo: salesObjects,
    readAccessTo: [...catalogue, ...setupObjects],
    userPermissions: ['ApiEnabled', 'ActivateOrder']
  },
  {
    name: 'Minimum Access - API Only Integrations',
    fullAccessTo: [],
    readAccessTo: setupObjects,
    userPermissions: ['ApiEnabled']
  },
  {
    name: 'System Administrator',
    fullAccessTo: [],
    readAccessTo: [],
    userPermissions: knownUserPermissions.filter((name) => !optional.includes(name))
  }
];

/** What the Automated Process user has, to whom no profile is given: only permission sets. */
export const noProfile: ProfileDefinition = {
  name: '',
  fullAccessTo: [],
  readAccessTo: [],
  userPermissions: []
};
