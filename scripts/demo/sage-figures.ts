import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** The figures of one customer as they stand in Sage, as decimal strings with two places. */
export interface SageFigures {
  readonly amountDue: string;
  readonly creditLimit: string;
  readonly openOrders: string;
  readonly creditLeft: string;
}

const amount = z.union([z.string(), z.number()]).transform((value) => new Decimal(value));
const rowsSchema = z.tuple([
  z.object({
    CurrentBalance: amount,
    AgingCategory1: amount,
    AgingCategory2: amount,
    AgingCategory3: amount,
    AgingCategory4: amount,
    CreditLimit: amount,
    OpenOrderAmt: amount
  })
]);

const statement =
  'SELECT CurrentBalance, AgingCategory1, AgingCategory2, AgingCategory3, AgingCategory4, CreditLimit, OpenOrderAmt' +
  ' FROM AR_Customer WHERE ARDivisionNo = ? AND CustomerNo = ?';

/**
 * Reads a customer's figures straight from the Sage company's tables, past service, org and page, so that a check can
 * compare what the page shows with what Sage holds. `customerNo` is the full number, as `01-ABF`.
 */
export async function readSageFigures(
  sage: { readonly connectionString: string; readonly odbcIniFile: string },
  customerNo: string
): Promise<SageFigures> {
  process.env['ODBCINI'] = sage.odbcIniFile;
  const { default: odbc } = await import('odbc');
  const connection = await odbc.connect(sage.connectionString);
  try {
    const [division, ...rest] = customerNo.split('-');
    const rows = await connection.query(statement, [division ?? '', rest.join('-')]);
    const [row] = rowsSchema.parse([...rows]);
    const aged = Decimal.sum(row.AgingCategory1, row.AgingCategory2, row.AgingCategory3, row.AgingCategory4);
    const amountDue = row.CurrentBalance.plus(aged);
    return {
      amountDue: amountDue.toFixed(2),
      creditLimit: row.CreditLimit.toFixed(2),
      openOrders: row.OpenOrderAmt.toFixed(2),
      creditLeft: row.CreditLimit.minus(amountDue).minus(row.OpenOrderAmt).toFixed(2)
    };
  } finally {
    await connection.close();
  }
}
