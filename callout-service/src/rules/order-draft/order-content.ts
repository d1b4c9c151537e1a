import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { AddressSettings, SalesforceAddress } from '../address/address-settings.ts';
import type { ExchangeRate } from '../currency/exchange-rate.ts';

/** What a query gave, by field; parents as rows. */
export type ContentRow = Readonly<Record<string, unknown>>;

/** A line of an opportunity or order, as far as its draft is made of it. Numbers are decimal text. */
export interface OrderContentLine {
  readonly id: string;
  readonly productName: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent: string | null;
  readonly serviceDate: CalendarDay | null;
  readonly warehouseCode: string | null;
  readonly comment: string | null;
  readonly sageLineKey: string | null;
  readonly row: ContentRow;
}

/** An opportunity or order, as far as its draft is made of it. */
export interface OrderContent {
  readonly object: 'Opportunity' | 'Order';
  readonly orderKey: string;
  readonly account: { readonly name: string } | null;
  readonly currency: string | null;
  readonly orderDate: CalendarDay | null;
  readonly customerPONo: string | null;
  readonly shipToCode: string | null;
  readonly shipTo: SalesforceAddress | null;
  readonly shipDate: CalendarDay | null;
  readonly shipVia: string | null;
  readonly termsCode: string | null;
  readonly warehouseCode: string | null;
  readonly comment: string | null;
  readonly lines: readonly OrderContentLine[];
  readonly row: ContentRow;
}

/** What the admin decided, as far as drafts are concerned. */
export interface OrderDraftSettings {
  readonly priceSource: 'sage' | 'salesforce';
  readonly currencyRule: 'refuse' | 'convert';
  readonly defaultWarehouse: string | null;
  readonly valueMappings: readonly ValueMapping[];
  readonly fieldPairs: readonly FieldPairRow[];
}

export interface ValueMapping {
  readonly kind: 'Terms' | 'Warehouse' | 'Ship Via';
  readonly salesforceValue: string;
  readonly sageValue: string;
}

/** A field of an object of Salesforce, or a path to one of a parent's, and the field that it fills. */
export interface FieldPairRow {
  readonly object: string;
  readonly salesforceField: string;
  readonly sageField: string;
}

/** What the company is, as far as drafts are concerned. */
export interface DraftCompany {
  /** ISO 4217. */
  readonly currency: string;
  readonly timeZone: string;
  /** The day it is at the Sage server. */
  readonly today: CalendarDay;
  /** Digits after the point of a unit price in Sage: 2 to 6. */
  readonly priceDecimals: number;
  readonly address: AddressSettings;
  readonly rates: readonly ExchangeRate[];
}
