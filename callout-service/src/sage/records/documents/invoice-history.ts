import type { Invoice, InvoiceKey } from '../../../canonical/invoice.ts';
import { arInvoiceHistoryHeader } from '../../catalogue/ar-invoice-history-header.ts';
import { arOpenInvoice } from '../../catalogue/ar-open-invoice.ts';
import { defineChild, defineRecord } from '../definition.ts';
import { documentNo, sequenceNo } from '../key-segments.ts';
import { invoiceOfHistory, linesOfInvoice, packagesOfInvoice } from './invoice-of-history.ts';

interface Owed {
  readonly headerSeqNo: string | null;
  readonly balance: string;
}

const lines = linesOfInvoice('HeaderSeqNo');
const packages = packagesOfInvoice('HeaderSeqNo');
const owedByCustomer = owedBy('ARDivisionNo', 'CustomerNo');
// Where the bill goes to another customer than the goods, that one owes it.
const owedByBillTo = owedBy('BillToDivisionNo', 'BillToCustomerNo');

/**
 * AR_InvoiceHistoryHeader with AR_InvoiceHistoryDetail and AR_InvoiceHistoryTracking: what was ever posted. The balance
 * is that of AR_OpenInvoice, where the invoice still stands there. Sage promises no index by customer.
 */
export const invoiceHistory = defineRecord({
  table: arInvoiceHistoryHeader,
  segments: ({ invoiceNo, headerSeqNo }: InvoiceKey) => [documentNo(invoiceNo), sequenceNo(headerSeqNo, 6)],
  children: [lines, packages, owedByCustomer, owedByBillTo],
  toEntity: ({ childrenOf, ...parts }): Invoice => ({
    ...invoiceOfHistory(parts),
    balance: balanceOf([...childrenOf(owedByBillTo), ...childrenOf(owedByCustomer)], parts.row.HeaderSeqNo),
    lines: [...childrenOf(lines)],
    packages: [...childrenOf(packages)]
  })
});

function owedBy(divisionColumn: string, customerColumn: string) {
  return defineChild({
    table: arOpenInvoice,
    on: {
      ARDivisionNo: divisionColumn,
      CustomerNo: customerColumn,
      InvoiceNo: 'InvoiceNo',
      InvoiceType: 'InvoiceType'
    },
    always: true,
    toPart: ({ row }): Owed => ({ headerSeqNo: row.InvoiceHistoryHeaderSeqNo, balance: row.Balance })
  });
}

/** The balance of this very header; an open invoice that names no header is that of the first one. */
function balanceOf(owed: readonly Owed[], headerSeqNo: string): string {
  const isFirst = /^0*$/.test(headerSeqNo);
  const own = owed.find((open) => (open.headerSeqNo === null ? isFirst : open.headerSeqNo === headerSeqNo));
  return own?.balance ?? '0.00';
}
