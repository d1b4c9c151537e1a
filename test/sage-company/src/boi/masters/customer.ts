import { BoiRefusal } from '../com/boi-object.ts';
import type { ComObject } from '../com/com-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { ColumnRule } from '../records/entity.ts';
import { lookUpFilled, refuseOtherThan } from '../records/look-up.ts';
import { refuseUnknownSchedule } from '../records/tax-schedules.ts';
import type { SessionState } from '../session/session-state.ts';
import { nextNumber } from '../state/next-number.ts';
import { currentDay } from '../../calendar.ts';
import { openMaster } from './master-entity.ts';

/** AR_Customer_bus. */
export function openCustomer(session: SessionState): ComObject {
  const { database } = session;
  const rules = {
    table: database.table('AR_Customer'),
    rules: columnRules(database),
    checkKey: ([division = '']: readonly string[]) => {
      if (!/^\d\d$/.test(division)) throw new BoiRefusal('The ARDivisionNo is required.');
    },
    opened: (record: Parameters<ColumnRule>[0], isNew: boolean) => {
      if (isNew) record.fill({ ...NEW_CUSTOMER, DateEstablished: currentDay().replaceAll('-', '') });
    },
    beforeWrite: (record: Parameters<ColumnRule>[0]) => {
      if (record.text('CustomerName') === '') throw new BoiRefusal('The CustomerName is required.');
      if (record.text('TermsCode') === '') throw new BoiRefusal('The TermsCode is required.');
      return [];
    }
  };
  return openMaster(session, rules, () => ({
    nGetNextCustomerNo: (args) => {
      args.give(args.count - 1, nextNumber(session.state, 'customer', highestCustomerNo(database)));
      return 1;
    }
  }));
}

/** What Sage fills in, from A/R Options and Division Maintenance; the codes are those that the company is set up with. */
const NEW_CUSTOMER = {
  CustomerStatus: 'A',
  CreditHold: 'N',
  OpenItemCustomer: 'Y',
  TemporaryCustomer: 'N',
  StatementCycle: 'M',
  DefaultPaymentType: 'CHECK',
  TermsCode: '01',
  TaxSchedule: 'WI MIL',
  CountryCode: 'USA'
};

function columnRules(database: CompanyDatabase): Record<string, ColumnRule> {
  return {
    TermsCode: (record) => lookUpFilled(database, 'terms code', 'AR_TermsCode', record.text('TermsCode')),
    SalespersonNo: (record) =>
      lookUpFilled(
        database,
        'salesperson',
        'AR_Salesperson',
        record.text('SalespersonDivisionNo') || record.text('ARDivisionNo'),
        record.text('SalespersonNo')
      ),
    TaxSchedule: (record) => refuseUnknownSchedule(database, record.text('TaxSchedule')),
    CustomerStatus: (record) =>
      refuseOtherThan('customer status', record.text('CustomerStatus'), ['A', 'I', 'T']),
    CreditHold: (record) => refuseOtherThan('credit hold', record.text('CreditHold'), ['Y', 'N']),
    PriceLevel: (record) => {
      if (!/^[0-9A-Z]?$/.test(record.text('PriceLevel')))
        throw new BoiRefusal('The price level is not valid.');
      return undefined;
    },
    ContactCode: (record) =>
      lookUpFilled(
        database,
        'contact',
        'AR_CustomerContact',
        record.text('ARDivisionNo'),
        record.text('CustomerNo'),
        record.text('ContactCode')
      ),
    PrimaryShipToCode: (record) =>
      lookUpFilled(
        database,
        'ship-to code',
        'SO_ShipToAddress',
        record.text('ARDivisionNo'),
        record.text('CustomerNo'),
        record.text('PrimaryShipToCode')
      )
  };
}

function highestCustomerNo(database: CompanyDatabase): number {
  const rows = database.all(
    "SELECT max(CustomerNo) AS highest FROM AR_Customer WHERE CustomerNo GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9]'"
  );
  return Number(rows[0]?.['highest'] ?? 0);
}
