import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Every sales order there was: A active, C completed, X deleted, Q quote, Z deleted quote (release 4.40 layout). */
export const soSalesOrderHistoryHeader = defineTable({
  name: 'SO_SalesOrderHistoryHeader',
  key: 'SalesOrderNo',
  indexes: [
    'ARDivisionNo+CustomerNo+SalesOrderNo',
    'BillToName+SalesOrderNo',
    'CustomerPONo+SalesOrderNo',
    'ARDivisionNo+CustomerNo+CustomerPONo+SalesOrderNo',
    'OrderDate+SalesOrderNo',
    'OrderStatus+CancelReasonCode+SalesOrderNo'
  ],
  columns: `
    SalesOrderNo:s7 OrderDate:d OrderStatus:s1 MasterRepeatingOrderNo:s7 ARDivisionNo:s2 CustomerNo:s20
    BillToName:s50 BillToAddress1:s40 BillToAddress2:s40 BillToAddress3:s40 BillToCity:s30 BillToState:s2
    BillToZipCode:s10 BillToCountryCode:s3 ShipToCode:s4 ShipToName:s50 ShipToAddress1:s40
    ShipToAddress2:s40 ShipToAddress3:s40 ShipToCity:s30 ShipToState:s2 ShipToZipCode:s10
    ShipToCountryCode:s3 ShipVia:s15 ShipZone:s5 ShipZoneActual:s5 ShipWeight:s5 CustomerPONo:s30
    EmailAddress:s250 ResidentialAddress:s1 CancelReasonCode:s5 FreightCalculationMethod:s1 FOB:s15
    WarehouseCode:s3 ConfirmTo:s50 Comment:s30 TaxSchedule:s9 TermsCode:s2 TaxExemptNo:s15 RMANo:s7
    JobNo:s7 LastInvoiceDate:d LastInvoiceNo:s7 CheckNoForDeposit:s10 LotSerialLinesExist:s1
    SalespersonDivisionNo:s2 SalespersonNo:s4 SplitCommissions:s1 SalespersonDivisionNo2:s2
    SalespersonNo2:s4 SalespersonDivisionNo3:s2 SalespersonNo3:s4 SalespersonDivisionNo4:s2
    SalespersonNo4:s4 SalespersonDivisionNo5:s2 SalespersonNo5:s4 EBMUserType:s1 EBMSubmissionType:s1
    EBMUserIDSubmittingThisOrder:s15 PaymentType:s5 OtherPaymentTypeRefNo:s24 PaymentTypeCategory:s1
    FaxNo:s20 TaxableSubjectToDiscount:n12.2 NonTaxableSubjectToDiscount:n12.2
    TaxSubjToDiscPrcntTotSubjTo:n8.3 DiscountRate:n8.3 DiscountAmt:n11.2 TaxableAmt:n12.2
    NonTaxableAmt:n12.2 SalesTaxAmt:n11.2 CommissionRate:n8.3 SplitCommRate2:n8.3 SplitCommRate3:n8.3
    SplitCommRate4:n8.3 SplitCommRate5:n8.3 Weight:n11.2 FreightAmt:n11.2 DepositAmt:n12.2 DateCreated:d
    TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 CRMUserID:s11
    CRMCompanyID:s11 CRMPersonID:s11 CRMOpportunityID:s11 BillToDivisionNo:s2 BillToCustomerNo:s20
    PromotedDate:d InvoicedAmt:n12.2 EncryptedVals:text
  `,
  userDefinedFields: userDefinedColumns('SO_SalesOrderHistoryHeader')
});
