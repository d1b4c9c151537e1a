/** Object pairs in the order in which they are loaded: none before what it belongs to. The names never change. */
const ORDER: readonly string[] = [
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
];

/** The pairs in that order; those that a newer package brings come last. */
export function inLoadOrder(pairs: readonly string[]): readonly string[] {
  const place = (pair: string): number => (ORDER.includes(pair) ? ORDER.indexOf(pair) : ORDER.length);
  return [...new Set(pairs)].sort((one, other) => place(one) - place(other));
}
