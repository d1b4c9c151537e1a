import { defineTable } from './table-definition.ts';

/** Payments and adjustments of each invoice. */
export const arTransactionPaymentHistory = defineTable({
  name: 'AR_TransactionPaymentHistory',
  key: 'ARDivisionNo+CustomerNo+InvoiceNo+InvoiceType+TransactionDate+SequenceNo',
  columns: `
    ARDivisionNo:s2 CustomerNo:s20 InvoiceNo:s7 InvoiceType:s2 InvoiceHistoryHeaderSeqNo:s6
    TransactionDate:d SequenceNo:s6 PaymentReference:s14 CheckNo:s10 TransactionType:s1 PaymentDate:d
    PaymentType:s5 OtherPaymentTypeRefNo:s24 CardholderName:s50 ExpirationDateYear:s4
    ExpirationDateMonth:s2 CreditCardAuthorizationNo:s16 Last4UnencryptedCreditCardNos:s4
    CreditCardTransactionID:s15 RMANo:s7 TransactionAmt:n12.2 DateUpdated:d TimeUpdated:s8
    UserUpdatedKey:s10 CreditCardID:s10 CardType:s1 BankAccountType:s1 BankName:s30 CreditCardEntryNo:s6
    Last4BankRoutingNos:s4 Last4BankAccountNos:s4 EInvoiceTransactionId:s24 EncryptedVals:s192
  `
});
