import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import type { CompanyDatabase, Row } from '../company/company-database.ts';
import { lookUp } from '../records/look-up.ts';
import type { CurrentRecord } from '../records/current-record.ts';

/** Takes over what the customer gives an order, with its primary ship-to address. Throws when it takes no orders. */
export function takeCustomer(database: CompanyDatabase, header: CurrentRecord): string | undefined {
  const division = header.text('ARDivisionNo');
  const customer = lookUp(database, 'customer', 'AR_Customer', division, header.text('CustomerNo'));
  if (customer['CustomerStatus'] === 'I')
    throw new BoiRefusal(`The customer ${division}-${header.text('CustomerNo')} is inactive.`);
  header.fill(billTo(customer));
  header.fill(shipToCustomer(customer));
  const primary = text(customer, 'PrimaryShipToCode');
  if (primary !== '') {
    header.fill({ ShipToCode: primary });
    takeShipTo(database, header);
  }
  return customer['CreditHold'] === 'Y' ? 'The customer is on credit hold.' : undefined;
}

/** Takes over a ship-to address with the warehouse, carrier, salesperson and tax schedule that it names. */
export function takeShipTo(database: CompanyDatabase, header: CurrentRecord): undefined {
  const key = [header.text('ARDivisionNo'), header.text('CustomerNo')] as const;
  const code = header.text('ShipToCode');
  if (code === '') {
    header.fill(shipToCustomer(lookUp(database, 'customer', 'AR_Customer', ...key)));
    return;
  }
  const shipTo = lookUp(database, 'ship-to code', 'SO_ShipToAddress', ...key, code);
  const address = ['Name', 'Address1', 'Address2', 'Address3', 'City', 'State', 'ZipCode', 'CountryCode'];
  header.fill(Object.fromEntries(address.map((part) => [`ShipTo${part}`, text(shipTo, `ShipTo${part}`)])));
  const others = ['WarehouseCode', 'ShipVia', 'TaxSchedule', 'EmailAddress', 'ResidentialAddress'];
  const named = others.filter((name) => text(shipTo, name) !== '');
  header.fill(Object.fromEntries(named.map((name) => [name, text(shipTo, name)])));
  if (text(shipTo, 'SalespersonNo') !== '')
    header.fill({
      SalespersonDivisionNo: text(shipTo, 'SalespersonDivisionNo'),
      SalespersonNo: text(shipTo, 'SalespersonNo')
    });
}

function billTo(customer: Row): Record<string, string | Decimal> {
  return {
    BillToName: text(customer, 'CustomerName'),
    BillToAddress1: text(customer, 'AddressLine1'),
    BillToAddress2: text(customer, 'AddressLine2'),
    BillToAddress3: text(customer, 'AddressLine3'),
    BillToCity: text(customer, 'City'),
    BillToState: text(customer, 'State'),
    BillToZipCode: text(customer, 'ZipCode'),
    BillToCountryCode: text(customer, 'CountryCode'),
    TermsCode: text(customer, 'TermsCode'),
    TaxSchedule: text(customer, 'TaxSchedule'),
    TaxExemptNo: text(customer, 'TaxExemptNo'),
    SalespersonDivisionNo: text(customer, 'SalespersonDivisionNo'),
    SalespersonNo: text(customer, 'SalespersonNo'),
    ShipVia: text(customer, 'ShipMethod'),
    EmailAddress: text(customer, 'EmailAddress'),
    FaxNo: text(customer, 'FaxNo'),
    DiscountRate: new Decimal(String(customer['CustomerDiscountRate'] ?? 0))
  };
}

function shipToCustomer(customer: Row): Record<string, string> {
  return {
    ShipToName: text(customer, 'CustomerName'),
    ShipToAddress1: text(customer, 'AddressLine1'),
    ShipToAddress2: text(customer, 'AddressLine2'),
    ShipToAddress3: text(customer, 'AddressLine3'),
    ShipToCity: text(customer, 'City'),
    ShipToState: text(customer, 'State'),
    ShipToZipCode: text(customer, 'ZipCode'),
    ShipToCountryCode: text(customer, 'CountryCode'),
    ResidentialAddress: text(customer, 'ResidentialAddress')
  };
}

function text(row: Row, column: string): string {
  return String(row[column] ?? '');
}
