import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoiceSchema, type Invoice } from '../../../canonical/invoice.ts';
import { paymentSchema } from '../../../canonical/payment.ts';
import type { Cell } from '../../odbc/protocol.ts';
import { everything, startDocumentCompany, type DocumentCompany } from './test-support/document-company.ts';

const abf = { arDivisionNo: '01', customerNo: 'ABF' };
const window = { since: '2030-01-15T00:00:00Z', overlapMinutes: 0 };

let sage: DocumentCompany;

beforeAll(async () => {
  sage = await startDocumentCompany();
}, 60_000);
afterAll(() => sage.close());
beforeEach(() => {
  sage.statements.length = 0;
});

function sum(amounts: readonly (Cell | undefined)[]): string {
  return amounts.reduce((total: Decimal, amount) => total.plus(String(amount)), new Decimal(0)).toFixed(2);
}

function keyOf({ invoiceNo, headerSeqNo }: Invoice) {
  return { invoiceNo, headerSeqNo: headerSeqNo ?? '' };
}

describe('open invoices', () => {
  it('when all are scanned, then they are those of the table, in its order, with its balances', async () => {
    const rows = await sage.table('AR_OpenInvoice', [
      'ARDivisionNo',
      'CustomerNo',
      'InvoiceNo',
      'InvoiceType',
      'Balance'
    ]);
    for (const pageSize of [13, 1_000]) {
      const invoices = await everything(sage.records.openInvoices.scan({ pageSize }));
      const keys = invoices.map((one) =>
        [one.arDivisionNo, one.customerNo, one.invoiceNo, one.invoiceType].join('/')
      );
      expect(keys).toEqual(rows.map((row) => row.slice(0, 4).join('/')).toSorted());
      expect(sum(invoices.map(({ balance }) => balance))).toBe(sum(rows.map((row) => row[4])));
      expect(invoices.every(({ posted }) => posted)).toBe(true);
    }
  });

  it('when those of 01-ABF are asked for, then they come with what was posted, and owe the published sum', async () => {
    const invoices = await everything(sage.records.openInvoices.of(abf));
    expect(sum(invoices.map(({ balance }) => balance))).toBe('5732.36');
    expect(invoices).toMatchObject([
      {
        invoiceNo: '0100024',
        headerSeqNo: '000000',
        invoiceType: 'IN',
        balance: '1257.40',
        total: '1257.40'
      },
      { invoiceNo: '0100031' },
      { invoiceNo: '0100036' },
      { invoiceNo: '0100047' },
      { invoiceNo: '0100048', invoiceType: 'CM', balance: '-200.00' },
      { invoiceNo: '0100050' }
    ]);
    for (const invoice of invoices) {
      expect(invoice).toMatchObject({ ...abf, billToName: 'American Business Futures' });
      expect(invoice.lines.length).toBeGreaterThan(0);
      expect(invoiceSchema.parse(invoice)).toEqual(invoice);
    }
  });

  it('when a prepayment or a balance forward has no history, then it stands by itself and its total is its balance', async () => {
    const invoices = await everything(sage.records.openInvoices.scan());
    const alone = invoices.filter(({ invoiceType }) => invoiceType === 'PP' || invoiceType === 'BF');
    expect(alone.length).toBeGreaterThan(0);
    for (const invoice of alone) {
      expect(invoice).toMatchObject({
        headerSeqNo: null,
        lines: [],
        total: invoice.balance,
        billToName: null
      });
    }
  });

  it('when a prepayment bears the number of an invoice, then it takes nothing from it', async () => {
    sage.write(
      `INSERT INTO AR_OpenInvoice (ARDivisionNo, CustomerNo, InvoiceNo, InvoiceType, InvoiceHistoryHeaderSeqNo, Balance)
       VALUES ('01', 'ABF', '0100050', 'PP', '000000', -10)`
    );
    const key = { ...abf, invoiceNo: '100050', invoiceType: 'PP' };
    const [prepayment, invoice] = await sage.records.openInvoices.byKeys([
      key,
      { ...key, invoiceType: 'IN' }
    ]);
    expect(prepayment).toMatchObject({ headerSeqNo: null, lines: [], balance: '-10.00' });
    expect(invoice).toMatchObject({ headerSeqNo: '000000', lines: [{}], balance: '1510.20' });
    const [history] = await sage.records.invoiceHistory.byKeys([
      { invoiceNo: '0100050', headerSeqNo: '000000' }
    ]);
    expect(history).toMatchObject({ balance: '1510.20' });
    sage.write("DELETE FROM AR_OpenInvoice WHERE InvoiceType = 'PP' AND InvoiceNo = '0100050'");
  });

  it('when one is paid in part, then it is among the changes with its new balance and all its lines', async () => {
    sage.write(
      `UPDATE AR_OpenInvoice SET Balance = 100.5, DateUpdated = '2030-01-15', TimeUpdated = '12.00000'
       WHERE InvoiceNo = '0100024'`
    );
    const changed = await everything(sage.records.openInvoices.changedSince(window));
    expect(changed).toMatchObject([
      {
        invoiceNo: '0100024',
        balance: '100.50',
        total: '1257.40',
        lines: [{}],
        updatedAt: '2030-01-15T12:00:00.000Z'
      }
    ]);
    sage.write("UPDATE AR_OpenInvoice SET Balance = 1257.4 WHERE InvoiceNo = '0100024'");
  });
});

