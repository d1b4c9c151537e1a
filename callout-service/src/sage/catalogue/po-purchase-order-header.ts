import { date, decimal, optionalString, string } from './column-type.ts';
import { shipToColumns } from './document-columns.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Purchase orders. Sage keeps an index on APDivisionNo + VendorNo + PurchaseOrderNo.
 * Source: Sage 100 file layouts, Purchase Order, PO_PurchaseOrderHeader.
 */
export const poPurchaseOrderHeader = defineTable({
  name: 'PO_PurchaseOrderHeader',
  key: ['PurchaseOrderNo'],
  columns: {
    PurchaseOrderNo: string(7),
    PurchaseOrderDate: date(),
    OrderType: string(1),
    RequiredExpireDate: date(),
    APDivisionNo: string(2),
    VendorNo: string(7),
    PurchaseName: optionalString(50),
    PurchaseAddress1: optionalString(40),
    PurchaseAddress2: optionalString(40),
    PurchaseAddress3: optionalString(40),
    PurchaseCity: optionalString(30),
    PurchaseState: optionalString(2),
    PurchaseZipCode: optionalString(10),
    PurchaseCountryCode: optionalString(3),
    ...shipToColumns,
    OrderStatus: string(1),
    OnHold: string(1),
    CompletionDate: date(),
    ShipVia: optionalString(15),
    WarehouseCode: optionalString(3),
    ConfirmTo: optionalString(50),
    Comment: optionalString(30),
    TermsCode: optionalString(2),
    LastReceiptDate: date(),
    TaxableAmt: decimal(12, 2),
    NonTaxableAmt: decimal(12, 2),
    SalesTaxAmt: decimal(11, 2),
    FreightAmt: decimal(11, 2),
    SalesOrderNo: optionalString(7),
    ...stampColumns
  }
});
