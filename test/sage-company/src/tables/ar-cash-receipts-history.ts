import { defineTable } from './table-definition.ts';

/** Posted cash receipts. */
export const arCashReceiptsHistory = defineTable({
  name: 'AR_CashReceiptsHistory',
  key: 'BankCode+DepositDate+DepositNo+DepositType+ARDivisionNo+CustomerNo+CreditCardEntryNo+CheckNo+SequenceNo',
  indexes: [
    'ARDivisionNo+CustomerNo+InvoiceNo',
    'DepositDate DESC+BankCode+DepositNo+DepositType+ARDivisionNo+CustomerNo+CreditCardEntryNo+CheckNo+SequenceNo',
    'DepositDate+BankCode+DepositNo+DepositType+ARDivisionNo+CustomerNo+CreditCardEntryNo+CheckNo+SequenceNo',
    'CheckNo+DepositDate+BankCode+DepositNo+DepositType+ARDivisionNo+CustomerNo+SequenceNo',
    'ExpirationDateYear+ExpirationDateMonth+BankCode+DepositDate+DepositNo+ARDivisionNo+CustomerNo+CreditCardEntryNo+CheckNo+SequenceNo',
    'EInvoiceTransactionId+BankCode+DepositDate+DepositNo+DepositType+ARDivisionNo+CustomerNo+CreditCardEntryNo+CheckNo+SequenceNo'
  ],
  columns: `
    BankCode:s1 DepositDate:d DepositNo:s5 DepositType:s1 ARDivisionNo:s2 CustomerNo:s20 CheckNo:s10
    SequenceNo:s6 PostingDate:d CustomerName:s50 OpenItemCustomer:s1 TransactionType:s2 InvoiceNo:s7
    InvoiceType:s2 AccountKey:s9 DepositDesc:s30 BatchNo:s5 Last4UnencryptedCreditCardNos:s4
    ExpirationDateYear:s4 ExpirationDateMonth:s2 CorporateCustIDPurchOrder:s17 CorporateTaxOverrd:s1
    CardholderName:s50 CreditCardTransactionID:s15 CreditCardAuthorizationNo:s16 AuthorizationDate:d
    AuthorizationTime:s8 AVSCity:s30 AVSState:s2 AVSZipCode:s10 CreditCardComment:s30 Comment:text
    CashAmountApplied:n12.2 DiscountAmountApplied:n12.2 InvoiceBalance:n13.2 CorporateSalesTax:n11.2
    DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 CreditCardEntryNo:s6 SoldToDivisionNo:s2
    SoldToCustomerNo:s20 PaymentType:s5 CreditCardID:s10 CardType:s1 BankAccountType:s1
    Last4BankRoutingNos:s4 Last4BankAccountNos:s4 BankName:s30 AVSAddressLine1:s40 AVSAddressLine2:s40
    AVSCountryCode:s3 CreditCardEmailAddress:s250 DateCreated:d TimeCreated:s8 UserCreatedKey:s10
    AVSAddressLine3:s40 EInvoiceTransactionId:s24 EncryptedVals:text
  `
});
