import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';

/**
 * Rates of the company's sales tax schedules in percent. WI MIL's is the one that the published amounts of order 0000115
 * imply: 116.10 of 8600.00 less 860.00. A schedule that is not listed taxes nothing.
 */
const RATES: Readonly<Record<string, string>> = { 'WI MIL': '1.5', EXEMPT: '0', NONTAX: '0', DEFAULT: '0' };

export function taxRate(schedule: string): Decimal {
  return new Decimal(RATES[schedule] ?? '0');
}

/** Throws a `BoiRefusal` for a schedule that neither the list above, a customer nor a ship-to address has. */
export function refuseUnknownSchedule(database: CompanyDatabase, schedule: string): undefined {
  if (schedule === '' || schedule in RATES) return;
  const sql = `SELECT 1 FROM AR_Customer WHERE TaxSchedule = ?
    UNION ALL SELECT 1 FROM SO_ShipToAddress WHERE TaxSchedule = ? LIMIT 1`;
  if (database.all(sql, schedule, schedule).length === 0)
    throw new BoiRefusal(`The tax schedule ${schedule} is not on file.`);
}
