import type { MappingContent } from '../mapping-content.ts';
import { addressBothWays } from './address-maps.ts';
import { bothWays, copied, fromSage, neverEmptied } from './field-maps.ts';

/**
 * Customers: people keep names, addresses and telephone numbers in both systems; terms, prices, credit and balances are
 * accounting's, and only shown. A new customer in Sage is accounting's decision too, until an admin says otherwise.
 */
export const accountCustomer: MappingContent = {
  object: 'Account-customer',
  direction: 'both',
  master: 'sage',
  create: { inSalesforce: true, inSage: false },
  filter: { sage: [], salesforce: [] },
  matchKeys: [
    ['name', 'postal-code'],
    ['name', 'phone']
  ],
  fields: [
    neverEmptied(bothWays('name', 'customerName', 'Name', 'sage-wins')),
    ...addressBothWays('address', 'Billing', 'newest'),
    bothWays('phone', ['telephoneNo', 'telephoneExt'], 'Phone', 'newest', {
      kind: 'phone',
      salesforce: 'national'
    }),
    bothWays('fax', 'faxNo', 'Fax', 'newest', { kind: 'phone', salesforce: 'national' }),
    bothWays('website', 'urlAddress', 'Website', 'newest'),
    bothWays('email', 'emailAddress', 'Sage_Email__c', 'newest'),
    bothWays('ship-method', 'shipMethod', 'Sage_Ship_Method__c', 'sage-wins'),
    bothWays('comment', 'comment', 'Sage_Comment__c', 'newest'),
    fromSage('status', 'status', 'Sage_Customer_Status__c', {
      kind: 'value-map',
      pairs: [
        { sage: 'active', salesforce: 'Active' },
        { sage: 'inactive', salesforce: 'Inactive' },
        { sage: 'temporary', salesforce: 'Temporary' }
      ],
      otherwise: { do: 'refuse' }
    }),
    ...copied({
      termsCode: 'Sage_Terms_Code__c',
      priceLevel: 'Sage_Price_Level__c',
      taxSchedule: 'Sage_Tax_Schedule__c',
      salesperson: 'Sage_Salesperson__c',
      customerType: 'Sage_Customer_Type__c',
      discountRate: 'Sage_Discount_Rate__c',
      creditHold: 'Sage_Credit_Hold__c',
      creditLimit: 'Sage_Credit_Limit__c',
      currentBalance: 'Sage_Aging_Current__c',
      openOrderAmount: 'Sage_Open_Order_Amount__c',
      lastPaymentAmount: 'Sage_Last_Payment_Amount__c',
      lastPaymentDate: 'Sage_Last_Payment_Date__c'
    })
  ]
};
