import type { Item } from '../../canonical/item.ts';
import type { EntityField } from './entity-description.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { ALWAYS, fieldsOf, stampFields, WHEN_NEW } from './field-list.ts';

const of = fieldsOf('CI_Item');
const { text, code, decimal, flag, day } = of;

const kind: readonly EntityField[] = [
  code('itemType', 'Item type', 'ItemType', { values: ['regular', 'charge', 'comment', 'miscellaneous'] }),
  code('productType', 'Product type', 'ProductType', {
    ...ALWAYS,
    values: ['finished', 'raw', 'discontinued', 'kit']
  }),
  flag('inactive', 'Inactive', 'InactiveItem', ALWAYS),
  code('productLine', 'Product line', 'ProductLine', { ...ALWAYS, required: true }),
  code('priceCode', 'Price code', 'PriceCode', ALWAYS),
  code('valuation', 'Valuation', 'Valuation', {
    values: ['standard', 'average', 'fifo', 'lifo', 'lot', 'serial']
  }),
  code('procurement', 'Procurement', 'ProcurementType', { values: ['buy', 'make', 'subcontract'] })
];

const measures: readonly EntityField[] = [
  code('standardUnitOfMeasure', 'Standard unit', 'StandardUnitOfMeasure', ALWAYS),
  code('salesUnitOfMeasure', 'Sales unit', 'SalesUnitOfMeasure', ALWAYS),
  code('purchaseUnitOfMeasure', 'Purchase unit', 'PurchaseUnitOfMeasure', ALWAYS),
  decimal('salesUnitConversion', 'Standard units in a sales unit', 'SalesUMConvFctr'),
  code('defaultWarehouseCode', 'Usual warehouse', 'DefaultWarehouseCode', ALWAYS),
  code('taxClass', 'Tax class', 'TaxClass', ALWAYS),
  flag('allowBackOrders', 'Can be back-ordered', 'AllowBackOrders'),
  flag('allowTradeDiscount', 'Order discounts count', 'AllowTradeDiscount'),
  ...[1, 2, 3, 4].map((number) => text(`category${number}`, `Category ${number}`, `Category${number}`)),
  text('primaryVendorNo', 'Usual vendor with division', 'PrimaryVendorNo'),
  text('vendorItemCode', 'Vendor’s item code', 'VendorItemCode'),
  text('shipWeight', 'Weight', 'ShipWeight')
];

const amounts: readonly EntityField[] = [
  decimal('standardUnitCost', 'Standard cost', 'StandardUnitCost', ALWAYS),
  decimal('standardUnitPrice', 'Standard price', 'StandardUnitPrice', ALWAYS),
  decimal('suggestedRetailPrice', 'Suggested retail price', 'SuggestedRetailPrice', ALWAYS),
  decimal('averageUnitCost', 'Average cost', 'AverageUnitCost'),
  decimal('lastTotalUnitCost', 'Last cost', 'LastTotalUnitCost'),
  decimal('totalQuantityOnHand', 'On hand in all warehouses', 'TotalQuantityOnHand')
];

const promotion: readonly EntityField[] = [
  text('promotion.code', 'Promotion', 'SalesPromotionCode'),
  code('promotion.method', 'Promotion method', 'SaleMethod', { values: ['discount', 'price'] }),
  day('promotion.startsOn', 'Promotion from', 'SaleStartingDate'),
  day('promotion.endsOn', 'Promotion to', 'SaleEndingDate'),
  decimal('promotion.price', 'Promotion price', 'SalesPromotionPrice'),
  decimal('promotion.discountPercent', 'Promotion discount in per cent', 'SalesPromotionDiscountPercent')
];

/** CI_Item. */
export const itemEntity = describeEntity<Item>({
  entity: 'item',
  label: 'Item',
  table: 'CI_Item',
  fields: [
    text('itemCode', 'Item code', 'ItemCode', { ...WHEN_NEW, required: true }),
    text('itemCodeDesc', 'Description', 'ItemCodeDesc', { ...ALWAYS, required: true }),
    ...kind,
    ...measures,
    ...amounts,
    ...promotion,
    day('lastSoldDate', 'Last sold', 'LastSoldDate'),
    day('lastReceiptDate', 'Last received', 'LastReceiptDate'),
    ...stampFields(of)
  ],
  keyOf: ({ itemCode }) => itemCode,
  changedAt: lastStamp
});
