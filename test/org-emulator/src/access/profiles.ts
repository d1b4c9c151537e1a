/** What a profile grants; the rest comes from permission sets. */
export interface ProfileDefinition {
  readonly name: string;
  /** Objects on which the profile may read, create, edit and delete. */
  readonly fullAccessTo: readonly string[];
  /** Objects on which the profile may only read. */
  readonly readAccessTo: readonly string[];
  /** Modify All Data: every object, though custom fields still need a permission. */
  readonly modifyAllData: boolean;
  /** Manage Flow: may run flows that no permission set of theirs names. */
  readonly manageFlow: boolean;
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
  'OpportunityStage',
  'Report',
  'Folder'
];

/** The profiles of the local org, by name. A package brings no profiles. */
export const profiles: readonly ProfileDefinition[] = [
  {
    name: 'Standard User',
    fullAccessTo: salesObjects,
    readAccessTo: [...catalogue, ...setupObjects],
    modifyAllData: false,
    manageFlow: false
  },
  {
    name: 'Minimum Access - API Only Integrations',
    fullAccessTo: [],
    readAccessTo: setupObjects,
    modifyAllData: false,
    manageFlow: false
  },
  { name: 'System Administrator', fullAccessTo: [], readAccessTo: [], modifyAllData: true, manageFlow: true }
];
