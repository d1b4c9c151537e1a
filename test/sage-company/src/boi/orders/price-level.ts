import type { CompanyDatabase, Row } from '../company/company-database.ts';
import { dayOf } from '../records/current-record.ts';
import type { CurrentRecord } from '../records/current-record.ts';

/**
 * The price level of an order's customer for an item: that of AR_PriceLevelByCust which fits product line, price code,
 * ship-to and order date and says most, else the customer's own. Which one wins where several fit is inferred.
 */
export function priceLevelOf(database: CompanyDatabase, header: CurrentRecord, item: Row): string {
  const key = [header.text('ARDivisionNo'), header.text('CustomerNo')] as const;
  const exception = database.findTable('AR_PriceLevelByCust') && exceptionFor(database, header, item, key);
  return String(exception?.['PriceLevel'] ?? database.find('AR_Customer', ...key)?.['PriceLevel'] ?? '');
}

function exceptionFor(
  database: CompanyDatabase,
  header: CurrentRecord,
  item: Row,
  key: readonly [string, string]
): Row | undefined {
  const day = dayOf(header.text('OrderDate'));
  const fits = ['ShipToCode', 'PriceCode', 'ProductLine']
    .map((column) => `${column} IN ('', ?)`)
    .join(' AND ');
  const sql = `SELECT PriceLevel FROM AR_PriceLevelByCust WHERE ARDivisionNo = ? AND CustomerNo = ? AND ${fits}
    AND ShipToCode || PriceCode || ProductLine <> ''
    AND ifnull(EffectiveDate, '') <= ? AND ifnull(EndDate, '9999') >= ?
    ORDER BY ShipToCode <> '' DESC, PriceCode <> '' DESC, ProductLine <> '' DESC, EffectiveDate DESC LIMIT 1`;
  const of = [header.text('ShipToCode'), String(item['PriceCode'] ?? ''), String(item['ProductLine'] ?? '')];
  return database.all(sql, ...key, ...of, day, day)[0];
}
