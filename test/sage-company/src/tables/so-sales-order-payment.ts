import { defineTable } from './table-definition.ts';

/** Payments and deposits taken with a sales order. */
export const soSalesOrderPayment = defineTable({
  name: 'SO_SalesOrderPayment',
  key: 'SalesOrderNo+PaymentSeqNo',
  indexes: [
    'SalesOrderNo+PaymentType+PaymentSeqNo',
    'CreditCardGUID+SalesOrderNo+PaymentSeqNo',
    'ExpirationDateYear+ExpirationDateMonth+SalesOrderNo+PaymentSeqNo',
    'PaymentType+SalesOrderNo+PaymentSeqNo'
  ],
  columns: `
    SalesOrderNo:s7 PaymentSeqNo:s6 PaymentType:s5 PaymentTypeCategory:s1 CreditCardID:s10
    CreditCardGUID:s32 CardType:s1 Last4UnencryptedCreditCardNos:s4 Last4BankRoutingNos:s4
    Last4BankAccountNos:s4 BankName:s30 BankAccountType:s1 ExpirationDateYear:s4 ExpirationDateMonth:s2
    CorporateCustIDPurchOrder:s17 CorporateTaxOverrd:s1 CardholderName:s50 CreditCardTrackingID:s36
    CreditCardTransactionID:s10 CreditCardAuthorizationNo:s16 AuthorizationDate:d AuthorizationTime:s8
    AVSAddressLine1:s40 AVSAddressLine2:s40 AVSCity:s30 AVSState:s2 AVSZipCode:s10 AVSCountryCode:s3
    CreditCardEmailAddress:s250 CreditCardComment:s30 SaveCreditCard:s1 TransactionAmt:n12.2
    CorporateSalesTax:n11.2 DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8
    UserUpdatedKey:s10 ValueAddedTaxNo:s13 ValueAddedTaxInvoiceNo:s15 ValueAddedTaxTaxAmt:n11.2
    ValueAddedTaxTaxRate:n10.6 DutyAmt:n11.2 NationalTaxAmt:n11.2 AVSAddressLine3:s40
  `
});
