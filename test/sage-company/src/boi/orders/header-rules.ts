import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { ColumnRule } from '../records/entity.ts';
import { lookUpFilled, refuseOtherThan } from '../records/look-up.ts';
import { refuseUnknownSchedule } from '../records/tax-schedules.ts';
import { takeCustomer, takeShipTo } from './customer-defaults.ts';

/** Columns that Sage keeps; callers cannot set them. */
const KEPT_BY_SAGE = [
  ...['TaxableAmt', 'NonTaxableAmt', 'SalesTaxAmt', 'DiscountAmt', 'Weight'],
  ...['TaxableSubjectToDiscount', 'NonTaxableSubjectToDiscount', 'TaxSubjToDiscPrcntOfTotSubjTo'],
  ...['DateCreated', 'TimeCreated', 'UserCreatedKey', 'DateUpdated', 'TimeUpdated', 'UserUpdatedKey']
];

/** What Sage checks and fills in when a column of the header is set. */
export function headerRules(database: CompanyDatabase): Record<string, ColumnRule> {
  const customerIsFixed = (isNew: boolean) => {
    if (!isNew) throw new BoiRefusal('The customer of an order that is on file cannot be changed.');
  };
  return {
    ...Object.fromEntries(KEPT_BY_SAGE.map((name) => [name, () => refuseKept(name)])),
    ARDivisionNo: (_header, isNew) => {
      customerIsFixed(isNew);
      return undefined;
    },
    CustomerNo: (header, isNew) => {
      customerIsFixed(isNew);
      return takeCustomer(database, header);
    },
    ShipToCode: (header) => takeShipTo(database, header),
    WarehouseCode: (header) =>
      lookUpFilled(database, 'warehouse', 'IM_Warehouse', header.text('WarehouseCode')),
    TermsCode: (header) => lookUpFilled(database, 'terms code', 'AR_TermsCode', header.text('TermsCode')),
    TaxSchedule: (header) => refuseUnknownSchedule(database, header.text('TaxSchedule')),
    SalespersonNo: (header) =>
      lookUpFilled(
        database,
        'salesperson',
        'AR_Salesperson',
        header.text('SalespersonDivisionNo'),
        header.text('SalespersonNo')
      ),
    OrderType: (header, isNew) => {
      const allowed = isNew ? ['S', 'B', 'Q', 'M', 'R', 'P'] : ['S', 'B', 'Q'];
      refuseOtherThan('order type', header.text('OrderType'), allowed);
      return undefined;
    },
    OrderStatus: (header) => refuseOtherThan('order status', header.text('OrderStatus'), ['N', 'O', 'H']),
    OrderDate: (header) => {
      if (header.text('OrderDate') === '') throw new BoiRefusal('The OrderDate is required.');
      if (header.text('ShipExpireDate') < header.text('OrderDate'))
        header.fill({ ShipExpireDate: header.text('OrderDate') });
      return undefined;
    },
    ShipExpireDate: (header) => {
      if (header.text('ShipExpireDate') === '') throw new BoiRefusal('The ShipExpireDate is required.');
      return undefined;
    },
    DiscountRate: (header) => {
      const rate = header.decimal('DiscountRate');
      if (rate.lessThan(0) || rate.greaterThan(100))
        throw new BoiRefusal('The DiscountRate is out of range.');
      return undefined;
    }
  };
}

function refuseKept(name: string): never {
  throw new BoiRefusal(`The ${name} cannot be changed.`);
}
