import { optionalString, string } from './column-type.ts';

// Columns that documents of several modules share, each under the same name and width.
// Source: Sage 100 file layouts, the headers of Sales Order, Accounts Receivable history and Purchase Order.

/** Whom a document is billed to, as it was on the day. */
export const billToColumns = {
  BillToName: optionalString(50),
  BillToAddress1: optionalString(40),
  BillToAddress2: optionalString(40),
  BillToAddress3: optionalString(40),
  BillToCity: optionalString(30),
  BillToState: optionalString(2),
  BillToZipCode: optionalString(10),
  BillToCountryCode: optionalString(3)
} as const;

/** Where a document's goods go. */
export const shipToColumns = {
  ShipToName: optionalString(50),
  ShipToAddress1: optionalString(40),
  ShipToAddress2: optionalString(40),
  ShipToAddress3: optionalString(40),
  ShipToCity: optionalString(30),
  ShipToState: optionalString(2),
  ShipToZipCode: optionalString(10),
  ShipToCountryCode: optionalString(3)
} as const;

/** The first of a document's salespersons. */
export const documentSalespersonColumns = {
  SalespersonDivisionNo: string(2),
  SalespersonNo: string(4)
} as const;

/** The most characters of a comment: Sage keeps CommentText as one long text. */
export const COMMENT_TEXT_LENGTH = 2048;
