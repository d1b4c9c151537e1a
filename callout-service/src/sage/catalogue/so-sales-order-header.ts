import { date, decimal, optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/**
 * Sales orders and quotes that are not finished. Sage keeps an index on ARDivisionNo + CustomerNo + SalesOrderNo.
 * Source: Sage 100 file layouts, Sales Order, SO_SalesOrderHeader.
 */
export const soSalesOrderHeader = defineTable({
  name: 'SO_SalesOrderHeader',
  key: ['SalesOrderNo'],
  columns: {
    SalesOrderNo: string(7),
    OrderDate: date(),
    OrderType: string(1),
    OrderStatus: string(1),
    /** The ship date of a standard or back order; the day of expiry of a quote. */
    ShipExpireDate: date(),
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    CustomerPONo: optionalString(30),
    TaxableAmt: decimal(12, 2),
    NonTaxableAmt: decimal(12, 2),
    DiscountAmt: decimal(11, 2),
    SalesTaxAmt: decimal(11, 2),
    FreightAmt: decimal(11, 2)
  }
});
