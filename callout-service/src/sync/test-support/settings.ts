import { defaultStatusMapping } from '../../rules/order-status/status-mapping.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';

/** Settings of company ABC as an admin has them after the assistant, with changes. */
export function settingsOf(changes: Partial<IntegrationSettings> = {}): IntegrationSettings {
  return {
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
    exchangeRates: [],
    ...changes
  };
}
