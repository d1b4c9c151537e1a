import { date, optionalString, string } from './column-type.ts';

// Columns that records of several modules share, each under the same name and width.
// Source: Sage 100 file layouts of Accounts Receivable, Accounts Payable and Sales Order.

/** When a record was made and last changed; the times are decimal hours. */
export const stampColumns = {
  DateCreated: date(),
  TimeCreated: string(8),
  DateUpdated: date(),
  TimeUpdated: string(8)
} as const;

/** An address without a prefix to its columns' names. */
export const addressColumns = {
  AddressLine1: optionalString(40),
  AddressLine2: optionalString(40),
  AddressLine3: optionalString(40),
  City: optionalString(30),
  State: optionalString(2),
  ZipCode: optionalString(10),
  CountryCode: optionalString(3)
} as const;
