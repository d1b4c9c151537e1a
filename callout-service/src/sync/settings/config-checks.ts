import { Decimal } from 'decimal.js';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { countryIso2 } from '../../rules/address/countries.ts';
import { orderStatuses, type OrderStatus } from '../../rules/order-status/order-status.ts';
import { statusMappingProblems } from '../../rules/order-status/status-mapping.ts';
import type { ConfigRow } from './config-row.ts';
import type { IntegrationSettings } from './integration-settings.ts';
import { pairableFields } from './pairable-fields.ts';
import { settingsFault } from './settings-faults.ts';

/** The names of match keys in Salesforce, with what they mean. */
export const matchKeyNames: ReadonlyMap<string, IntegrationSettings['customerMatchKeys'][number]> = new Map([
  ['Name', 'name'],
  ['Name and Postal Code', 'name-and-postal-code'],
  ['Name and Address', 'name-and-address'],
  ['Phone', 'phone'],
  ['Email', 'email'],
  ['Website', 'website']
]);

/** Texts of a multi-select picklist. Source: Object Reference, Multi-Select Picklist, values parted by semicolons. */
export function chosen(text: string | null): readonly string[] {
  return (text ?? '').split(';').filter((value) => value !== '');
}

/** Mail addresses, parted by commas, semicolons or blanks. */
export function addressesOf(text: string | null): readonly string[] {
  return (text ?? '').split(/[\s,;]+/).filter((address) => address !== '');
}

/** What the fields of a configuration say together and against Sage's own forms. */
export function configFaults(row: ConfigRow): readonly FieldFault[] {
  return [
    ...ownFaults(row),
    ...statusNameFaults(row),
    ...contradictions(row),
    ...pairFaults(row),
    ...rateFaults(row)
  ];
}

/** Problems of the table of statuses as it is used, with the usual rows where the admin gave none. */
export function statusFaults(table: IntegrationSettings['statusMapping']): readonly FieldFault[] {
  const fix = 'Correct the value mappings of kind Order Status, or mark one of them as preferred.';
  return statusMappingProblems(table).map((problem) => settingsFault('Value_Mapping__c', '', problem, fix));
}

export function isOrderStatus(text: string): text is OrderStatus {
  return orderStatuses.some((status) => status === text);
}

function ownFaults(row: ConfigRow): FieldFault[] {
  const wrongKeys = chosen(row.Customer_Match_Keys__c).filter((name) => !matchKeyNames.has(name));
  const wrongMail = addressesOf(row.Alert_Addresses__c).filter((text) => !/^[^@]+@[^@]+\.[^@]+$/.test(text));
  const fix = 'Correct the field in the Ledger Bridge app.';
  return [
    ...wrongKeys.map((name) => settingsFault('Customer_Match_Keys__c', name, 'is no match key.', fix)),
    ...wrongMail.map((text) => settingsFault('Alert_Addresses__c', text, 'is no mail address.', fix)),
    ...unlike(row, 'New_Customer_Division__c', /^\d{2}$/, 'is no division, as 01.'),
    ...unlike(
      row,
      'New_Customer_Salesperson__c',
      /^(\d{2}-)?[A-Z0-9]{1,4}$/,
      'is no salesperson, as 01-0100.'
    ),
    ...(countryIso2(row.Business_Country__c ?? 'US') === undefined
      ? [settingsFault('Business_Country__c', row.Business_Country__c, 'is no country.', fix)]
      : [])
  ];
}

function unlike(
  row: ConfigRow,
  field: 'New_Customer_Division__c' | 'New_Customer_Salesperson__c',
  form: RegExp,
  problem: string
): FieldFault[] {
  const value = row[field];
  if (value === null || form.test(value)) return [];
  return [settingsFault(field, value, problem, 'Correct the field in the Ledger Bridge app.')];
}

function statusNameFaults({ Value_Mappings__r: mappings }: ConfigRow): FieldFault[] {
  return mappings
    .filter((mapping) => mapping.Kind__c === 'Order Status' && !isOrderStatus(mapping.Sage_Value__c))
    .map(({ Name, Sage_Value__c }) =>
      settingsFault(
        `Value_Mapping__c ${Name ?? ''} Sage_Value__c`,
        Sage_Value__c,
        'is no status of an order.',
        `Use one of ${orderStatuses.join(', ')}.`
      )
    );
}

/** A value that means two things; of a status that is judged with its table. */
function contradictions({ Value_Mappings__r: mappings }: ConfigRow): FieldFault[] {
  const seen = new Map<string, string>();
  return mappings.flatMap(({ Name, Kind__c, Salesforce_Value__c, Sage_Value__c }) => {
    const key = `${Kind__c}\n${Salesforce_Value__c.toUpperCase()}`;
    const before = seen.get(key) ?? Sage_Value__c;
    seen.set(key, before);
    if (Kind__c === 'Order Status' || before === Sage_Value__c) return [];
    const problem = `stands for ${before} and for ${Sage_Value__c}.`;
    const place = `Value_Mapping__c ${Name ?? ''} Salesforce_Value__c`;
    return [settingsFault(place, Salesforce_Value__c, problem, 'Keep one of the two.')];
  });
}

function pairFaults({ Field_Mappings__r: pairs }: ConfigRow): FieldFault[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ Name, Object__c, Sage_Field__c }) => {
    const place = `Field_Mapping__c ${Name ?? ''} Sage_Field__c`;
    const key = `${Object__c}.${Sage_Field__c.toUpperCase()}`;
    const twice = seen.has(key);
    seen.add(key);
    const known = pairableFields[Object__c];
    if (twice)
      return [settingsFault(place, Sage_Field__c, `is filled twice from ${Object__c}.`, 'Keep one.')];
    if (/^UDF_\w+$/i.test(Sage_Field__c) || known.includes(Sage_Field__c)) return [];
    const fix = `Use a user-defined field, as UDF_PROJECT, or one of ${known.join(', ')}.`;
    return [settingsFault(place, Sage_Field__c, `is no field of Sage that ${Object__c} may fill.`, fix)];
  });
}

function rateFaults({ Exchange_Rates__r: rates }: ConfigRow): FieldFault[] {
  const seen = new Map<string, string>();
  return rates.flatMap(({ Name, From_Currency__c, To_Currency__c, Rate__c, Valid_From__c }) => {
    const key = `${From_Currency__c} to ${To_Currency__c} of ${Valid_From__c}`;
    const before = seen.get(key) ?? Rate__c;
    seen.set(key, before);
    const place = `Exchange_Rate__c ${Name ?? ''} Rate__c`;
    if (From_Currency__c === To_Currency__c)
      return [settingsFault(place, Rate__c, 'is a rate of a currency to itself.', 'Delete it.')];
    if (new Decimal(before).equals(Rate__c)) return [];
    return [
      settingsFault(place, Rate__c, `is another rate from ${key} than ${before}.`, 'Keep one of the two.')
    ];
  });
}
