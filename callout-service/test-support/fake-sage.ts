import type { CustomerAccount } from '../src/canonical/customer-account.ts';
import { formatCustomerKey } from '../src/canonical/customer-key.ts';
import type { SageCapabilities } from '../src/sage/port/sage-capabilities.ts';
import type { SageReader } from '../src/sage/port/sage-reader.ts';

/** A SageReader in memory, for what has nothing to do with ODBC. */
export interface FakeSage extends SageReader {
  readonly accounts: Map<string, CustomerAccount>;
  /** While set, every call rejects with it. */
  failure: Error | undefined;
  /** While set, every call waits for it first. */
  gate: Promise<unknown> | undefined;
  /** Keys that were read, in order. */
  readonly reads: string[];
  closed: boolean;
}

/** Holds 01-ABF and 01-000123 to begin with. */
export function createFakeSage(): FakeSage {
  const fake: FakeSage = {
    accounts: new Map([
      ['01-ABF', accountOf('01', 'ABF')],
      ['01-000123', accountOf('01', '000123')]
    ]),
    failure: undefined,
    gate: undefined,
    reads: [],
    closed: false,
    async readCustomerAccount(key) {
      fake.reads.push(formatCustomerKey(key));
      await fake.gate;
      if (fake.failure) throw fake.failure;
      return fake.accounts.get(formatCustomerKey(key));
    },
    async probe() {
      await fake.gate;
      if (fake.failure) throw fake.failure;
      return { connected: true, roundTripMs: 1 };
    },
    async capabilities() {
      await fake.gate;
      return fakeCapabilities;
    },
    close() {
      fake.closed = true;
      return Promise.resolve();
    }
  };
  return fake;
}

/** Those of a ProvideX driver as it should be. */
export const fakeCapabilities: SageCapabilities = {
  dialect: 'providex',
  driverName: 'ProvideX',
  bits: 64,
  takesParameters: false,
  takesTop: true,
  takesDateLiterals: true,
  describesColumns: true,
  numbersArriveAs: 'double',
  padsText: false,
  blankDatesArriveAs: 'null',
  showsSystemTables: true,
  companyName: 'ABC Distribution and Service Corp.',
  columnLengths: {},
  missingColumns: []
};

/** An account with the figures of 01-ABF in Sage's demo company. */
export function accountOf(arDivisionNo: string, customerNo: string): CustomerAccount {
  return {
    customer: {
      key: { arDivisionNo, customerNo },
      customerName: 'American Business Futures',
      status: 'active',
      creditHold: false,
      creditLimit: '120000.00',
      currentBalance: '3252.38',
      agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
      openOrderAmount: '19144.40',
      openItem: true,
      termsCode: '01',
      lastAgingDate: '2026-10-31',
      lastPaymentDate: '2026-10-15',
      lastPaymentAmount: '500.00',
      averageDaysToPay: 31
    },
    termsDescription: 'Net 30 Days',
    openInvoices: [
      {
        invoiceNo: '0100059',
        invoiceType: 'IN',
        invoiceDate: '2026-11-01',
        dueDate: '2026-12-01',
        balance: '3252.38'
      }
    ],
    openOrders: [
      {
        salesOrderNo: '0000178',
        orderDate: '2026-11-10',
        shipDate: null,
        status: 'open',
        customerPONo: null,
        total: '19144.40'
      }
    ]
  };
}
