/** A field in a list or a header: whose visibility decides, and how a query names it. */
export interface LookField {
  readonly apiName: string;
  readonly soqlField: string;
  readonly label: string;
}

/** How the shell shows an object: what an org keeps in tabs, list views, compact and page layouts. */
export interface ObjectLook {
  readonly label: string;
  readonly labelPlural: string;
  readonly icon: string;
  readonly nameLabel: string;
  /** Columns of the list after the name. */
  readonly columns: readonly LookField[];
  /** What stands in the header of a record. */
  readonly highlights: readonly LookField[];
  /** Standard fields of the details; the package's own follow. */
  readonly details: readonly string[];
  /** The picklist that the path shows. */
  readonly stageField: string | undefined;
}

const own = (apiName: string, label: string): LookField => ({ apiName, soqlField: apiName, label });
const parent = (apiName: string, soqlField: string, label: string): LookField => ({
  apiName,
  soqlField,
  label
});
const owner = (label: string): LookField => parent('OwnerId', 'Owner.Name', label);

const account: ObjectLook = {
  label: 'Account',
  labelPlural: 'Accounts',
  icon: 'standard:account',
  nameLabel: 'Account Name',
  columns: [
    own('Sage_Customer_No__c', 'Sage Customer No.'),
    own('Phone', 'Phone'),
    own('BillingCity', 'Billing City'),
    own('Industry', 'Industry'),
    owner('Account Owner')
  ],
  highlights: [
    own('Sage_Customer_No__c', 'Sage Customer No.'),
    own('Phone', 'Phone'),
    own('Website', 'Website'),
    own('Industry', 'Industry'),
    owner('Account Owner')
  ],
  details: ['Name', 'Phone', 'Type', 'Industry', 'Website', 'BillingCity'],
  stageField: undefined
};

const opportunity: ObjectLook = {
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  icon: 'standard:opportunity',
  nameLabel: 'Opportunity Name',
  columns: [
    parent('AccountId', 'Account.Name', 'Account Name'),
    own('StageName', 'Stage'),
    own('CloseDate', 'Close Date'),
    own('Sage_Sales_Order_No__c', 'Sage Sales Order No.')
  ],
  highlights: [
    parent('AccountId', 'Account.Name', 'Account Name'),
    own('CloseDate', 'Close Date'),
    own('Amount', 'Amount'),
    own('StageName', 'Stage')
  ],
  details: ['Name', 'StageName', 'CloseDate', 'Amount', 'Probability'],
  stageField: 'StageName'
};

const order: ObjectLook = {
  label: 'Order',
  labelPlural: 'Orders',
  icon: 'standard:orders',
  nameLabel: 'Order Name',
  columns: [
    parent('AccountId', 'Account.Name', 'Account Name'),
    own('Status', 'Status'),
    own('EffectiveDate', 'Order Start Date'),
    own('Sage_Sales_Order_No__c', 'Sage Sales Order No.')
  ],
  highlights: [
    parent('AccountId', 'Account.Name', 'Account Name'),
    own('EffectiveDate', 'Order Start Date'),
    own('TotalAmount', 'Order Amount'),
    own('Status', 'Status')
  ],
  details: ['OrderNumber', 'Status', 'EffectiveDate', 'TotalAmount', 'PoNumber'],
  stageField: 'Status'
};

const looks: Readonly<Record<string, ObjectLook>> = {
  Account: account,
  Opportunity: opportunity,
  Order: order
};

/** Objects with a tab, in the order of the tabs. */
export const tabObjects: readonly string[] = Object.keys(looks);

/** How an object is shown; one that the shell does not know looks like an account without fields. */
export function lookOf(objectApiName: string): ObjectLook {
  return (
    looks[objectApiName] ?? {
      ...account,
      label: objectApiName,
      labelPlural: objectApiName,
      icon: 'standard:record',
      nameLabel: 'Name',
      columns: [],
      highlights: [],
      details: ['Name']
    }
  );
}
