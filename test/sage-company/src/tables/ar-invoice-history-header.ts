import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Posted invoices, paid ones too. Further keys as in the release 4.40 layout. */
export const arInvoiceHistoryHeader = defineTable({
  name: 'AR_InvoiceHistoryHeader',
  key: 'InvoiceNo+HeaderSeqNo',
  indexes: [
    'ARDivisionNo+CustomerNo+InvoiceNo+HeaderSeqNo',
    'ModuleCode+SalesOrderNo+InvoiceNo+HeaderSeqNo',
    'ModuleCode+BillToName+InvoiceNo+HeaderSeqNo',
    'ModuleCode+InvoiceNo+HeaderSeqNo',
    'CustomerPONo+InvoiceNo+HeaderSeqNo',
    'ShippingInvoice+InvoiceNo+HeaderSeqNo',
    'SalesOrderNo+InvoiceNo+HeaderSeqNo',
    'BillToName+InvoiceNo+HeaderSeqNo',
    'InvoiceDate DESC+InvoiceNo+HeaderSeqNo'
  ],
  columns: `
    InvoiceNo:s7 HeaderSeqNo:s6 ModuleCode:s3 InvoiceType:s2 InvoiceDate:d TransactionDate:d
    ARDivisionNo:s2 CustomerNo:s20 TermsCode:s2 TaxSchedule:s9 TaxExemptNo:s15 SalespersonDivisionNo:s2
    SalespersonNo:s4 CustomerPONo:s30 ApplyToInvoiceNo:s7 Comment:s30 RepetitiveInvoiceRefNo:s4 JobNo:s7
    InvoiceDueDate:d DiscountDueDate:d SourceJournal:s2 JournalNoGLBatchNo:s6 BatchFax:s1 FaxNo:s20
    ShippingInvoice:s1 SalesOrderNo:s7 OrderType:s1 OrderDate:d BillToName:s50 BillToAddress1:s40
    BillToAddress2:s40 BillToAddress3:s40 BillToCity:s30 BillToState:s2 BillToZipCode:s10
    BillToCountryCode:s3 ShipToCode:s4 ShipToName:s50 ShipToAddress1:s40 ShipToAddress2:s40
    ShipToAddress3:s40 ShipToCity:s30 ShipToState:s2 ShipToZipCode:s10 ShipToCountryCode:s3 ShipDate:d
    ShipVia:s15 ShipZone:s5 FOB:s15 ConfirmTo:s50 CheckNoForDeposit:s10 SplitCommissions:s1
    SalespersonDivisionNo2:s2 SalespersonNo2:s4 SalespersonDivisionNo3:s2 SalespersonNo3:s4
    SalespersonDivisionNo4:s2 SalespersonNo4:s4 SalespersonDivisionNo5:s2 SalespersonNo5:s4 PaymentType:s5
    PaymentTypeCategory:s1 OtherPaymentTypeRefNo:s24 RMANo:s7 EBMSubmissionType:s1
    EBMUserIDSubmittingThisOrder:s15 EBMUserType:s1 ShipperID:s3 UserKey:s10 WarehouseCode:s3 ShipWeight:s5
    ResidentialAddress:s1 EmailAddress:s250 TaxableSalesAmt:n12.2 NonTaxableSalesAmt:n12.2 FreightAmt:n11.2
    SalesTaxAmt:n11.2 CostOfSalesAmt:n12.2 AmountSubjectToDiscount:n12.2 DiscountRate:n8.3
    DiscountAmt:n11.2 SalesSubjectToComm:n12.2 CostSubjectToComm:n12.2 CommissionRate:n8.3
    CommissionAmt:n12.2 SplitCommRate2:n8.3 SplitCommRate3:n8.3 SplitCommRate4:n8.3 SplitCommRate5:n8.3
    DepositAmt:n12.2 Weight:n11.2 RetentionAmt:n12.2 NumberOfPackages:n5.0 DateUpdated:d TimeUpdated:s8
    UserUpdatedKey:s10 CRMUserID:s11 CRMCompanyID:s11 CRMPersonID:s11 CRMOpportunityID:s11
    BillToDivisionNo:s2 BillToCustomerNo:s20 DateCreated:d TimeCreated:s8 UserCreatedKey:s10
    MultipleSalesOrdersApplied:s1 MultipleCustomerPONos:s1 MultipleDepositsApplied:s1 EInvoiceId:s24
    EncryptedVals:text
  `,
  userDefinedFields: userDefinedColumns('AR_InvoiceHistoryHeader')
});
