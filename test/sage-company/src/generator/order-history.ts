import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { soSalesOrderHistoryDetail } from '../tables/so-sales-order-history-detail.ts';
import { soSalesOrderHistoryHeader } from '../tables/so-sales-order-history-header.ts';
import { documentColumns } from './account.ts';
import type { Account } from './account.ts';
import type { CompanyDraft } from './company-draft.ts';
import { extension } from './document-amounts.ts';
import type { DocumentAmounts, DocumentLine } from './document-amounts.ts';
import { itemColumns, lineKey, lineSequence } from './line-columns.ts';
import type { SageRecord } from './record-writer.ts';
import type { SalesOrder } from './sales-orders.ts';

/** The latest invoice of an order, and what all its invoices came to. */
export interface LastInvoice {
  readonly invoiceNo: string;
  readonly invoiceDate: CalendarDay;
  readonly invoicedAmount: Cents;
}

type HistoryContent = Pick<
  SalesOrder,
  'salesOrderNo' | 'orderDate' | 'customerPONo' | 'shipVia' | 'amounts' | 'lines' | 'lastInvoice' | 'more'
>;

/** An order as the history keeps it: A active, C completed, X deleted, Q quote, Z deleted quote (release 4.40 layout). */
export interface HistoricOrder extends HistoryContent {
  readonly historyStatus: 'A' | 'C' | 'X' | 'Q' | 'Z';
  readonly cancelReasonCode?: string;
}

/** An order or quote that has left SO_SalesOrderHeader. */
export interface EndedOrder extends HistoricOrder {
  readonly historyStatus: 'C' | 'X' | 'Z';
  readonly endedOn: CalendarDay;
}

/** Columns that an order's header has and its history has not. */
const HEADER_ONLY = ['MasterRepeatingOrderNo', 'CurrentInvoiceNo', 'OrderStatus', 'PickingSheetPrinted'];

/** Writes the history of an order with its lines. */
export function writeOrderHistory(
  draft: CompanyDraft,
  account: Account,
  order: HistoricOrder,
  written: SageRecord
): void {
  const more = Object.entries(order.more ?? {}).filter(([column]) => !HEADER_ONLY.includes(column));
  draft.writer.write(soSalesOrderHistoryHeader, {
    SalesOrderNo: order.salesOrderNo,
    OrderDate: order.orderDate,
    OrderStatus: order.historyStatus,
    ...documentColumns(account),
    ShipVia: order.shipVia,
    CustomerPONo: order.customerPONo,
    WarehouseCode: '000',
    CancelReasonCode: order.cancelReasonCode ?? '',
    ...lastInvoiceColumns(order.lastInvoice),
    ...orderAmountColumns(order.amounts),
    ...written,
    ...Object.fromEntries(more)
  });
  for (const [index, line] of order.lines.entries()) writeHistoryLine(draft, order, line, index + 1);
}

function lastInvoiceColumns(last: LastInvoice | undefined): SageRecord {
  if (last === undefined) return {};
  const { invoiceNo, invoiceDate, invoicedAmount } = last;
  return { LastInvoiceNo: invoiceNo, LastInvoiceDate: invoiceDate, InvoicedAmt: formatCents(invoicedAmount) };
}

/** The header's columns for its amounts, which order and history have alike. */
export function orderAmountColumns(amounts: DocumentAmounts) {
  return {
    TaxableSubjectToDiscount: formatCents(amounts.taxable),
    NonTaxableSubjectToDiscount: formatCents(amounts.nonTaxable),
    TaxableAmt: formatCents(amounts.taxable),
    NonTaxableAmt: formatCents(amounts.nonTaxable),
    DiscountAmt: formatCents(amounts.discount),
    SalesTaxAmt: formatCents(amounts.salesTax),
    FreightAmt: formatCents(amounts.freight)
  };
}

function writeHistoryLine(
  draft: CompanyDraft,
  order: HistoricOrder,
  line: DocumentLine,
  position: number
): void {
  draft.writer.write(soSalesOrderHistoryDetail, {
    SalesOrderNo: order.salesOrderNo,
    SequenceNo: lineSequence(position),
    LineKey: lineKey(position),
    OriginalLine: 'Y',
    ...cancelColumns(order),
    ...itemColumns(line),
    QuantityOrderedOriginal: line.quantity,
    QuantityOrderedRevised: line.quantity,
    ...deliveredColumns(order, line),
    OriginalUnitPrice: formatCents(line.unitPrice),
    LastUnitPrice: formatCents(line.unitPrice),
    LineDiscountPercent: line.discountPercent ?? 0,
    LastExtensionAmt: formatCents(extension(line)),
    CommentText: line.more?.['CommentText'] ?? ''
  });
}

function cancelColumns({ historyStatus, cancelReasonCode = '' }: HistoricOrder): SageRecord {
  const isDeleted = historyStatus === 'X' || historyStatus === 'Z';
  return isDeleted ? { CancelledLine: 'Y', CancelReasonCode: cancelReasonCode } : { CancelledLine: 'N' };
}

function deliveredColumns({ historyStatus }: HistoricOrder, line: DocumentLine): SageRecord {
  if (historyStatus === 'C') return { QuantityShipped: line.quantity, QuantityBackordered: 0 };
  return { QuantityShipped: line.shipped ?? 0, QuantityBackordered: line.backordered };
}
