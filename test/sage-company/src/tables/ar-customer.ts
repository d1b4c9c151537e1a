import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Customers: address, terms, credit, stored aging. Keys as in the release 4.40 layout. */
export const arCustomer = defineTable({
  name: 'AR_Customer',
  key: 'ARDivisionNo+CustomerNo',
  indexes: [
    'CustomerName+ARDivisionNo+CustomerNo',
    'SortField+ARDivisionNo+CustomerNo',
    'ARDivisionNo+SalespersonNo+CustomerNo',
    'CustomerType+ARDivisionNo+CustomerNo',
    'ZipCode+ARDivisionNo+CustomerNo',
    'TelephoneNo+ARDivisionNo+CustomerNo',
    'CustomerNo',
    'AddressLine1+ARDivisionNo+CustomerNo',
    'AddressLine2+ARDivisionNo+CustomerNo',
    'AddressLine3+ARDivisionNo+CustomerNo'
  ],
  columns: `
    ARDivisionNo:s2 CustomerNo:s20 CustomerName:s50 AddressLine1:s40 AddressLine2:s40 AddressLine3:s40
    City:s30 State:s2 ZipCode:s10 CountryCode:s3 TelephoneNo:s20 TelephoneExt:s6 FaxNo:s20
    EmailAddress:s250 URLAddress:s50 EBMEnabled:s1 EBMConsumerUserID:s15 BatchFax:s1
    DefaultCreditCardPmtType:s5 ContactCode:s10 ShipMethod:s15 TaxSchedule:s9 TaxExemptNo:s15 TermsCode:s2
    SalespersonDivisionNo:s2 SalespersonNo:s4 Comment:s30 SortField:s10 TemporaryCustomer:s1
    OpenItemCustomer:s1 ResidentialAddress:s1 StatementCycle:s1 PrintDunningMessage:s1 CustomerType:s4
    PriceLevel:s1 DateLastActivity:d DateLastPayment:d DateLastStatement:d DateLastFinanceChrg:d
    DateLastAging:d DefaultItemCode:s30 CreditHold:s1 PrimaryShipToCode:s4 DateEstablished:d
    DefaultPaymentType:s5 EmailStatements:s1 NumberOfInvToUseInCalc:n2.0 AvgDaysPaymentInvoice:n3.0
    AvgDaysOverDue:n3.0 CustomerDiscountRate:n12.3 ServiceChargeRate:n12.3 CreditLimit:n13.2
    LastPaymentAmt:n13.2 HighestStmntBalance:n13.2 UnpaidServiceChrg:n13.2 BalanceForward:n13.2
    CurrentBalance:n13.2 AgingCategory1:n13.2 AgingCategory2:n13.2 AgingCategory3:n13.2
    AgingCategory4:n13.2 OpenOrderAmt:n13.2 RetentionCurrent:n13.2 RetentionAging1:n13.2
    RetentionAging2:n13.2 RetentionAging3:n13.2 RetentionAging4:n13.2 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 SalespersonDivisionNo2:s2
    SalespersonNo2:s4 SalespersonDivisionNo3:s2 SalespersonNo3:s4 SalespersonDivisionNo4:s2
    SalespersonNo4:s4 SalespersonDivisionNo5:s2 SalespersonNo5:s4 CustomerStatus:s1 InactiveReasonCode:s5
    DefaultCostCode:s9 DefaultCostType:s1 CreditCardGUID:s32 SplitCommRate2:n8.3 SplitCommRate3:n8.3
    SplitCommRate4:n8.3 SplitCommRate5:n8.3 UseSageCloudForInvPrinting:s1 TelephoneType:s1
    EInvoicePayments:s1 EInvoiceContactId:s24 PIIEncryptedDate:d EncryptedVals:text
  `,
  userDefinedFields: userDefinedColumns('AR_Customer')
});
