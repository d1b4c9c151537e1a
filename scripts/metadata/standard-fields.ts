const everywhere = [
  'Id',
  'OwnerId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'IsDeleted'
];

/** What Salesforce gives every custom object and platform event (Platform Events Developer Guide, "Platform Event Fields"). */
export function systemFields(object: string): readonly string[] {
  if (object.endsWith('__e')) return ['ReplayId', 'EventUuid', 'CreatedDate', 'CreatedById'];
  return object.endsWith('__c') ? [...everywhere, 'Name'] : [];
}

/**
 * The standard objects and fields that the package refers to. Not all that Salesforce has: a name that is missing here
 * and exists there is added here (Salesforce's Object Reference lists them).
 */
export const standardFields: Readonly<Record<string, readonly string[]>> = {
  Account: [
    ...everywhere,
    ...[
      'Name',
      'AccountNumber',
      'AccountSource',
      'AnnualRevenue',
      'Description',
      'Fax',
      'Industry',
      'NumberOfEmployees'
    ],
    ...[
      'BillingStreet',
      'BillingCity',
      'BillingState',
      'BillingPostalCode',
      'BillingCountry',
      'BillingAddress'
    ],
    ...[
      'ShippingStreet',
      'ShippingCity',
      'ShippingState',
      'ShippingPostalCode',
      'ShippingCountry',
      'ShippingAddress'
    ],
    ...['ParentId', 'Phone', 'Rating', 'RecordTypeId', 'Site', 'Type', 'Website']
  ],
  Contact: [
    ...everywhere,
    ...[
      'AccountId',
      'FirstName',
      'LastName',
      'Name',
      'Salutation',
      'Title',
      'Email',
      'Phone',
      'MobilePhone',
      'Fax'
    ],
    ...[
      'MailingStreet',
      'MailingCity',
      'MailingState',
      'MailingPostalCode',
      'MailingCountry',
      'MailingAddress'
    ],
    ...['OtherPhone', 'Description']
  ],
  Opportunity: [
    ...everywhere,
    ...[
      'AccountId',
      'Name',
      'Amount',
      'CloseDate',
      'StageName',
      'Probability',
      'IsClosed',
      'IsWon',
      'Pricebook2Id'
    ]
  ],
  OpportunityLineItem: [
    ...everywhere,
    ...[
      'OpportunityId',
      'PricebookEntryId',
      'Product2Id',
      'ProductCode',
      'Quantity',
      'Discount',
      'UnitPrice'
    ],
    ...['TotalPrice', 'ListPrice', 'ServiceDate', 'Description', 'SortOrder']
  ],
  OpportunityStage: [...everywhere, 'ApiName', 'MasterLabel', 'IsActive', 'IsClosed', 'IsWon'],
  Order: [
    ...everywhere,
    ...['AccountId', 'OpportunityId', 'OrderNumber', 'EffectiveDate', 'Status', 'StatusCode', 'TotalAmount']
  ],
  OrderItem: [
    ...everywhere,
    ...['OrderId', 'PricebookEntryId', 'Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice', 'ListPrice'],
    ...['ServiceDate', 'Description', 'OrderItemNumber']
  ],
  OrderStatus: ['Id', 'ApiName', 'MasterLabel', 'IsDefault', 'SortOrder', 'StatusCode'],
  PermissionSet: [...everywhere, 'Name', 'Label', 'NamespacePrefix'],
  PermissionSetAssignment: ['Id', 'AssigneeId', 'PermissionSetId', 'SystemModstamp'],
  CustomNotificationType: [...everywhere, 'CustomNotifTypeName', 'DeveloperName', 'MasterLabel'],
  Pricebook2: [...everywhere, 'Name', 'IsActive', 'IsStandard', 'Description'],
  PricebookEntry: [...everywhere, 'Pricebook2Id', 'Product2Id', 'ProductCode', 'UnitPrice', 'IsActive'],
  Product2: [...everywhere, 'Name', 'ProductCode', 'Description', 'Family', 'IsActive', 'StockKeepingUnit'],
  User: [
    ...everywhere,
    'Name',
    'Username',
    'Email',
    'FirstName',
    'LastName',
    'IsActive',
    'ProfileId',
    'TimeZoneSidKey'
  ],
  UserExternalCredential: everywhere
};
