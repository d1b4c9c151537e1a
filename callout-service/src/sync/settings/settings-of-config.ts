import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { countryIso2 } from '../../rules/address/countries.ts';
import { defaultStatusMapping, type StatusMappingRow } from '../../rules/order-status/status-mapping.ts';
import {
  addressesOf,
  chosen,
  configFaults,
  isOrderStatus,
  matchKeyNames,
  statusFaults
} from './config-checks.ts';
import { readConfigRow, type ConfigRow } from './config-row.ts';
import type { IntegrationSettings } from './integration-settings.ts';
import { settingsFault, settingsRefused } from './settings-faults.ts';

/**
 * The settings that rows of the query say, or LB751 with everything that is wrong with them at once.
 * @throws LedgerBridgeError LB751
 */
export function settingsOfConfig(rows: readonly unknown[], companyCode: string): IntegrationSettings {
  const [row, ...others] = rows;
  if (row === undefined)
    throw settingsRefused(companyCode, [
      settingsFault(
        'Integration_Config__c',
        companyCode,
        'has no active record of this company.',
        `Create one with company code ${companyCode}, or tick Active on it.`
      )
    ]);
  const read = readConfigRow(row);
  const faults = [...severalFaults(others.length), ...read.faults];
  if (!('row' in read)) throw settingsRefused(companyCode, faults);
  const settings = toSettings(read.row);
  const all = [...faults, ...configFaults(read.row), ...statusFaults(settings.statusMapping)];
  if (all.length > 0) throw settingsRefused(companyCode, all);
  return settings;
}

function severalFaults(others: number): FieldFault[] {
  if (others === 0) return [];
  const problem = `has ${others + 1} active records of this company.`;
  return [settingsFault('Integration_Config__c', '', problem, 'Leave one of them active.')];
}

const orderTriggers = { Opportunity: 'opportunity', Order: 'order', Both: 'both', None: 'none' } as const;
const priceSources = { Sage: 'sage', Salesforce: 'salesforce' } as const;
const creditReactions = { Block: 'block', Hold: 'hold', Warn: 'warn' } as const;
const currencyRules = { Refuse: 'refuse', Convert: 'convert' } as const;

function toSettings(row: ConfigRow): IntegrationSettings {
  return {
    configId: row.Id,
    companyCode: row.Company_Code__c,
    orderTrigger: orderTriggers[row.Order_Trigger__c],
    customerMatchKeys: chosen(row.Customer_Match_Keys__c).flatMap((name) => matchKeyNames.get(name) ?? []),
    createCustomers: row.Create_Customers__c,
    updateCustomers: row.Update_Customers__c,
    sendContacts: row.Send_Contacts__c,
    newCustomer: newCustomerOf(row),
    priceSource: priceSources[row.Price_Source__c],
    creditReaction: creditReactions[row.Credit_Reaction__c],
    defaultWarehouse: row.Default_Warehouse__c,
    currencyRule: currencyRules[row.Currency_Rule__c],
    businessCountry: countryIso2(row.Business_Country__c ?? 'US') ?? 'US',
    alertAddresses: addressesOf(row.Alert_Addresses__c),
    itemLookup: itemLookupOf(row),
    statusMapping: statusMappingOf(row),
    valueMappings: valueMappingsOf(row),
    fieldPairs: row.Field_Mappings__r.map(({ Object__c, Salesforce_Field__c, Sage_Field__c }) => ({
      object: Object__c,
      salesforceField: Salesforce_Field__c,
      sageField: Sage_Field__c
    })),
    exchangeRates: row.Exchange_Rates__r.map((rate) => ({
      from: rate.From_Currency__c,
      to: rate.To_Currency__c,
      rate: rate.Rate__c,
      validFrom: rate.Valid_From__c
    }))
  };
}

function newCustomerOf(row: ConfigRow): IntegrationSettings['newCustomer'] {
  // Where divisions are switched off, Sage keeps everything under 00.
  const division = row.New_Customer_Division__c ?? '00';
  const salesperson = row.New_Customer_Salesperson__c;
  return {
    division,
    termsCode: row.New_Customer_Terms__c,
    taxSchedule: row.New_Customer_Tax_Schedule__c,
    // A number alone is one of the customer's own division.
    salesperson:
      salesperson === null || salesperson.includes('-') ? salesperson : `${division}-${salesperson}`
  };
}

function itemLookupOf({ Value_Mappings__r: mappings }: ConfigRow): IntegrationSettings['itemLookup'] {
  return mappings
    .filter(({ Kind__c }) => Kind__c === 'Item Code')
    .map(({ Salesforce_Value__c, Sage_Value__c }) => ({
      productCode: Salesforce_Value__c,
      itemCode: Sage_Value__c
    }));
}

/** An admin's rows take the place of the usual ones of the same status; the others stay. */
function statusMappingOf({ Value_Mappings__r: mappings }: ConfigRow): readonly StatusMappingRow[] {
  const own = mappings.flatMap(({ Kind__c, Sage_Value__c: status, Salesforce_Value__c, Preferred__c }) =>
    Kind__c === 'Order Status' && isOrderStatus(status)
      ? [{ status, salesforceValue: Salesforce_Value__c, ...(Preferred__c && { preferred: true }) }]
      : []
  );
  const named = new Set(own.map(({ status }) => status));
  return [...defaultStatusMapping.filter(({ status }) => !named.has(status)), ...own];
}

function valueMappingsOf({ Value_Mappings__r: mappings }: ConfigRow): IntegrationSettings['valueMappings'] {
  return mappings.flatMap(({ Kind__c: kind, Salesforce_Value__c, Sage_Value__c }) =>
    kind === 'Order Status' || kind === 'Item Code'
      ? []
      : [{ kind, salesforceValue: Salesforce_Value__c, sageValue: Sage_Value__c }]
  );
}
