import { Decimal } from 'decimal.js';
import type { CompanyDatabase, Row } from '../company/company-database.ts';
import { acceptValue, CurrentRecord } from '../records/current-record.ts';
import { BoiRefusal } from '../com/boi-object.ts';
import type { ReceiptRow } from './receipt-row.ts';

const AMOUNT = /^-?\d{1,9}(\.\d{1,2})?$/;

/** Throws a `BoiRefusal` for a record that Cash Receipts Entry would not take. */
export function refuseBadReceipt(database: CompanyDatabase, row: ReceiptRow): void {
  refuseUnless(row.BankCode.length === 1, 'The bank code is one character.');
  refuseUnless(/^[0-9A-Z]{5}$/.test(row.DepositNo), 'The deposit number is five characters.');
  refuseUnless(['C', 'R'].includes(row.DepositType), 'The deposit type is C or R.');
  refuseBadColumns(database, row);
  refuseUnless(row.CheckNo !== '', 'The check number is required.');
  for (const name of ['CheckAmount', 'AmountPosted', 'DiscountAmount'] as const)
    refuseUnless(AMOUNT.test(row[name]), `The ${name} "${row[name]}" is no amount.`);
  refuseUnless(new Decimal(row.CheckAmount).greaterThan(0), 'The CheckAmount must be greater than zero.');
  const customer = database.find('AR_Customer', row.ARDivisionNo, row.CustomerNo);
  refuseUnless(customer !== undefined, `The customer ${row.ARDivisionNo}-${row.CustomerNo} is not on file.`);
  if (row.InvoiceNo !== '') refuseBadApplication(database, row);
}

/** Money that names no invoice stays open on the account. */
function refuseBadApplication(database: CompanyDatabase, row: ReceiptRow): void {
  const key = [row.ARDivisionNo, row.CustomerNo, row.InvoiceNo, row.InvoiceType] as const;
  const invoice = database.find('AR_OpenInvoice', ...key);
  refuseUnless(invoice !== undefined, `The invoice ${row.InvoiceNo}-${row.InvoiceType} is not on file.`);
  const applied = new Decimal(row.AmountPosted).plus(row.DiscountAmount);
  const open = new Decimal(balanceOf(invoice)).minus(unposted(database, key));
  refuseUnless(
    applied.lessThanOrEqualTo(open),
    `The amount ${applied.toFixed(2)} is more than the balance ${open.toFixed(2)} of invoice ${row.InvoiceNo}.`
  );
}

/** What other receipts that are not posted yet apply to the invoice. */
function unposted(database: CompanyDatabase, key: readonly [string, string, string, string]): string {
  const rows = database.all(
    `SELECT round(sum(CashAmountApplied + DiscountAmountApplied), 2) AS applied FROM AR_CashReceiptsDetail
      WHERE ARDivisionNo = ? AND CustomerNo = ? AND InvoiceNo = ? AND InvoiceType = ?`,
    ...key
  );
  return String(rows[0]?.['applied'] ?? 0);
}

function balanceOf(invoice: Row | undefined): string {
  return String(invoice?.['Balance'] ?? 0);
}

function refuseBadColumns(database: CompanyDatabase, row: ReceiptRow): void {
  const { columns } = new CurrentRecord(database.table('AR_CashReceiptsHeader')).table;
  const values = {
    DepositDate: row.DepositDate,
    CheckNo: row.CheckNo,
    PaymentType: row.PaymentType,
    Comment: row.Comment,
    UDF_REQUEST_KEY: row.RequestKey
  };
  for (const [name, value] of Object.entries(values)) {
    const column = columns.get(name);
    if (column !== undefined) acceptValue(column, value);
  }
  refuseUnless(row.DepositDate !== '', 'The DepositDate is required.');
}

function refuseUnless(holds: boolean, message: string): void {
  if (!holds) throw new BoiRefusal(message);
}
