import { salespersons, termsCodes } from '../abc/company.ts';
import { inventAddress } from './customer-profile.ts';
import type { CustomerProfile } from './customer-profile.ts';
import type { Random } from './random.ts';

/** A customer as its documents quote it: who, where, on which terms. */
export interface Account extends CustomerProfile {
  readonly address: Address;
  readonly termsCode: string;
  readonly daysBeforeDue: number;
  /** Discount of the terms in tenths of a percent, and for how many days it is granted. */
  readonly termsDiscountTenths: number;
  readonly daysBeforeDiscountDue: number;
  readonly salespersonNo: string;
  readonly taxSchedule: string;
  /** Sales tax in tenths of a percent; zero for customers that are exempt. */
  readonly taxTenthsOfPercent: number;
}

export interface Address {
  readonly line1: string;
  readonly line2?: string;
  readonly line3?: string;
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  readonly telephoneNo: string;
  /** ISO code of three letters; USA when left out. */
  readonly countryCode?: string;
}

/** Gives a customer an address, terms, a salesperson of its division and a tax schedule. */
export function openAccount(random: Random, customer: CustomerProfile): Account {
  const invented = random.pick(termsCodes);
  const terms = termsCodes.find(({ code }) => code === customer.termsCode) ?? invented;
  const drawn = random.chance(0.2);
  const exempt = customer.taxExempt ?? drawn;
  const inventedAddress = inventAddress(random);
  return {
    ...customer,
    address: customer.address ?? inventedAddress,
    termsCode: terms.code,
    daysBeforeDue: terms.daysBeforeDue,
    termsDiscountTenths: Number(terms.discountRate) * 10,
    daysBeforeDiscountDue: terms.daysBeforeDiscountDue,
    salespersonNo: random.pick(salespersons.filter((one) => one.divisionNo === customer.arDivisionNo)).no,
    taxSchedule: exempt ? 'EXEMPT' : 'WI MIL',
    taxTenthsOfPercent: exempt ? 0 : 55
  };
}

/** The key columns of whatever belongs to the customer. */
export function customerKey(account: CustomerProfile) {
  return { ARDivisionNo: account.arDivisionNo, CustomerNo: account.customerNo };
}

/** The bill-to, ship-to and terms columns that orders and invoices share. */
export function documentColumns(account: Account) {
  const { address } = account;
  return {
    ...customerKey(account),
    BillToName: account.customerName,
    BillToAddress1: address.line1,
    BillToAddress2: address.line2 ?? '',
    BillToAddress3: address.line3 ?? '',
    BillToCity: address.city,
    BillToState: address.state,
    BillToZipCode: address.zipCode,
    BillToCountryCode: address.countryCode ?? 'USA',
    ShipToName: account.customerName,
    ShipToAddress1: address.line1,
    ShipToCity: address.city,
    ShipToState: address.state,
    ShipToZipCode: address.zipCode,
    ShipToCountryCode: address.countryCode ?? 'USA',
    TermsCode: account.termsCode,
    TaxSchedule: account.taxSchedule,
    SalespersonDivisionNo: account.arDivisionNo,
    SalespersonNo: account.salespersonNo
  };
}
