import type { MappingContent } from '../mapping-content.ts';
import { bothWays, copied, fromSalesforce } from './field-maps.ts';

/**
 * Payments that Sage has, and those that Salesforce asks it to book as cash receipts: what a request says goes to Sage once,
 * with the new receipt.
 */
export const payment: MappingContent = {
  object: 'Sage_Payment__c-payment',
  direction: 'both',
  master: 'sage',
  create: { inSalesforce: true, inSage: true },
  filter: { sage: [], salesforce: [{ field: 'State__c', is: 'equal', values: ['Requested'] }] },
  matchKeys: [],
  fields: [
    bothWays('amount', 'amount', 'Amount__c', 'sage-wins'),
    bothWays('check-no', 'checkNo', 'Check_No__c', 'sage-wins'),
    bothWays('payment-type', 'paymentType', 'Payment_Type__c', 'sage-wins'),
    bothWays('invoice-no', 'invoiceNo', 'Invoice_No__c', 'sage-wins'),
    bothWays('invoice-type', 'invoiceType', 'Invoice_Type__c', 'sage-wins'),
    fromSalesforce('deposit-date', 'depositDate', 'Deposit_Date__c'),
    fromSalesforce('bank-code', 'bankCode', 'Bank_Code__c'),
    fromSalesforce('deposit-type', 'depositType', 'Deposit_Type__c', {
      kind: 'value-map',
      pairs: [
        { sage: 'cash', salesforce: 'Cash' },
        { sage: 'card', salesforce: 'Card' }
      ],
      otherwise: { do: 'refuse' }
    }),
    fromSalesforce('discount-amount', 'discountAmount', 'Discount_Amount__c'),
    fromSalesforce('comment', 'comment', 'Comment__c'),
    ...copied({
      customerKey: 'Customer_No__c',
      transactionDate: 'Transaction_Date__c',
      transactionType: 'Transaction_Type__c',
      paymentDate: 'Payment_Date__c',
      paymentReference: 'Payment_Reference__c',
      cardLastFour: 'Card_Last_Four__c'
    })
  ]
};
