import type { CalendarDay } from './calendar-day.ts';
import type { CustomerKey } from './customer-key.ts';

/** What the receivable side of AR_Customer says of one customer. All amounts are exact decimal strings. */
export interface CustomerRecord {
  readonly key: CustomerKey;
  readonly customerName: string;
  /** AR_Customer.CustomerStatus: A active, I inactive, T temporary. */
  readonly status: 'active' | 'inactive' | 'temporary';
  readonly creditHold: boolean;
  readonly creditLimit: string;
  readonly currentBalance: string;
  /** AgingCategory1..4, right as of `lastAgingDate` only. */
  readonly agingCategories: readonly [string, string, string, string];
  /** OpenOrderAmt: kept by Sage, not the sum of the open orders, as Sage's own demo data shows. */
  readonly openOrderAmount: string;
  /** OpenItemCustomer: N means balance forward. */
  readonly openItem: boolean;
  readonly termsCode: string | null;
  readonly lastAgingDate: CalendarDay | null;
  readonly lastPaymentDate: CalendarDay | null;
  readonly lastPaymentAmount: string;
  /** AvgDaysPaymentInvoice: average days that this customer takes to pay. */
  readonly averageDaysToPay: number;
}

/** A row of AR_OpenInvoice. Balances of prepayments, payments and credit memos are negative. */
export interface OpenInvoiceRecord {
  readonly invoiceNo: string;
  readonly invoiceType: string;
  readonly invoiceDate: CalendarDay | null;
  readonly dueDate: CalendarDay | null;
  readonly balance: string;
}

/** An order of SO_SalesOrderHeader that counts as open: type S or B, status N, O or H. */
export interface OpenOrderRecord {
  readonly salesOrderNo: string;
  readonly orderDate: CalendarDay | null;
  readonly shipDate: CalendarDay | null;
  readonly status: 'new' | 'open' | 'hold';
  readonly customerPONo: string | null;
  /** TaxableAmt + NonTaxableAmt − DiscountAmt + SalesTaxAmt + FreightAmt; Sage has no total column. */
  readonly total: string;
}

/** Everything that one customer's summary is worked out from, read together. */
export interface CustomerAccount {
  readonly customer: CustomerRecord;
  readonly termsDescription: string | null;
  readonly openInvoices: readonly OpenInvoiceRecord[];
  readonly openOrders: readonly OpenOrderRecord[];
}