describe('the history of invoices', () => {
  it.each([60, 1_000])(
    'when pages hold %i, then every header comes once in order, with all its lines and packages',
    async (pageSize) => {
      const invoices = await everything(sage.records.invoiceHistory.scan({ pageSize }));
      const headers = await sage.table('AR_InvoiceHistoryHeader', ['InvoiceNo', 'HeaderSeqNo']);
      const keys = invoices.map((invoice) => `${invoice.invoiceNo}/${invoice.headerSeqNo ?? ''}`);
      expect(keys).toEqual(headers.map((row) => row.join('/')).toSorted());
      const lines = await sage.table('AR_InvoiceHistoryDetail', ['ExtensionAmt']);
      expect(invoices.flatMap((invoice) => invoice.lines)).toHaveLength(lines.length);
      expect(sum(invoices.flatMap((invoice) => invoice.lines.map((line) => line.extensionAmount)))).toBe(
        sum(lines.map(([amount]) => amount))
      );
      const packages = await sage.table('AR_InvoiceHistoryTracking', ['TrackingID']);
      const read = invoices.flatMap((invoice) => invoice.packages.map(({ trackingId }) => trackingId));
      expect(read.toSorted()).toEqual(packages.map(([trackingId]) => trackingId).toSorted());
      // A header, its lines, its packages and what is owed: a few statements a page, whatever it holds.
      expect(sage.statements.length).toBeLessThan(8 * (Math.ceil(headers.length / pageSize) + 1));
    }
  );

  it('when more than 200 are asked for by key, then they come whole in the order of the keys', async () => {
    const all = await everything(sage.records.invoiceHistory.scan());
    const wanted = all.toReversed();
    const found = await sage.records.invoiceHistory.byKeys([
      ...wanted.map(keyOf),
      { invoiceNo: '0100050', headerSeqNo: '000009' }
    ]);
    expect(wanted.length).toBeGreaterThan(200);
    expect(invoiceSchema.array().parse(found)).toEqual(wanted);
  });

  it('when balances are added up, then they are those of the open invoices that have history', async () => {
    const history = await everything(sage.records.invoiceHistory.scan({ withLines: false }));
    const open = await everything(sage.records.openInvoices.scan());
    const withHistory = open.filter(({ headerSeqNo }) => headerSeqNo !== null);
    expect(sum(history.map(({ balance }) => balance))).toBe(sum(withHistory.map(({ balance }) => balance)));
    expect(history.some(({ balance }) => balance === '0.00')).toBe(true);
    expect(history.every(({ lines, packages }) => lines.length + packages.length === 0)).toBe(true);
  });

  it('when a number has two headers, then each has its own lines and only the one that is owed a balance', async () => {
    sage.write(
      `INSERT INTO AR_InvoiceHistoryHeader (InvoiceNo, HeaderSeqNo, InvoiceType, ARDivisionNo, CustomerNo)
       VALUES ('0100050', '000001', 'IN', '01', 'ABF')`
    );
    sage.write(
      `INSERT INTO AR_InvoiceHistoryDetail (InvoiceNo, HeaderSeqNo, DetailSeqNo, ItemType, ExtensionAmt)
       VALUES ('0100050', '000001', '000001', '4', 7.25)`
    );
    const keys = ['000000', '000001'].map((headerSeqNo) => ({ invoiceNo: '0100050', headerSeqNo }));
    const [first, second] = await sage.records.invoiceHistory.byKeys(keys);
    expect(first).toMatchObject({ balance: '1510.20', lines: [{ extensionAmount: '1510.20' }] });
    expect(second).toMatchObject({
      balance: '0.00',
      lines: [{ extensionAmount: '7.25', itemType: 'comment' }]
    });
    sage.write("DELETE FROM AR_InvoiceHistoryHeader WHERE InvoiceNo = '0100050' AND HeaderSeqNo = '000001'");
    sage.write("DELETE FROM AR_InvoiceHistoryDetail WHERE InvoiceNo = '0100050' AND HeaderSeqNo = '000001'");
  });

  it('when another customer is billed than is sold to, then the balance is that of the one who is billed', async () => {
    sage.write(
      `UPDATE AR_InvoiceHistoryHeader SET ARDivisionNo = '02', CustomerNo = 'CAPRI', BillToDivisionNo = '01',
       BillToCustomerNo = 'ABF' WHERE InvoiceNo = '0100031'`
    );
    const [invoice] = await sage.records.invoiceHistory.byKeys([
      { invoiceNo: '0100031', headerSeqNo: '000000' }
    ]);
    expect(invoice).toMatchObject({ arDivisionNo: '02', customerNo: 'CAPRI', balance: '500.00' });
  });
});

