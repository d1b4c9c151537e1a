import type { CompanyDatabase } from '../company/company-database.ts';
import { stampColumns } from '../company/stamps.ts';
import { insertChange, upsertChange } from '../company/write-plan.ts';
import type { Change, SqlValue, WritePlan } from '../company/write-plan.ts';
import { dayOf } from '../records/current-record.ts';
import type { ReceiptRow } from './receipt-row.ts';

/**
 * What one record of an import changes: its deposit, its receipt (one for each customer and check), and what is applied to
 * the invoice that it names. Nothing is posted: balances change when the Cash Receipts Journal is updated.
 */
export function planReceipt(database: CompanyDatabase, row: ReceiptRow, userKey: string): WritePlan {
  const deposits = database.table('AR_CashReceiptsDeposit');
  const headers = database.table('AR_CashReceiptsHeader');
  const depositKey = { BankCode: row.BankCode, DepositNo: row.DepositNo, DepositType: row.DepositType };
  const receiptKey = {
    ...depositKey,
    ARDivisionNo: row.ARDivisionNo,
    CustomerNo: row.CustomerNo,
    CheckNo: row.CheckNo
  };
  const date = { DepositDate: dayOf(row.DepositDate) };
  const known = database.find('AR_CashReceiptsHeader', ...Object.values(receiptKey));
  const amount = known === undefined ? row.CheckAmount : '0';
  const stamps = stampColumns(headers, userKey, known === undefined);
  const receipt = {
    ...receiptKey,
    ...date,
    PaymentType: row.PaymentType,
    Comment: row.Comment,
    UDF_REQUEST_KEY: row.RequestKey,
    PostingAmt: row.CheckAmount,
    ...stamps
  };
  const depositStamps = stampColumns(deposits, userKey, false);
  return [
    upsertChange(deposits, { ...depositKey, ...date, ...depositStamps }),
    add('AR_CashReceiptsDeposit', { CashDepositAmt: amount, CashBalanceAmt: amount }, depositKey),
    upsertChange(headers, receipt, { PostingBalance: row.CheckAmount }),
    ...application(database, row, receiptKey)
  ];
}

function application(
  database: CompanyDatabase,
  row: ReceiptRow,
  receiptKey: Readonly<Record<string, string>>
): Change[] {
  if (row.InvoiceNo === '') return [];
  const applied = { CashAmountApplied: row.AmountPosted, DiscountAmountApplied: row.DiscountAmount };
  const invoice = { InvoiceNo: row.InvoiceNo, InvoiceType: row.InvoiceType };
  return [
    insertChange(database.table('AR_CashReceiptsDetail'), { ...receiptKey, ...invoice, ...applied }),
    add('AR_CashReceiptsHeader', { PostingBalance: `-${row.AmountPosted}` }, receiptKey)
  ];
}

/** Adds to amounts of one record, to the cent. */
function add(
  table: string,
  amounts: Readonly<Record<string, string>>,
  key: Readonly<Record<string, string>>
): Change {
  const set = Object.keys(amounts).map((name) => `${name} = round(${name} + ?, 2)`);
  const where = Object.keys(key).map((name) => `${name} = ?`);
  const values: SqlValue[] = [...Object.values(amounts), ...Object.values(key)];
  return {
    sql: `UPDATE ${table} SET ${set.join(', ')} WHERE ${where.join(' AND ')}`,
    values,
    mustChange: true
  };
}
