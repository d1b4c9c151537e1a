/**
 * Object pairs: what the engine keeps in step, by Salesforce object and canonical entity, in the order of their
 * dependencies. Names are stored: they never change.
 */
export const pairNames = [
  'Account-customer',
  'Account-ship-to',
  'Contact-contact',
  'Product2-item',
  'PricebookEntry-price',
  'Sage_Inventory__c-inventory',
  'Sage_Vendor__c-vendor',
  'Sage_Sales_Order__c-sales-order',
  'Sage_Invoice__c-invoice',
  'Sage_Payment__c-payment',
  'Sage_Bill__c-bill',
  'Sage_Purchase_Order__c-purchase-order',
  'Sage_Report__c-report'
] as const;

export type PairName = (typeof pairNames)[number];
