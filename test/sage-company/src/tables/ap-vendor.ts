import { defineTable } from './table-definition.ts';

/** Vendors. Widths follow the release 4.40 layout, names as wide as recent releases have them. */
export const apVendor = defineTable({
  name: 'AP_Vendor',
  key: 'APDivisionNo+VendorNo',
  indexes: ['VendorName', 'Sort', 'ZipCode'],
  columns: `
    APDivisionNo:s2 VendorNo:s7 VendorName:s50 AddressLine1:s40 AddressLine2:s40 AddressLine3:s40 City:s30
    State:s2 ZipCode:s10 CountryCode:s3 TelephoneNo:s20 TelephoneExt:s6 FaxNo:s20 EmailAddress:s250
    URLAddress:s50 PrimaryContact:s10 TermsCode:s2 Reference:s15 VendorStatus:s1 InactiveReasonCode:s5
    HoldPayment:s1 SeparateCheck:s1 ElectronicPayment:s1 CreditCardVendor:s1 TaxSchedule:s9 TaxClass:s2
    AccountKey:s9 Comment:s30 Sort:s10 PrimaryPurchaseAddressCode:s4 VendorType:s4 Form1099:s1 Box1099:s3
    TaxpayerIDSocialSecurityNo:s9 LastPurchaseDate:d LastPaymentDate:d LastCheckNo:s10 LastCheckAmt:n13.2
    AverageDaysToPay:n3.0 AverageDaysOverDue:n3.0 DateCreated:d TimeCreated:s8 UserCreatedKey:s10
    DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
