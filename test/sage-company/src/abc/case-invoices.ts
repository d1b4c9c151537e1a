import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { documentTotal, exemptAmounts } from '../generator/document-amounts.ts';
import type { DocumentLine } from '../generator/document-amounts.ts';
import type { EndedOrder } from '../generator/order-history.ts';
import type { Payment } from '../generator/payments.ts';
import type { PostedInvoice } from '../generator/posted-invoices.ts';
import { line, order, posted } from './case-documents.ts';

/** Posted documents of 01-ORDERCAS: in part of an order, paid in every way, and of every type. */
export function caseInvoices(today: CalendarDay): PostedInvoice[] {
  return [...invoicesOfOrders(today), ...paidInvoices(today), ...otherTypes(today)];
}

/** Order 0000934 was shipped with two invoices and is completed. */
export function completedByTwoInvoices(today: CalendarDay): EndedOrder {
  const lines = [line('STK-A', 9)];
  const invoiceDate = addDays(today, -12);
  const lastInvoice = {
    invoiceNo: '0100936',
    invoiceDate,
    invoicedAmount: documentTotal(exemptAmounts(lines))
  };
  const base = order(today, '0000934', lines);
  return { ...base, orderDate: addDays(today, -20), historyStatus: 'C', lastInvoice, endedOn: invoiceDate };
}

/** 0100904 has six of ten of order 0000904; 0100935 and 0100936 have five and four of order 0000934. */
function invoicesOfOrders(today: CalendarDay): PostedInvoice[] {
  return [
    ofOrder(today, '0100904', '0000904', 2, 6, [line('STK-ALL', 6)]),
    ofOrder(today, '0100935', '0000934', 15, 20, [line('STK-A', 5)]),
    ofOrder(today, '0100936', '0000934', 12, 20, [line('STK-A', 4)])
  ];
}

function ofOrder(
  today: CalendarDay,
  invoiceNo: string,
  salesOrderNo: string,
  age: number,
  orderAge: number,
  lines: readonly DocumentLine[]
): PostedInvoice {
  const amounts = exemptAmounts(lines);
  return {
    invoiceNo,
    invoiceType: 'IN',
    invoiceDate: addDays(today, -age),
    balance: documentTotal(amounts),
    amounts,
    lines,
    order: { salesOrderNo, orderType: 'S', orderDate: addDays(today, -orderAge), customerPONo: '' },
    trackingIds: [`1Z999AA10${invoiceNo}1`, `1Z999AA10${invoiceNo}2`]
  };
}

/** Two checks for one invoice, one check for two, a card, and a payment in part. */
function paidInvoices(today: CalendarDay): PostedInvoice[] {
  const check = (age: number, checkNo: string, amount: number, position = 1): Payment => {
    return { day: addDays(today, -age), amount, checkNo, position };
  };
  const card = { day: addDays(today, -6), amount: 60_00, checkNo: '', paymentType: 'VISA' } as const;
  return [
    posted(today, '0100937', 45, 500_00, [check(20, '0003901', 200_00), check(9, '0003903', 100_00)]),
    posted(today, '0100938', 40, 80_00, [check(7, '0003902', 80_00, 1)]),
    posted(today, '0100939', 38, 70_00, [check(7, '0003902', 70_00, 2)]),
    posted(today, '0100940', 30, 60_00, [card])
  ];
}

/** Debit memo, finance charge, and an adjustment that was posted under the number of an invoice. */
function otherTypes(today: CalendarDay): PostedInvoice[] {
  const adjustment = posted(today, '0100937', 3, 5_00);
  return [
    { ...posted(today, '0100941', 18, 50_00), invoiceType: 'DM' },
    { ...posted(today, '0100942', 10, 12_34), invoiceType: 'FC' },
    { ...adjustment, invoiceType: 'AD', headerSequence: 1, balance: 0 },
    {
      ...posted(today, '0100943', 70, 40_00),
      more: { UDF_DISPUTED: 'Y', UDF_DISPUTED_AMT: '15.00', UDF_SALESFORCE_ID: 'LB-INVOICE-OF-A-REQUEST' }
    }
  ];
}
