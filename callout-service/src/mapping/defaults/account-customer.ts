import type { MappingContent } from '../mapping-content.ts';
import { addressBothWays } from './address-maps.ts';
import { bothWays, copied, fromSage, neverEmptied } from './field-maps.ts';
import { inWords, nationalPhone, standingWords } from './shared-transforms.ts';

/**
 * Customers: people keep names, addresses and telephone numbers in both systems; terms, prices, credit and balances are
 * accounting's, and only shown. A new customer in Sage is accounting's decision too, until an admin says otherwise.
 */
export const accountCustomer: MappingContent = {
  object: 'Account-customer',
  direction: 'both',
  master: 'sage',
  create: { inSalesforce: true, inSage: false },
  // Accounts that are ship-to addresses belong to the customer of their parent.
  filter: { sage: [], salesforce: [{ field: 'Sage_Ship_To_Code__c', is: 'empty', values: [] }] },
  matchKeys: [
    ['name', 'postal-code'],
    ['name', 'phone']
  ],
  fields: [
    neverEmptied(bothWays('name', 'customerName', 'Name', 'sage-wins')),
    ...addressBothWays('address', 'Billing', 'newest'),
    bothWays('phone', ['telephoneNo', 'telephoneExt'], 'Phone', 'newest', nationalPhone),
    bothWays('fax', 'faxNo', 'Fax', 'newest', nationalPhone),
    bothWays('website', 'urlAddress', 'Website', 'newest'),
    bothWays('email', 'emailAddress', 'Sage_Email__c', 'newest'),
    bothWays('ship-method', 'shipMethod', 'Sage_Ship_Method__c', 'sage-wins'),
    bothWays('comment', 'comment', 'Sage_Comment__c', 'newest'),
    fromSage('status', 'status', 'Sage_Customer_Status__c', inWords(standingWords)),
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
      'agingCategories.1': 'Sage_Aging_1__c',
      'agingCategories.2': 'Sage_Aging_2__c',
      'agingCategories.3': 'Sage_Aging_3__c',
      'agingCategories.4': 'Sage_Aging_4__c',
      amountDue: 'Sage_Amount_Due__c',
      creditLeft: 'Sage_Credit_Left__c',
      openOrderAmount: 'Sage_Open_Order_Amount__c',
      lastPaymentAmount: 'Sage_Last_Payment_Amount__c',
      lastPaymentDate: 'Sage_Last_Payment_Date__c'
    })
  ]
};
