import type { SalesOrder } from '../../../canonical/sales-order.ts';
import type { soSalesOrderHeader } from '../../catalogue/so-sales-order-header.ts';
import type { WholeRow } from '../definition.ts';
import { salespersonOf } from '../salesperson-of.ts';

/** Columns that SO_SalesOrderHeader and SO_SalesOrderHistoryHeader have in common. */
type DetailColumns =
  | 'ShipVia'
  | 'CustomerPONo'
  | 'WarehouseCode'
  | 'TermsCode'
  | 'TaxSchedule'
  | 'SalespersonDivisionNo'
  | 'SalespersonNo'
  | 'ConfirmTo'
  | 'EmailAddress'
  | 'Comment'
  | 'CancelReasonCode';

type Details = Pick<
  SalesOrder,
  | 'shipVia'
  | 'customerPONo'
  | 'warehouseCode'
  | 'termsCode'
  | 'taxSchedule'
  | 'salesperson'
  | 'confirmTo'
  | 'emailAddress'
  | 'comment'
  | 'cancelReasonCode'
>;

/** What a header says beside parties, dates and amounts, open or in history. */
export function orderDetails(row: Pick<WholeRow<typeof soSalesOrderHeader.columns>, DetailColumns>): Details {
  return {
    shipVia: row.ShipVia,
    customerPONo: row.CustomerPONo,
    warehouseCode: row.WarehouseCode,
    termsCode: row.TermsCode,
    taxSchedule: row.TaxSchedule,
    salesperson: salespersonOf(row),
    confirmTo: row.ConfirmTo,
    emailAddress: row.EmailAddress,
    comment: row.Comment,
    cancelReasonCode: row.CancelReasonCode
  };
}
