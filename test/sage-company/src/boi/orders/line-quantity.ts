import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import type { Row } from '../company/company-database.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import type { LineContext } from './line-rules.ts';

const SERIAL = '6';

/** Throws a `BoiRefusal` for a quantity that the item may not be sold in. */
export function refuseQuantity(line: CurrentRecord, item: Row, { database, settings }: LineContext): void {
  const quantity = line.decimal('QuantityOrdered');
  if (['3', '4'].includes(line.text('ItemType')))
    throw new BoiRefusal('A line of a charge or a comment has no quantity.');
  if (quantity.lessThanOrEqualTo(0)) throw new BoiRefusal('The QuantityOrdered must be greater than zero.');
  const decimals = item['Valuation'] === SERIAL ? 0 : Number(settings.quantityDecimals);
  if (quantity.decimalPlaces() > decimals)
    throw new BoiRefusal(`The QuantityOrdered ${quantity.toString()} may have ${decimals} decimal places.`);
  if (item['ProductType'] !== 'D') return;
  const stock = database.find('IM_ItemWarehouse', line.text('ItemCode'), line.text('WarehouseCode'));
  if (quantity.greaterThan(available(stock)))
    throw new BoiRefusal(`Item ${line.text('ItemCode')} is discontinued, and too few are left.`);
}

function available(stock: Row | undefined): Decimal {
  const amount = (column: string) => new Decimal(String(stock?.[column] ?? 0));
  return amount('QuantityOnHand').minus(amount('QuantityOnSalesOrder')).minus(amount('QuantityOnBackOrder'));
}
