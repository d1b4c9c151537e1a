import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import { refuseBadReceipt } from './check-receipt.ts';
import { planReceipt } from './plan-receipt.ts';
import type { ImportedRow } from './receipt-row.ts';

/** How an import went: a line of the log for each record, and whether all were taken. */
export interface ImportResult {
  readonly log: readonly string[];
  readonly rejected: number;
}

/** Takes the records one after the other; one that is rejected does not keep the others out, as in Visual Integrator. */
export function runImport(database: CompanyDatabase, rows: readonly ImportedRow[]): ImportResult {
  const userKey = String(database.all('SELECT min(UserKey) AS first FROM SY_User')[0]?.['first'] ?? '');
  let accepted = 0;
  const log = rows.map(({ line, row }) => {
    try {
      refuseBadReceipt(database, row);
      database.write(planReceipt(database, row, userKey));
      accepted += 1;
      const where = row.InvoiceNo === '' ? 'on account' : `invoice ${row.InvoiceNo}-${row.InvoiceType}`;
      return `${line} ACCEPTED check ${row.CheckNo} ${where} ${new Decimal(row.AmountPosted).toFixed(2)}`;
    } catch (fault) {
      if (!(fault instanceof BoiRefusal)) throw fault;
      return `${line} REJECTED ${fault.message}`;
    }
  });
  const rejected = rows.length - accepted;
  return { log: [...log, `IMPORT COMPLETE accepted=${accepted} rejected=${rejected}`], rejected };
}
