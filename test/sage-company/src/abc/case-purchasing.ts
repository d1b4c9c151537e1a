import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import type { Bill } from '../generator/bills.ts';
import type { PurchaseLine, PurchaseOrder } from '../generator/purchase-orders.ts';
import type { SageRecord } from '../generator/record-writer.ts';
import type { Vendor } from '../generator/vendors.ts';
import { caseItem } from './case-items.ts';

const acme = vendor('ACME', 'Acme Hardware Mfg', '01');
const discounter = vendor('DISCNT', 'Two Percent Ten Inc.', '02');
const held = vendor('HOLDPAY', 'Payment on Hold Ltd', '01', { HoldPayment: 'Y' });
const inactive = vendor('INACTIV', 'Gone Out of Business', '01', {
  VendorStatus: 'I',
  InactiveReasonCode: 'CLOSE'
});
const temporary = vendor('TEMPVEN', 'One Time Vendor', '00', { VendorStatus: 'T' });
const badDates = vendor('BADDATE', 'Dates Before the Conversion', '03');

/** Vendors, one for each case. */
export const caseVendors: readonly Vendor[] = [acme, discounter, held, inactive, temporary, badDates];

/** Bills, one for each case: open, paid in part, with a discount, not posted, and dates that are none. */
export function caseBills(today: CalendarDay): { readonly vendor: Vendor; readonly bill: Bill }[] {
  const bill = (invoiceNo: string, age: number, amount: number, more: Partial<Bill> = {}): Bill => {
    return { invoiceNo, invoiceDate: addDays(today, -age), amount, balance: amount, ...more };
  };
  const dates = (day: string, dueDay: string) => ({ dates: { InvoiceDate: day, InvoiceDueDate: dueDay } });
  return [
    { vendor: acme, bill: bill('ACME-1', 12, 1_000_00) },
    { vendor: acme, bill: bill('ACME-2', 40, 500_00, { balance: 200_00, purchaseOrderNo: '0000902' }) },
    { vendor: acme, bill: bill('SAME-NO', 100, 75_00, { balance: 0 }) },
    { vendor: discounter, bill: bill('SAME-NO', 3, 250_00) },
    { vendor: discounter, bill: bill('DISC-1', 4, 1_000_00) },
    { vendor: acme, bill: bill('BILL-NUMBER-OF-20-CH', 5, 10_00) },
    { vendor: acme, bill: bill('ENTERED-1', 1, 640_00, { isUnposted: true }) },
    { vendor: held, bill: bill('HELD-1', 20, 333_33) },
    { vendor: badDates, bill: bill('ZERO', 30, 10_00, dates('0000-00-00', '0000-00-00')) },
    { vendor: badDates, bill: bill('Y1753', 30, 20_00, dates('1753-01-01', '1753-01-01')) },
    { vendor: badDates, bill: bill('Y1900', 30, 30_00, dates('1900-01-01', '1900-01-01')) },
    { vendor: badDates, bill: bill('BLANK', 30, 40_00, dates('', '')) },
    { vendor: badDates, bill: bill('FEB30', 30, 50_00, dates('2025-02-30', '2025-13-01')) }
  ];
}

type OrderCase = readonly [
  purchaseOrderNo: string,
  orderType: PurchaseOrder['orderType'],
  orderStatus: PurchaseOrder['orderStatus'],
  lines: readonly PurchaseLine[],
  more?: Partial<PurchaseOrder>
];

/** Purchase orders, one of each type and status. Only what standard orders have to come counts as on order. */
export function casePurchaseOrders(today: CalendarDay): PurchaseOrder[] {
  const day = (days: number) => addDays(today, days);
  const order = (...[purchaseOrderNo, orderType, orderStatus, lines, more]: OrderCase): PurchaseOrder => ({
    ...{ purchaseOrderNo, vendor: acme, orderType, orderStatus, lines, warehouseCode: '000' },
    ...{ orderDate: day(-10), requiredDate: day(21) },
    ...more
  });
  const dropShip = { ARDivisionNo: '01', CustomerNo: 'ORDERCAS', SalesOrderNo: '0000913', ShipToCode: '' };
  return [
    order('0000901', 'S', 'N', [line('STK-ALL', 25, 0)]),
    order('0000902', 'S', 'B', [line('STK-ALL', 40, 15, { RequiredDate: day(35) }), line('STK-A', 10, 10)]),
    order('0000903', 'S', 'O', [line('STK-ALL', 8, 0)], { warehouseCode: '001', requiredDate: day(60) }),
    order('0000904', 'S', 'C', [line('STK-ONE', 6, 0)], { requiredDate: day(-3) }),
    order('0000905', 'S', 'X', [line('STK-A', 30, 30)]),
    order('0000906', 'D', 'O', [line('STK-ONE', 4, 0, { SalesOrderNo: '0000913' })], { more: dropShip }),
    order('0000907', 'M', 'O', [line('STK-A', 500, 0)], { requiredDate: day(300) }),
    order('0000908', 'R', 'O', [line('STK-A', 5, 0)]),
    order('0000909', 'X', 'N', [line('STK-A', 3, 0)]),
    order('0000910', 'S', 'N', [line('STK-BOX', 24, 0)], { more: { OnHold: 'Y' }, vendor: held })
  ];
}

function line(itemCode: string, quantity: number, received: number, more: SageRecord = {}): PurchaseLine {
  return { item: caseItem(itemCode), quantity, received, more };
}

function vendor(
  vendorNo: string,
  vendorName: string,
  termsCode: Vendor['termsCode'],
  more: SageRecord = {}
): Vendor {
  return { vendorNo, vendorName, termsCode, more };
}
