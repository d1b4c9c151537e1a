import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { defaultStatusMapping } from '../../rules/order-status/status-mapping.ts';
import { settingsOfConfig } from './settings-of-config.ts';

/** A configuration as the query gives it, with changes. */
function config(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    Id: 'a00A0000006Vm9rIAC',
    Name: 'Main',
    Company_Code__c: 'ABC',
    Order_Trigger__c: 'Both',
    Customer_Match_Keys__c: 'Name and Postal Code;Email',
    Create_Customers__c: true,
    Update_Customers__c: false,
    Send_Contacts__c: false,
    New_Customer_Division__c: '01',
    New_Customer_Terms__c: null,
    New_Customer_Tax_Schedule__c: null,
    New_Customer_Salesperson__c: null,
    Price_Source__c: 'Sage',
    Credit_Reaction__c: 'Warn',
    Default_Warehouse__c: null,
    Currency_Rule__c: 'Refuse',
    Business_Country__c: 'US',
    Alert_Addresses__c: null,
    Value_Mappings__r: null,
    Field_Mappings__r: [],
    Exchange_Rates__r: null,
    ...changes
  };
}

function mapping(Kind__c: string, Salesforce_Value__c: string, Sage_Value__c: string, Preferred__c = false) {
  return { Name: 'VM-1', Kind__c, Salesforce_Value__c, Sage_Value__c, Preferred__c };
}

function pair(Object__c: string, Sage_Field__c: string, Salesforce_Field__c = 'Site') {
  return { Name: 'FM-1', Object__c, Salesforce_Field__c, Sage_Field__c };
}

function rate(Rate__c: string, changes: Readonly<Record<string, unknown>> = {}) {
  const of = { From_Currency__c: 'EUR', To_Currency__c: 'USD', Valid_From__c: '2026-01-01' };
  return { Name: 'ER-1', ...of, Rate__c, ...changes };
}

function refusalOf(rows: readonly unknown[]): LedgerBridgeError {
  try {
    settingsOfConfig(rows, 'ABC');
  } catch (error) {
    if (error instanceof LedgerBridgeError) return error;
    throw error;
  }
  throw new Error('the settings were taken');
}

function problemsOf(...rows: readonly unknown[]): string[] {
  const refusal = refusalOf(rows);
  expect(refusal.code).toBe('LB751');
  expect(refusal.faults.every(({ fix }) => fix !== '')).toBe(true);
  return refusal.faults.map(({ field, problem }) => `${field} ${problem}`);
}

