import { connectControl } from '@ledger-bridge/sage-company';
import { Decimal } from 'decimal.js';

/** The figures of one customer as they stand in Sage, as decimal strings with two places. */
export interface SageFigures {
  readonly amountDue: string;
  readonly creditLimit: string;
  readonly openOrders: string;
  readonly creditLeft: string;
}

const balanceColumns = [
  'CurrentBalance',
  'AgingCategory1',
  'AgingCategory2',
  'AgingCategory3',
  'AgingCategory4'
] as const;

/**
 * Reads a customer's figures straight from the Sage company, past ODBC, service, org and page, so that a check can compare
 * what the page shows with what Sage holds. `customerNo` is the full number, as `01-ABF`. Amounts follow Sage's own
 * customer inquiry: due is the current balance and all aging categories, left is the limit less due and open orders.
 */
export async function readSageFigures(controlUrl: string, customerNo: string): Promise<SageFigures> {
  const record = await connectControl(controlUrl).show('AR_Customer', customerNo);
  const amount = (column: string): Decimal => new Decimal(record[column] ?? Number.NaN);
  const amountDue = Decimal.sum(...balanceColumns.map(amount));
  const creditLimit = amount('CreditLimit');
  const openOrders = amount('OpenOrderAmt');
  return {
    amountDue: amountDue.toFixed(2),
    creditLimit: creditLimit.toFixed(2),
    openOrders: openOrders.toFixed(2),
    creditLeft: creditLimit.minus(amountDue).minus(openOrders).toFixed(2)
  };
}
