import { mirroredAddress } from './address-maps.ts';
import { copied, fromSage } from './field-maps.ts';
import { mirror } from './mirror.ts';
import { inWords, nationalPhone, standingWords } from './shared-transforms.ts';

/** Vendors. */
export const vendor = mirror('Sage_Vendor__c-vendor', [
  fromSage('name', 'vendorName', 'Name'),
  fromSage('status', 'status', 'Status__c', inWords(standingWords)),
  ...mirroredAddress('address', 'Address_'),
  fromSage('telephone-no', ['telephoneNo', 'telephoneExt'], 'Telephone_No__c', nationalPhone),
  fromSage('fax-no', 'faxNo', 'Fax_No__c', nationalPhone),
  ...copied({
    vendorKey: 'Vendor_No__c',
    holdPayment: 'Hold_Payment__c',
    emailAddress: 'Email_Address__c',
    urlAddress: 'Url_Address__c',
    primaryContact: 'Primary_Contact__c',
    termsCode: 'Terms_Code__c',
    reference: 'Reference__c',
    vendorType: 'Vendor_Type__c',
    comment: 'Comment__c',
    lastPurchaseDate: 'Last_Purchase_Date__c',
    lastPaymentDate: 'Last_Payment_Date__c',
    lastCheckNo: 'Last_Check_No__c',
    lastCheckAmount: 'Last_Check_Amount__c',
    averageDaysToPay: 'Average_Days_To_Pay__c'
  })
]);
