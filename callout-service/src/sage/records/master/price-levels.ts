import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { PriceLevel, PriceLevelKey } from '../../../canonical/price-level.ts';
import { arPriceLevelByCust } from '../../catalogue/ar-price-level-by-cust.ts';
import { defineRecord } from '../definition.ts';
import { code, division } from '../key-segments.ts';

/** AR_PriceLevelByCust, by customer through its own key. */
export const priceLevels = defineRecord({
  table: arPriceLevelByCust,
  segments: (key: PriceLevelKey) => [
    division(key.arDivisionNo),
    code(key.customerNo),
    code(key.productLine),
    code(key.priceCode),
    code(key.shipToCode),
    key.effectiveDate
  ],
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  toEntity: ({ row }): PriceLevel => ({
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    productLine: row.ProductLine,
    priceCode: row.PriceCode,
    shipToCode: row.ShipToCode,
    effectiveDate: row.EffectiveDate,
    endDate: row.EndDate,
    priceLevel: row.PriceLevel
  })
});
