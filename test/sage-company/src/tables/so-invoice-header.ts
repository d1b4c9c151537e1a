import { defineTable } from './table-definition.ts';

/** Sales order invoices not yet posted. */
export const soInvoiceHeader = defineTable({
  name: 'SO_InvoiceHeader',
  key: 'InvoiceNo',
  columns: `
    InvoiceNo:s7 InvoiceDate:d InvoiceType:s2 SalesOrderNo:s7 OrderType:s1 OrderStatus:s1 OrderDate:d
    ARDivisionNo:s2 CustomerNo:s20 BillToName:s50 BillToAddress1:s40 BillToAddress2:s40 BillToAddress3:s40
    BillToCity:s30 BillToState:s2 BillToZipCode:s10 BillToCountryCode:s3 ShipToCode:s4 ShipToName:s50
    ShipToAddress1:s40 ShipToAddress2:s40 ShipToAddress3:s40 ShipToCity:s30 ShipToState:s2
    ShipToZipCode:s10 ShipToCountryCode:s3 ShipDate:d ShipVia:s15 ShipZone:s5 ShipZoneActual:s5
    ShipWeight:s5 CustomerPONo:s30 FOB:s15 WarehouseCode:s3 ConfirmTo:s50 Comment:s30 TaxSchedule:s9
    TermsCode:s2 TaxExemptNo:s15 PrintInvoice:s1 InvoicePrinted:s1 AcceptCashOnly:s1 CustomerType:s4
    ResidentialAddress:s1 InvalidTaxCalc:s1 FreightCalculationMethod:s1 CheckNoForDeposit:s10
    ApplyToInvoiceNo:s7 LotSerialLinesExist:s1 SalespersonDivisionNo:s2 SalespersonNo:s4
    SplitCommissions:s1 SalespersonDivisionNo2:s2 SalespersonNo2:s4 SalespersonDivisionNo3:s2
    SalespersonNo3:s4 SalespersonDivisionNo4:s2 SalespersonNo4:s4 SalespersonDivisionNo5:s2
    SalespersonNo5:s4 InvoiceDueDate:d DiscountDueDate:d BatchNo:s5 EBMSubmissionType:s1
    EBMUserIDSubmittingThisOrder:s15 EBMUserType:s1 EMailUpdateFlagForRestart:s1 FaxNo:s20 BatchFax:s1
    BatchEmail:s1 EmailAddress:s250 PaymentType:s5 PaymentTypeCategory:s1 OtherPaymentTypeRefNo:s24
    OrderChangedInShipping:s1 LinesChangedInShipping:s1 ShipperID:s3 ShipStatus:s1 StarshipFreightUsed:s1
    StarshipRecordsCreated:s1 JobNo:s7 RMANo:s7 InvalidWarrantyCode:s1 TaxableSubjectToDiscount:n12.2
    NonTaxableSubjectToDiscount:n12.2 TaxSubjToDiscPrcntOfTotSubjTo:n7.2 DiscountRate:n8.3 TaxableAmt:n12.2
    NonTaxableAmt:n12.2 SalesTaxAmt:n11.2 DiscountAmt:n11.2 RetentionAmt:n12.2 TotalSubjectToComm:n12.2
    CommissionRate:n8.3 CommissionAmt:n11.2 SplitCommRate2:n8.3 SplitCommRate3:n8.3 SplitCommRate4:n8.3
    SplitCommRate5:n8.3 OverrideCommAmt:n11.2 FreightAmt:n11.2 CostOfGoodsSoldAmt:n12.2
    CostOfGoodsSoldSubjToComm:n12.2 DepositAmt:n12.2 Weight:n11.2 SIShippedLinesCOGS:n12.2
    NumberOfCODLabels:n2.0 NumberOfBackOrderLines:n5.0 NumberOfShippingLabels:n4.0
    LastNoOfShippingLabels:n4.0 NumberofPackages:n4.0 DateCreated:d TimeCreated:s8 UserCreatedKey:s10
    DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 CRMUserID:s11 CRMCompanyID:s11 CRMPersonID:s11
    CRMOpportunityID:s11 BillToDivisionNo:s2 BillToCustomerNo:s20 MultipleSalesOrdersApplied:s1
    MultipleCustomerPONos:s1 MultipleDepositsApplied:s1 EInvoicePayments:s1 PayBalance:s1
    ActualPercentComplete:n9.2
  `
});