describe('invoices that are not posted', () => {
  it('when they are read, then they say so, owe nothing yet, and have all their lines', async () => {
    const invoices = await everything(sage.records.unpostedInvoices.scan({ pageSize: 3 }));
    const headers = await sage.table('SO_InvoiceHeader', ['InvoiceNo']);
    const lines = await sage.table('SO_InvoiceDetail', ['ExtensionAmt']);
    expect(invoices.map(({ invoiceNo }) => invoiceNo)).toEqual(headers.map(([number]) => number).toSorted());
    expect(invoices.length).toBeGreaterThan(0);
    for (const invoice of invoices) {
      expect(invoice).toMatchObject({ posted: false, balance: '0.00', headerSeqNo: null, packages: [] });
      expect(invoiceSchema.parse(invoice)).toEqual(invoice);
    }
    expect(sum(invoices.flatMap((invoice) => invoice.lines.map((line) => line.extensionAmount)))).toBe(
      sum(lines.map(([amount]) => amount))
    );
    expect(await sage.records.unpostedInvoices.byKeys(invoices.map(({ invoiceNo }) => invoiceNo))).toEqual(
      invoices
    );
  });

  it('when one is changed, then it is among the changes', async () => {
    const [header] = await sage.table('SO_InvoiceHeader', ['InvoiceNo']);
    const number = String(header?.[0]);
    sage.write(
      "UPDATE SO_InvoiceHeader SET DateUpdated = '2030-01-15', TimeUpdated = '1.00000' WHERE InvoiceNo = ?",
      number
    );
    const changed = await everything(sage.records.unpostedInvoices.changedSince(window));
    expect(changed.map(({ invoiceNo }) => invoiceNo)).toEqual([number]);
    expect(changed[0]?.lines.length).toBeGreaterThan(0);
  });
});

describe('payments', () => {
  it('when all are scanned in small pages, then they are those of the table, and add up to it', async () => {
    const payments = await everything(sage.records.payments.scan({ pageSize: 150 }));
    const rows = await sage.table('AR_TransactionPaymentHistory', ['TransactionAmt']);
    expect(payments).toHaveLength(rows.length);
    expect(sum(payments.map(({ amount }) => amount))).toBe(sum(rows.map(([amount]) => amount)));
    expect(paymentSchema.array().parse(payments)).toEqual(payments);
    const keys = payments.map((payment) => ({ ...payment, transactionDate: payment.transactionDate ?? '' }));
    expect(keys.length).toBeGreaterThan(200);
    expect(await sage.records.payments.byKeys(keys.slice(0, 230))).toEqual(payments.slice(0, 230));
  });

  it('when those of a customer are asked for, then no others come', async () => {
    const rows = await sage.table('AR_TransactionPaymentHistory', [
      'ARDivisionNo',
      'CustomerNo',
      'TransactionAmt'
    ]);
    const payments = await everything(sage.records.payments.of(abf));
    const ofAbf = rows.filter(([division, customer]) => division === '01' && customer === 'ABF');
    expect(payments).toHaveLength(ofAbf.length);
    expect(payments.length).toBeGreaterThan(0);
    expect(sum(payments.map(({ amount }) => amount))).toBe(sum(ofAbf.map((row) => row[2])));
  });

  it('when one is corrected, then it is among the changes', async () => {
    sage.write(
      `UPDATE AR_TransactionPaymentHistory SET DateUpdated = '2030-01-15', TimeUpdated = '2.00000'
       WHERE CustomerNo = 'ABF' AND InvoiceNo = '0100012'`
    );
    const changed = await everything(sage.records.payments.changedSince(window));
    expect(changed).toMatchObject([{ invoiceNo: '0100012', amount: '2500.00', transactionType: 'P' }]);
  });
});
