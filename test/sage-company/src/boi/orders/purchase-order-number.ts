import type { CompanyDatabase } from '../company/company-database.ts';
import type { OrderDocument } from './order-document.ts';

const TABLES = ['SO_SalesOrderHeader', 'SO_InvoiceHeader', 'AR_InvoiceHistoryHeader'];

/** Whether another order or invoice of the customer has the purchase order number that was set. */
export function isUsedBefore(database: CompanyDatabase, { header, onFile }: OrderDocument): boolean {
  const number = header.text('CustomerPONo');
  if (number === '' || number === onFile?.header.text('CustomerPONo')) return false;
  const customer = [header.text('ARDivisionNo'), header.text('CustomerNo'), number];
  return TABLES.some((table) => {
    const sql = `SELECT 1 FROM ${table} WHERE ARDivisionNo = ? AND CustomerNo = ? AND CustomerPONo = ? AND SalesOrderNo <> ? LIMIT 1`;
    return database.all(sql, ...customer, header.text('SalesOrderNo')).length > 0;
  });
}
