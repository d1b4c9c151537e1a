import type { ComObject } from '../com/com-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { ColumnRule } from '../records/entity.ts';
import { lookUpFilled } from '../records/look-up.ts';
import { refuseUnknownSchedule } from '../records/tax-schedules.ts';
import type { SessionState } from '../session/session-state.ts';
import { refuseUnknownCustomer } from './customer-part.ts';
import { openMaster } from './master-entity.ts';

/** SO_ShipToAddress_bus. A new address takes salesperson and tax schedule from its customer. */
export function openShipTo(session: SessionState): ComObject {
  const { database } = session;
  return openMaster(session, {
    table: database.table('SO_ShipToAddress'),
    rules: columnRules(database),
    checkKey: (key) => refuseUnknownCustomer(database, key),
    opened: (record, isNew) => {
      const customer = database.find('AR_Customer', record.text('ARDivisionNo'), record.text('CustomerNo'));
      if (!isNew || customer === undefined) return;
      record.fill({
        ShipToName: String(customer['CustomerName']),
        SalespersonDivisionNo: String(customer['SalespersonDivisionNo']),
        SalespersonNo: String(customer['SalespersonNo']),
        TaxSchedule: String(customer['TaxSchedule'])
      });
    },
    beforeWrite: () => []
  });
}

function columnRules(database: CompanyDatabase): Record<string, ColumnRule> {
  return {
    WarehouseCode: (record) =>
      lookUpFilled(database, 'warehouse', 'IM_Warehouse', record.text('WarehouseCode')),
    SalespersonNo: (record) =>
      lookUpFilled(
        database,
        'salesperson',
        'AR_Salesperson',
        record.text('SalespersonDivisionNo') || record.text('ARDivisionNo'),
        record.text('SalespersonNo')
      ),
    TaxSchedule: (record) => refuseUnknownSchedule(database, record.text('TaxSchedule')),
    ContactCode: (record) =>
      lookUpFilled(
        database,
        'contact',
        'AR_CustomerContact',
        record.text('ARDivisionNo'),
        record.text('CustomerNo'),
        record.text('ContactCode')
      )
  };
}
