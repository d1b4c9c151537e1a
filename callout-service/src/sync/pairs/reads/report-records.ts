import { formatCustomerKey } from '../../../canonical/customer-key.ts';
import type { ReportName, ReportRecord } from '../../../canonical/reports/report-record.ts';
import { reportTitles } from '../../../canonical/reports/report-record.ts';
import type {
  ArAgingRow,
  OpenOrderRow,
  SalesByCustomerRow,
  SalesByItemRow,
  StockStatusRow
} from '../../../canonical/reports/report-row.ts';

const NOTHING: Omit<ReportRecord, 'key' | 'report'> = {
  customerNo: null,
  customerName: null,
  itemCode: null,
  itemCodeDesc: null,
  warehouseCode: null,
  salesOrderNo: null,
  customerPONo: null,
  orderDate: null,
  shipDate: null,
  orderStatus: null,
  month: null,
  asOf: null,
  agingBasis: null,
  currentAmount: null,
  overdueAmount1: null,
  overdueAmount2: null,
  overdueAmount3: null,
  overdueAmount4: null,
  totalAmount: null,
  oldestInvoiceDate: null,
  invoiceCount: null,
  salesAmount: null,
  costAmount: null,
  quantity: null,
  lineCount: null,
  openLineCount: null,
  openAmount: null,
  quantityOnHand: null,
  quantityAvailable: null,
  quantityOnPurchaseOrder: null,
  reorderPointQuantity: null,
  belowReorderPoint: false,
  stockValue: null
};

export function agingRecord(row: ArAgingRow): ReportRecord {
  const customerNo = formatCustomerKey(row);
  const [currentAmount = null, ...overdue] = row.buckets;
  const [overdueAmount1 = null, overdueAmount2 = null, overdueAmount3 = null, overdueAmount4 = null] =
    overdue;
  return {
    ...headOf('ar-aging', customerNo),
    customerNo,
    customerName: row.customerName === '' ? null : row.customerName,
    asOf: row.asOf,
    agingBasis: row.basis,
    currentAmount,
    overdueAmount1,
    overdueAmount2,
    overdueAmount3,
    overdueAmount4,
    totalAmount: row.total,
    invoiceCount: row.openInvoiceCount,
    oldestInvoiceDate: row.oldestInvoiceDate
  };
}

export function salesByCustomerRecord(row: SalesByCustomerRow): ReportRecord {
  const customerNo = formatCustomerKey(row);
  return {
    ...headOf('sales-by-customer', `${customerNo}/${row.month}`),
    customerNo,
    month: monthOf(row.month),
    invoiceCount: row.invoiceCount,
    salesAmount: row.sales,
    costAmount: row.cost
  };
}

export function salesByItemRecord(row: SalesByItemRow): ReportRecord {
  return {
    ...headOf('sales-by-item', `${row.itemCode}/${row.month}`),
    itemCode: row.itemCode,
    month: monthOf(row.month),
    quantity: row.quantity,
    salesAmount: row.sales,
    costAmount: row.cost
  };
}

export function openOrderRecord(row: OpenOrderRow): ReportRecord {
  return {
    ...headOf('open-orders', row.salesOrderNo),
    salesOrderNo: row.salesOrderNo,
    customerNo: formatCustomerKey(row),
    customerName: row.billToName,
    customerPONo: row.customerPONo,
    orderDate: row.orderDate,
    shipDate: row.shipDate,
    orderStatus: row.status,
    lineCount: row.lineCount,
    openLineCount: row.openLineCount,
    openAmount: row.openAmount,
    totalAmount: row.total
  };
}

export function stockStatusRecord(row: StockStatusRow): ReportRecord {
  return {
    ...headOf('stock-status', `${row.itemCode}/${row.warehouseCode}`),
    itemCode: row.itemCode,
    itemCodeDesc: row.itemCodeDesc === '' ? null : row.itemCodeDesc,
    warehouseCode: row.warehouseCode,
    quantityOnHand: row.quantityOnHand,
    quantityAvailable: row.quantityAvailable,
    quantityOnPurchaseOrder: row.quantityOnPurchaseOrder,
    reorderPointQuantity: row.reorderPointQuantity,
    belowReorderPoint: row.belowReorderPoint,
    stockValue: row.value
  };
}

function headOf(report: ReportName, rowKey: string): ReportRecord {
  return { ...NOTHING, key: `${report}:${rowKey}`, report: reportTitles[report] };
}

/** Sales of documents without any date have none. */
function monthOf(month: string): string | null {
  return month === '' ? null : month;
}
