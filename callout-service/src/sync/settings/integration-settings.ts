import type { CustomerMatchKey } from '../../rules/customer-match/customer-match.ts';
import type { StatusMappingRow } from '../../rules/order-status/status-mapping.ts';

export type { CustomerMatchKey };

/** A field of Salesforce that fills a field of Sage. */
export interface FieldPair {
  readonly object: 'Opportunity' | 'Order' | 'OpportunityLineItem' | 'OrderItem' | 'Account' | 'Contact';
  /** API name, as `Sage_Ship_Via__c`, or a path to a parent's field, as `Account.Site`. */
  readonly salesforceField: string;
  /** A field of the draft, as `shipVia` or `comment`, or a user-defined field, as `UDF_PROJECT`. */
  readonly sageField: string;
}

/** A rate of exchange: one `from` is `rate` of `to`, from that day on until there is a newer one. */
export interface ExchangeRateRow {
  readonly from: string;
  readonly to: string;
  /** Decimal text. */
  readonly rate: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
}

/** What an admin decides in Salesforce for one Sage company: `Integration_Config__c` with its child records. */
export interface IntegrationSettings {
  readonly configId: string;
  readonly companyCode: string;
  readonly orderTrigger: 'opportunity' | 'order' | 'both' | 'none';
  /** In the order in which they are tried; the first that finds anybody decides. */
  readonly customerMatchKeys: readonly CustomerMatchKey[];
  readonly createCustomers: boolean;
  readonly updateCustomers: boolean;
  readonly sendContacts: boolean;
  /** What a new customer gets; Sage's own defaults where null. */
  readonly newCustomer: {
    readonly division: string;
    readonly termsCode: string | null;
    readonly taxSchedule: string | null;
    readonly salesperson: string | null;
  };
  readonly priceSource: 'sage' | 'salesforce';
  readonly creditReaction: 'block' | 'hold' | 'warn';
  readonly defaultWarehouse: string | null;
  readonly currencyRule: 'refuse' | 'convert';
  /** ISO 3166-1 alpha-2; how a phone number or country without one is read. */
  readonly businessCountry: string;
  readonly alertAddresses: readonly string[];
  readonly itemLookup: readonly { readonly productCode: string; readonly itemCode: string }[];
  readonly statusMapping: readonly StatusMappingRow[];
  /** Values that are written differently on both sides, by kind. */
  readonly valueMappings: readonly {
    readonly kind: 'Terms' | 'Warehouse' | 'Ship Via';
    readonly salesforceValue: string;
    readonly sageValue: string;
  }[];
  readonly fieldPairs: readonly FieldPair[];
  readonly exchangeRates: readonly ExchangeRateRow[];
}

/** Gives the settings in force: those of the last minute, or the last good ones while Salesforce cannot be asked. */
export interface IntegrationSettingsSource {
  /** @throws LedgerBridgeError LB751 when there are none or they contradict themselves; LB70x when they were never read and cannot be. */
  current(): Promise<IntegrationSettings>;
  /** Forgets what is known, after an admin changed it. */
  refresh(): void;
}