describe('the settings of a configuration', () => {
  it('when all is well, then they are as the admin chose, blanks by their defaults', () => {
    expect(settingsOfConfig([config()], 'ABC')).toEqual({
      configId: 'a00A0000006Vm9rIAC',
      companyCode: 'ABC',
      orderTrigger: 'both',
      customerMatchKeys: ['name-and-postal-code', 'email'],
      createCustomers: true,
      updateCustomers: false,
      sendContacts: false,
      newCustomer: { division: '01', termsCode: null, taxSchedule: null, salesperson: null },
      priceSource: 'sage',
      creditReaction: 'warn',
      defaultWarehouse: null,
      currencyRule: 'refuse',
      businessCountry: 'US',
      alertAddresses: [],
      itemLookup: [],
      statusMapping: defaultStatusMapping,
      valueMappings: [],
      fieldPairs: [],
      exchangeRates: []
    });
  });

  it('when children are there, then each kind goes its way, and a status of the admin replaces the usual one', () => {
    const settings = settingsOfConfig(
      [
        config({
          Alert_Addresses__c: 'a@x.test, b@y.test',
          New_Customer_Salesperson__c: '0200',
          Value_Mappings__r: [
            mapping('Item Code', 'GC1040', '1001-HON-H252'),
            mapping('Ship Via', 'Ground', 'UPS GROUND'),
            mapping('Order Status', 'Booked', 'new'),
            mapping('Order Status', 'Booked', 'open', true)
          ],
          Field_Mappings__r: [pair('Order', 'comment', 'Account.Site'), pair('Account', 'UDF_TIER')],
          Exchange_Rates__r: [rate('1.0842')]
        })
      ],
      'ABC'
    );
    expect(settings.alertAddresses).toEqual(['a@x.test', 'b@y.test']);
    expect(settings.newCustomer.salesperson).toBe('01-0200');
    expect(settings.itemLookup).toEqual([{ productCode: 'GC1040', itemCode: '1001-HON-H252' }]);
    expect(settings.valueMappings).toEqual([
      { kind: 'Ship Via', salesforceValue: 'Ground', sageValue: 'UPS GROUND' }
    ]);
    expect(settings.statusMapping).toHaveLength(defaultStatusMapping.length);
    expect(settings.statusMapping).toContainEqual({ status: 'new', salesforceValue: 'Booked' });
    expect(settings.fieldPairs).toEqual([
      { object: 'Order', salesforceField: 'Account.Site', sageField: 'comment' },
      { object: 'Account', salesforceField: 'Site', sageField: 'UDF_TIER' }
    ]);
    expect(settings.exchangeRates).toEqual([
      { from: 'EUR', to: 'USD', rate: '1.0842', validFrom: '2026-01-01' }
    ]);
  });

  it('when there is none, then it is told which company wants one; of two active ones, that one must go', () => {
    expect(problemsOf()).toEqual(['Integration_Config__c has no active record of this company.']);
    expect(problemsOf(config(), config())).toEqual([
      'Integration_Config__c has 2 active records of this company.'
    ]);
  });

  it.each([
    [{ Order_Trigger__c: 'Sometimes' }, 'Order_Trigger__c is none of Opportunity, Order, Both, None'],
    [{ Order_Trigger__c: null }, 'Order_Trigger__c is none of Opportunity, Order, Both, None'],
    [{ Customer_Match_Keys__c: 'Name;Shoe Size' }, 'Customer_Match_Keys__c is no match key.'],
    [{ Business_Country__c: 'XX' }, 'Business_Country__c is no country.'],
    [{ Alert_Addresses__c: 'a@x.test, nobody' }, 'Alert_Addresses__c is no mail address.'],
    [{ New_Customer_Division__c: '1' }, 'New_Customer_Division__c is no division, as 01.'],
    [{ Exchange_Rates__r: [rate('0')] }, 'Exchange_Rate__c ER-1 Rate__c is no number over zero'],
    [{ Exchange_Rates__r: [rate('-1')] }, 'Exchange_Rate__c ER-1 Rate__c is no number over zero'],
    [
      { Exchange_Rates__r: [rate('1.1'), rate('1.10'), rate('1.2')] },
      'Exchange_Rate__c ER-1 Rate__c is another rate from EUR to USD of 2026-01-01 than 1.1.'
    ],
    [
      { Exchange_Rates__r: [rate('1', { To_Currency__c: 'EUR' })] },
      'Exchange_Rate__c ER-1 Rate__c is a rate of a currency to itself.'
    ],
    [
      { Value_Mappings__r: [mapping('Order Status', 'Lost', 'lost')] },
      'Value_Mapping__c VM-1 Sage_Value__c is no status of an order.'
    ],
    [
      { Value_Mappings__r: [mapping('Order Status', 'Open', 'new')] },
      'Value_Mapping__c The value "Open" stands for several statuses (open, new), and not one of them is preferred.'
    ],
    [
      { Value_Mappings__r: [mapping('Terms', 'Net 30', '01'), mapping('Terms', 'NET 30', '02')] },
      'Value_Mapping__c VM-1 Salesforce_Value__c stands for 01 and for 02.'
    ],
    [
      { Field_Mappings__r: [pair('Order', 'shipping')] },
      'Field_Mapping__c FM-1 Sage_Field__c is no field of Sage that Order may fill.'
    ],
    [
      { Field_Mappings__r: [pair('Account', 'UDF_A'), pair('Account', 'udf_a')] },
      'Field_Mapping__c FM-1 Sage_Field__c is filled twice from Account.'
    ],
    [
      { Field_Mappings__r: [pair('Order', 'comment', 'not a field')] },
      'Field_Mapping__c FM-1 Salesforce_Field__c is no API name of a field'
    ]
  ])('when it has %j, then it says: %s', (changes, problem) => {
    expect(problemsOf(config(changes))).toEqual([problem]);
  });

  it('when much is wrong, then everything is told at once', () => {
    const many = config({
      Customer_Match_Keys__c: 'Shoe Size',
      Business_Country__c: 'XX',
      Field_Mappings__r: [pair('Order', 'shipping')],
      Value_Mappings__r: [mapping('Order Status', 'Open', 'new')]
    });
    expect(problemsOf(many, config())).toHaveLength(5);
    expect(refusalOf([many]).message).toContain('Business_Country__c');
  });
});
