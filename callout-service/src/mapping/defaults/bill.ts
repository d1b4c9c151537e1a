import { copied, fromSage } from './field-maps.ts';
import { mirror } from './mirror.ts';

/** Open invoices of vendors. */
export const bill = mirror('Sage_Bill__c-bill', [
  fromSage('name', 'invoiceNo', 'Name'),
  ...copied({
    invoiceNo: 'Invoice_No__c',
    vendorKey: 'Vendor_No__c',
    invoiceDate: 'Invoice_Date__c',
    dueDate: 'Due_Date__c',
    discountDate: 'Discount_Date__c',
    postingDate: 'Posting_Date__c',
    invoiceAmount: 'Invoice_Amount__c',
    discountAmount: 'Discount_Amount__c',
    balance: 'Balance__c'
  })
]);
