import type { CalendarDay } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import type { CustomerDocuments } from '../generator/customer-documents.ts';
import { labor, line, order, posted } from './case-documents.ts';

/** 300.00 owed, 500.00 credited and 250.00 prepaid: the customer is owed 450.00. */
export function creditBalance(today: CalendarDay): Partial<CustomerDocuments> {
  const prepaid = { day: addDays(today, -8), amount: 250_00, checkNo: '0003905' };
  const prepayment = { ...posted(today, '0100953', 8, 0, [prepaid]), invoiceType: 'PP' } as const;
  const credit = { ...posted(today, '0100952', 10, -500_00), invoiceType: 'CM' } as const;
  return { invoices: [posted(today, '0100951', 40, 300_00), credit, { ...prepayment, balance: -250_00 }] };
}

/** What is owed is the limit, to the cent. */
export function exactlyAtLimit(today: CalendarDay): Partial<CustomerDocuments> {
  return { invoices: [posted(today, '0100954', 5, 1_000_00)] };
}

/** Within the limit by what is owed, over it with the open order. */
export function overWithOrders(today: CalendarDay): Partial<CustomerDocuments> {
  return {
    invoices: [posted(today, '0100955', 5, 600_00)],
    orders: [order(today, '0000941', [labor(500_00)])]
  };
}

/** One invoice on each side of each edge of the aging, each of another power of two dollars. */
export function balanceForAging(today: CalendarDay): Partial<CustomerDocuments> {
  const ages = [0, 30, 31, 60, 61, 90, 91, 120, 121, 400];
  return {
    invoices: ages.map((age, index) =>
      posted(today, (100_960 + index).toString().padStart(7, '0'), age, 2 ** index * 100)
    )
  };
}

/** 1000.00 less 10 %, tax 5.5 % of 900.00, freight 12.50: 962.00 in all. */
export function discountedOrder(today: CalendarDay): Partial<CustomerDocuments> {
  const amounts = { taxable: 1_000_00, nonTaxable: 0, discount: 100_00, salesTax: 49_50, freight: 12_50 };
  return {
    orders: [{ ...order(today, '0000902', [labor(1_000_00)]), amounts, more: { DiscountRate: '10' } }]
  };
}

/** An order to ship-to 2, out of that ship-to's warehouse. */
export function shipToOrder(today: CalendarDay): Partial<CustomerDocuments> {
  const lines = [line('STK-A', 5, { warehouseCode: '002' })];
  const shipTo = { ShipToCode: '2', ShipToAddress1: '77 Dock St', ShipToCity: 'Evanston', ShipToState: 'IL' };
  const more = { ...shipTo, ShipToZipCode: '60614', WarehouseCode: '002', TaxSchedule: 'EXEMPT' };
  return { orders: [order(today, '0000919', lines, { more })] };
}
