import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import { soArInvoiceHistoryLink } from '../tables/so-ar-invoice-history-link.ts';
import type { CompanyDraft } from './company-draft.ts';
import { headerSequenceNo, lineSequence } from './line-columns.ts';
import type { PostedInvoice } from './posted-invoices.ts';

/** The order an invoice was made from; the n-th line of the invoice is of the n-th line of the order. */
export interface InvoicedOrder {
  readonly salesOrderNo: string;
  readonly orderType: 'S' | 'B';
  readonly orderDate: CalendarDay;
  readonly customerPONo: string;
}

/** Writes which line of the order history went to which line of the posted invoice. */
export function writeInvoiceLinks(draft: CompanyDraft, invoice: PostedInvoice, order: InvoicedOrder): void {
  for (const [index, line] of invoice.lines.entries())
    draft.writer.write(soArInvoiceHistoryLink, {
      SalesOrderNo: order.salesOrderNo,
      SequenceNo: lineSequence(index + 1),
      InvoiceNo: invoice.invoiceNo,
      InvoiceHistoryHeaderSeqNo: headerSequenceNo(invoice.headerSequence),
      InvoiceHistoryDetailSeqNo: (index + 1).toString().padStart(6, '0'),
      InvoiceDate: invoice.invoiceDate,
      UnitOfMeasure: line.item.unitOfMeasure ?? 'EACH',
      QuantityShipped: line.quantity,
      UnitPrice: formatCents(line.unitPrice)
    });
}
