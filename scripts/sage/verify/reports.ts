import { formatCustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import {
  arAgingRowSchema,
  openOrderRowSchema,
  salesByCustomerRowSchema,
  salesByItemRowSchema,
  stockStatusRowSchema
} from '../../../callout-service/src/canonical/reports/report-row.ts';
import { arAging } from '../../../callout-service/src/inquiry/reports/ar-aging.ts';
import { openOrders } from '../../../callout-service/src/inquiry/reports/open-orders.ts';
import { salesByCustomer } from '../../../callout-service/src/inquiry/reports/sales-by-customer.ts';
import { salesByItem } from '../../../callout-service/src/inquiry/reports/sales-by-item.ts';
import { stockStatus } from '../../../callout-service/src/inquiry/reports/stock-status.ts';
import type { AgingSettings } from '../../../callout-service/src/rules/aging.ts';
import { countDistinct, countOf, entity, keyText, type EntityPlan } from './entity-plan.ts';

/** As a new company in Sage is set up. */
export const AGING: AgingSettings = { basis: 'invoice-date', bucketDays: [30, 60, 90, 120] };
const STOCK = { includePurchaseOrders: false, includeWorkOrders: false };

const SALES = `h.InvoiceType IN ('IN', 'CM', 'DM', 'AD', 'CA')`;
const MONTH = `substr(coalesce(h.InvoiceDate, h.TransactionDate), 1, 7)`;
const SOLD_LINES =
  'AR_InvoiceHistoryDetail d JOIN AR_InvoiceHistoryHeader h ' +
  'ON h.InvoiceNo = d.InvoiceNo AND h.HeaderSeqNo = d.HeaderSeqNo ' +
  `WHERE ${SALES} AND d.ItemCode <> '' AND d.ItemType <> '4'`;

/** The rows of the reports. Their counts are made of Sage's tables alone, without anything of the reports. */
export const reports: readonly EntityPlan[] = [
  entity({
    name: 'report: AR aging',
    tables: 'AR_OpenInvoice, AR_Customer',
    countSql: countDistinct('ARDivisionNo, CustomerNo', 'AR_OpenInvoice WHERE Balance <> 0'),
    schema: arAgingRowSchema,
    pages: ({ records, today }) => arAging(records, AGING, today),
    keyOf: formatCustomerKey
  }),
  entity({
    name: 'report: sales by customer',
    tables: 'AR_InvoiceHistoryHeader',
    countSql: countDistinct(
      `h.ARDivisionNo, h.CustomerNo, ${MONTH}`,
      `AR_InvoiceHistoryHeader h WHERE ${SALES}`
    ),
    schema: salesByCustomerRowSchema,
    pages: ({ records }) => salesByCustomer(records),
    keyOf: (row) => keyText(formatCustomerKey(row), row.month)
  }),
  entity({
    name: 'report: sales by item',
    tables: 'AR_InvoiceHistoryHeader, AR_InvoiceHistoryDetail',
    countSql: countDistinct(`d.ItemCode, ${MONTH}`, SOLD_LINES),
    schema: salesByItemRowSchema,
    pages: ({ records }) => salesByItem(records),
    keyOf: ({ itemCode, month }) => keyText(itemCode, month)
  }),
  entity({
    name: 'report: open orders',
    tables: 'SO_SalesOrderHeader, SO_SalesOrderDetail',
    countSql: countOf('SO_SalesOrderHeader', `OrderType IN ('S', 'B', '') AND OrderStatus <> 'C'`),
    schema: openOrderRowSchema,
    pages: ({ records }) => openOrders(records),
    keyOf: ({ salesOrderNo }) => salesOrderNo
  }),
  entity({
    name: 'report: stock status',
    tables: 'IM_ItemWarehouse, CI_Item',
    countSql: countOf('IM_ItemWarehouse'),
    schema: stockStatusRowSchema,
    pages: ({ records }) => stockStatus(records, STOCK),
    keyOf: ({ itemCode, warehouseCode }) => keyText(itemCode, warehouseCode)
  })
];
