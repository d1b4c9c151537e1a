import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase, Row } from '../company/company-database.ts';
import { dayOf } from '../records/current-record.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import { lookUp } from '../records/look-up.ts';
import type { Settings } from '../state/settings.ts';
import { priceOf } from './line-price.ts';
import { lineExtension } from './order-totals.ts';
import { refuseQuantity } from './line-quantity.ts';
import { priceLevelOf } from './price-level.ts';

/** What a rule of a line works with. */
export interface LineContext {
  readonly database: CompanyDatabase;
  readonly header: CurrentRecord;
  readonly settings: Settings;
}

type LineRule = (line: CurrentRecord, context: LineContext) => void;

/** What Sage checks and fills in when a column of a line is set. The item comes first; it decides all the rest. */
export const LINE_RULES: Readonly<Record<string, LineRule>> = {
  ItemCode: takeItem,
  QuantityOrdered: (line, context) => {
    refuseQuantity(line, itemOf(line, context), context);
    reprice(line, context);
  },
  QuantityBackordered: (line) => {
    const backordered = line.decimal('QuantityBackordered');
    if (backordered.lessThan(0) || backordered.greaterThan(line.decimal('QuantityOrdered')))
      throw new BoiRefusal('The QuantityBackordered is out of range.');
  },
  UnitPrice: (line) => {
    if (line.decimal('UnitPrice').lessThan(0)) throw new BoiRefusal('The UnitPrice is out of range.');
    line.fill({ PriceOverridden: 'Y' });
    extend(line);
  },
  LineDiscountPercent: (line) => {
    const percent = line.decimal('LineDiscountPercent');
    if (percent.lessThan(0) || percent.greaterThan(100))
      throw new BoiRefusal('The LineDiscountPercent is out of range.');
    extend(line);
  },
  WarehouseCode: (line, { database }) => {
    lookUp(database, 'warehouse', 'IM_Warehouse', line.text('WarehouseCode'));
    refuseUnstocked(line, database);
  },
  UnitOfMeasure: (line, context) => {
    line.fill({ UnitOfMeasureConvFactor: conversion(itemOf(line, context), line.text('UnitOfMeasure')) });
    reprice(line, context);
  },
  PriceLevel: (line, context) => {
    if (!/^[0-9A-Z]?$/.test(line.text('PriceLevel'))) throw new BoiRefusal('The price level is not valid.');
    reprice(line, context);
  },
  ExtensionAmt: (line) => {
    // A charge is an amount, without quantity and price.
    if (line.text('ItemType') !== CHARGE) throw new BoiRefusal('The ExtensionAmt cannot be changed.');
  }
};

const CHARGE = '3';
/** Regular and miscellaneous items have a price; charges and comments have none. */
const PRICED = ['1', '5'];

/** Comment lines need no item on file: `/C` is Sage's own. */
const COMMENT: Row = { ItemCode: '/C', ItemType: '4', ItemCodeDesc: 'Comment', UseInSO: 'Y' };

function itemOf(line: CurrentRecord, { database }: LineContext): Row {
  const itemCode = line.text('ItemCode');
  const found = database.find('CI_Item', itemCode);
  if (found === undefined && itemCode === '/C') return COMMENT;
  return found ?? lookUp(database, 'item code', 'CI_Item', itemCode);
}

function takeItem(line: CurrentRecord, context: LineContext): void {
  const item = itemOf(line, context);
  const text = (column: string) => String(item[column] ?? '');
  if (text('InactiveItem') === 'Y') throw new BoiRefusal(`Item ${text('ItemCode')} is inactive.`);
  if (text('UseInSO') === 'N') throw new BoiRefusal(`Item ${text('ItemCode')} is not used in Sales Order.`);
  const isComment = text('ItemType') === '4';
  line.fill({
    ItemType: text('ItemType'),
    ItemCodeDesc: text('ItemCodeDesc').slice(0, 30),
    WarehouseCode: isComment ? '' : context.header.text('WarehouseCode') || text('DefaultWarehouseCode'),
    UnitOfMeasure: text('SalesUnitOfMeasure'),
    UnitOfMeasureConvFactor: new Decimal(String(item['SalesUMConvFctr'] ?? 0)),
    TaxClass: text('TaxClass'),
    Discount: text('AllowTradeDiscount') === 'N' ? 'N' : 'Y',
    SubjectToExemption: isComment ? '' : 'N',
    Commissionable: text('CalculateCommission') === 'Y' ? 'Y' : 'N',
    DropShip: text('DropShip') === 'Y' ? 'Y' : 'N',
    Valuation: text('Valuation'),
    CostOfGoodsSoldAcctKey: text('CostOfGoodsSoldAcctKey'),
    SalesAcctKey: text('SalesAcctKey'),
    PriceLevel: isComment ? '' : priceLevelOf(context.database, context.header, item),
    PriceOverridden: 'N',
    PromiseDate: isComment ? '' : context.header.text('ShipExpireDate'),
    UnitCost: new Decimal(String(item['StandardUnitCost'] ?? 0)),
    QuantityOrdered: new Decimal(0)
  });
  refuseUnstocked(line, context.database);
  reprice(line, context);
}

function refuseUnstocked(line: CurrentRecord, database: CompanyDatabase): void {
  if (line.text('ItemType') !== '1') return;
  const [itemCode, warehouse] = [line.text('ItemCode'), line.text('WarehouseCode')];
  if (database.find('IM_ItemWarehouse', itemCode, warehouse) === undefined)
    throw new BoiRefusal(`Item ${itemCode} is not on file for warehouse ${warehouse}.`);
}

function conversion(item: Row, unit: string): Decimal {
  const factors = new Map([
    [String(item['StandardUnitOfMeasure'] ?? ''), new Decimal(1)],
    [String(item['SalesUnitOfMeasure'] ?? ''), new Decimal(String(item['SalesUMConvFctr'] ?? 1))],
    [String(item['PurchaseUnitOfMeasure'] ?? ''), new Decimal(String(item['PurchaseUMConvFctr'] ?? 1))]
  ]);
  const factor = factors.get(unit);
  if (factor === undefined) throw new BoiRefusal(`The unit of measure ${unit} is not valid for the item.`);
  return factor;
}

/** Prices the line as Sage does, unless somebody has set another price. */
function reprice(line: CurrentRecord, context: LineContext): void {
  const { database, header, settings } = context;
  if (PRICED.includes(line.text('ItemType')) && line.text('PriceOverridden') !== 'Y') {
    const factor = factorOf(line);
    const price = priceOf(database, {
      item: itemOf(line, context),
      arDivisionNo: header.text('ARDivisionNo'),
      customerNo: header.text('CustomerNo'),
      priceLevel: line.text('PriceLevel'),
      quantity: line.decimal('QuantityOrdered').times(factor),
      orderDate: dayOf(header.text('OrderDate'))
    });
    const decimals = Number(settings.priceDecimals);
    line.fill({ UnitPrice: price.times(factor).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP) });
  }
  extend(line);
}

function extend(line: CurrentRecord): void {
  if (line.text('ItemType') === CHARGE) return;
  const extension = lineExtension(line);
  if (extension.abs().greaterThanOrEqualTo(new Decimal(10).pow(9)))
    throw new BoiRefusal('The ExtensionAmt is out of range.');
  line.fill({ ExtensionAmt: extension });
}

/** Standard units in one unit of the line; items without a factor are sold as they are kept. */
export function factorOf(line: CurrentRecord): Decimal {
  const factor = line.decimal('UnitOfMeasureConvFactor');
  return factor.isZero() ? new Decimal(1) : factor;
}
