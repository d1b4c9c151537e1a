export type CompanySize = 'demo' | 'mid' | 'large';

/** How many records of each kind a company gets; averages where a kind hangs on another. */
export interface CompanyProfile {
  readonly customers: number;
  readonly contactsPerCustomer: number;
  readonly shipTosPerCustomer: number;
  readonly openInvoicesPerCustomer: number;
  readonly paidInvoicesPerCustomer: number;
  readonly openOrdersPerCustomer: number;
  /** Which part of the posted invoices was made from an order that the history keeps. */
  readonly orderedInvoiceShare: number;
  readonly deletedOrdersPerCustomer: number;
  readonly unpostedInvoicesPerCustomer: number;
  readonly linesPerOrder: number;
  readonly linesPerInvoice: number;
  readonly items: number;
  readonly warehouses: number;
  readonly priceCodes: number;
  readonly vendors: number;
  readonly paidBillsPerVendor: number;
  readonly purchaseOrders: number;
  readonly users: number;
}

/**
 * `mid` is the profile of a mid-size distributor, with a year of invoice history instead of ten so that it is built in
 * well under a minute; `large` is twice to three times as big in everything and has five times the history.
 */
export const companyProfiles: Readonly<Record<CompanySize, CompanyProfile>> = {
  demo: {
    customers: 60,
    contactsPerCustomer: 2,
    shipTosPerCustomer: 1.6,
    openInvoicesPerCustomer: 4,
    paidInvoicesPerCustomer: 8,
    openOrdersPerCustomer: 1.5,
    orderedInvoiceShare: 0.4,
    deletedOrdersPerCustomer: 0.2,
    unpostedInvoicesPerCustomer: 0.15,
    linesPerOrder: 3,
    linesPerInvoice: 3,
    items: 80,
    warehouses: 3,
    priceCodes: 60,
    vendors: 12,
    paidBillsPerVendor: 2,
    purchaseOrders: 20,
    users: 8
  },
  mid: {
    customers: 5_000,
    contactsPerCustomer: 2,
    shipTosPerCustomer: 1.6,
    openInvoicesPerCustomer: 1.2,
    paidInvoicesPerCustomer: 6,
    openOrdersPerCustomer: 0.3,
    orderedInvoiceShare: 0.17,
    deletedOrdersPerCustomer: 0.06,
    unpostedInvoicesPerCustomer: 0.02,
    linesPerOrder: 5,
    linesPerInvoice: 3,
    items: 12_000,
    warehouses: 4,
    priceCodes: 15_000,
    vendors: 1_500,
    paidBillsPerVendor: 0.83,
    purchaseOrders: 600,
    users: 40
  },
  large: {
    customers: 10_000,
    contactsPerCustomer: 2.5,
    shipTosPerCustomer: 2,
    openInvoicesPerCustomer: 2,
    paidInvoicesPerCustomer: 15,
    openOrdersPerCustomer: 0.5,
    orderedInvoiceShare: 0.2,
    deletedOrdersPerCustomer: 0.1,
    unpostedInvoicesPerCustomer: 0.02,
    linesPerOrder: 6,
    linesPerInvoice: 4,
    items: 20_000,
    warehouses: 6,
    priceCodes: 40_000,
    vendors: 3_000,
    paidBillsPerVendor: 2,
    purchaseOrders: 2_000,
    users: 60
  }
};
