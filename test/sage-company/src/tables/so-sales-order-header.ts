import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Open sales orders and quotes. There is no order total column. Keys as in the release 6.00 layout. */
export const soSalesOrderHeader = defineTable({
  name: 'SO_SalesOrderHeader',
  key: 'SalesOrderNo',
  indexes: [
    'ARDivisionNo+CustomerNo+SalesOrderNo',
    'BillToName+SalesOrderNo',
    'CustomerPONo+SalesOrderNo',
    'ARDivisionNo+CustomerNo+CustomerPONo+SalesOrderNo',
    'CRMCompanyID+SalesOrderNo',
    'CRMPersonID+SalesOrderNo',
    'CRMProspectID+SalesOrderNo',
    'BillToDivisionNo+BillToCustomerNo+SalesOrderNo',
    'CancelReasonCode+SalesOrderNo'
  ],
  columns: `
    SalesOrderNo:s7 OrderDate:d OrderType:s1 OrderStatus:s1 MasterRepeatingOrderNo:s7 ShipExpireDate:d
    ARDivisionNo:s2 CustomerNo:s20 BillToName:s50 BillToAddress1:s40 BillToAddress2:s40 BillToAddress3:s40
    BillToCity:s30 BillToState:s2 BillToZipCode:s10 BillToCountryCode:s3 ShipToCode:s4 ShipToName:s50
    ShipToAddress1:s40 ShipToAddress2:s40 ShipToAddress3:s40 ShipToCity:s30 ShipToState:s2
    ShipToZipCode:s10 ShipToCountryCode:s3 ShipVia:s15 ShipZone:s5 ShipZoneActual:s5 ShipWeight:s5
    CustomerPONo:s30 FOB:s15 WarehouseCode:s3 ConfirmTo:s50 Comment:s30 TermsCode:s2 TaxSchedule:s9
    TaxExemptNo:s15 InvalidTaxCalc:s1 PrintSalesOrders:s1 PrintPickingSheets:s1 LastInvoiceOrderDate:d
    LastInvoiceOrderNo:s7 CurrentInvoiceNo:s7 CheckNoForDeposit:s10 CycleCode:s2 FaxNo:s20 BatchFax:s1
    BatchEmail:s1 EmailAddress:s250 FreightCalculationMethod:s1 LotSerialLinesExist:s1
    SalespersonDivisionNo:s2 SalespersonNo:s4 SplitCommissions:s1 SalespersonDivisionNo2:s2
    SalespersonNo2:s4 SalespersonDivisionNo3:s2 SalespersonNo3:s4 SalespersonDivisionNo4:s2
    SalespersonNo4:s4 SalespersonDivisionNo5:s2 SalespersonNo5:s4 EBMUserType:s1 EBMSubmissionType:s1
    EBMUserIDSubmittingThisOrder:s15 PaymentType:s5 OtherPaymentTypeRefNo:s24 CancelReasonCode:s5
    PaymentTypeCategory:s1 RMANo:s7 JobNo:s7 ResidentialAddress:s1 TaxableSubjectToDiscount:n12.2
    NonTaxableSubjectToDiscount:n12.2 TaxSubjToDiscPrcntOfTotSubjTo:n6.2 DiscountRate:n7.3
    DiscountAmt:n11.2 TaxableAmt:n12.2 NonTaxableAmt:n12.2 SalesTaxAmt:n11.2 Weight:n11.2 FreightAmt:n11.2
    DepositAmt:n12.2 CommissionRate:n8.3 SplitCommRate2:n8.3 SplitCommRate3:n8.3 SplitCommRate4:n8.3
    SplitCommRate5:n8.3 NumberOfShippingLabels:n3.0 LastNoOfShippingLabels:n3.0 DateCreated:d
    TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 CRMUserID:s11
    CRMPersonID:s11 CRMOpportunityID:s11 CRMCompanyID:s11 CRMProspectID:s11 SalesOrderPrinted:s1
    PickingSheetPrinted:s1 BillToDivisionNo:s2 BillToCustomerNo:s20 PromotedDate:d PayBalance:s1
  `,
  userDefinedFields: userDefinedColumns('SO_SalesOrderHeader')
});
