import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import type { ComObject } from '../com/com-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import { stampColumns } from '../company/stamps.ts';
import { insertChange } from '../company/write-plan.ts';
import type { WritePlan } from '../company/write-plan.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import type { ColumnRule } from '../records/entity.ts';
import { lookUpFilled, refuseOtherThan } from '../records/look-up.ts';
import type { SessionState } from '../session/session-state.ts';
import { openMaster } from './master-entity.ts';

/** CI_ItemCode_bus. A new regular item is put into its default warehouse with nothing on hand. */
export function openItem(session: SessionState): ComObject {
  const { database } = session;
  const rules = {
    table: database.table('CI_Item'),
    rules: columnRules(database),
    opened: (record: CurrentRecord, isNew: boolean) => {
      const one = new Decimal(1);
      if (isNew) record.fill({ ...NEW_ITEM, SalesUMConvFctr: one, PurchaseUMConvFctr: one });
    },
    beforeWrite: (record: CurrentRecord) => {
      for (const name of ['ItemCodeDesc', 'ProductLine', 'StandardUnitOfMeasure'])
        if (record.text(name) === '') throw new BoiRefusal(`The ${name} is required.`);
      return [];
    }
  };
  return openMaster(session, rules, undefined, (record, isNew) =>
    isNew ? newWarehouse(session, record) : []
  );
}

const NEW_ITEM = {
  ItemType: '1',
  ProductType: 'F',
  ProcurementType: 'B',
  Valuation: '3',
  UseInAR: 'Y',
  UseInSO: 'Y',
  UseInPO: 'Y',
  StandardUnitOfMeasure: 'EACH',
  SalesUnitOfMeasure: 'EACH',
  PurchaseUnitOfMeasure: 'EACH',
  TaxClass: 'TX',
  DefaultWarehouseCode: '000',
  SaleMethod: 'N',
  AllowBackOrders: 'Y',
  AllowTradeDiscount: 'Y',
  InactiveItem: 'N'
};

function columnRules(database: CompanyDatabase): Record<string, ColumnRule> {
  return {
    ItemType: (record) => refuseOtherThan('item type', record.text('ItemType'), ['1', '3', '4', '5']),
    ProductType: (record) =>
      refuseOtherThan('product type', record.text('ProductType'), ['F', 'R', 'D', 'K', '']),
    InactiveItem: (record) => refuseOtherThan('inactive item', record.text('InactiveItem'), ['Y', 'N']),
    DefaultWarehouseCode: (record) =>
      lookUpFilled(database, 'warehouse', 'IM_Warehouse', record.text('DefaultWarehouseCode')),
    ProductLine: (record) => refuseUnknownLine(database, record.text('ProductLine')),
    PriceCode: (record) => refuseUnknownPriceCode(database, record.text('PriceCode'))
  };
}

function refuseUnknownLine(database: CompanyDatabase, line: string): undefined {
  if (database.all('SELECT 1 FROM CI_Item WHERE ProductLine = ? LIMIT 1', line).length === 0)
    throw new BoiRefusal(`The product line ${line} is not on file.`);
}

function refuseUnknownPriceCode(database: CompanyDatabase, code: string): undefined {
  const sql = "SELECT 1 FROM IM_PriceCode WHERE PriceCodeRecord = '0' AND PriceCode = ? LIMIT 1";
  if (code !== '' && database.all(sql, code).length === 0)
    throw new BoiRefusal(`The price code ${code} is not on file.`);
}

function newWarehouse({ database, userKey }: SessionState, record: CurrentRecord): WritePlan {
  const warehouse = record.text('DefaultWarehouseCode');
  if (record.text('ItemType') !== '1' || warehouse === '') return [];
  const table = database.table('IM_ItemWarehouse');
  const key = { ItemCode: record.text('ItemCode'), WarehouseCode: warehouse };
  return [insertChange(table, { ...key, ReorderMethod: '1', ...stampColumns(table, userKey, true) })];
}
