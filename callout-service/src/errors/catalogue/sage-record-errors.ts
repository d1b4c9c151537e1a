import type { ErrorEntry } from './error-entry.ts';

/** What Sage does not have, or has more than once: LB4. */
export const sageRecordErrors = {
  LB401: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such customer',
    cause: 'No record of AR_Customer has this division and customer number.',
    action: 'Correct the Sage customer number on the account, or create the customer in Sage.'
  },
  LB402: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such item',
    cause: 'No record of CI_Item has this item code, and no alias or cross-reference leads to one.',
    action: 'Correct the product code, add a cross-reference for it, or create the item in Sage.'
  },
  LB403: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such sales order',
    cause: 'Neither the open orders nor the order history hold this number.',
    action: 'Correct the sales order number; history is there only if Sage is set to retain it.'
  },
  LB404: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such warehouse',
    cause: 'No record of IM_Warehouse has this code, or the item is not stocked there.',
    action: 'Correct the warehouse code, or set the item up in that warehouse in Sage.'
  },
  LB405: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such terms code',
    cause: 'No record of AR_TermsCode has this code.',
    action: 'Correct the terms code, or add it in Accounts Receivable, Terms Code Maintenance.'
  },
  LB406: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such ship-to address',
    cause: 'The customer has no record of SO_ShipToAddress with this code.',
    action: 'Correct the ship-to code, or add the address to the customer in Sage.'
  },
  LB407: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such salesperson',
    cause: 'No record of AR_Salesperson has this division and number.',
    action: 'Correct the salesperson, or add it in Accounts Receivable.'
  },
  LB408: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such table',
    cause: 'The table is not one that this service reads, or the ODBC user does not see it.',
    action: 'Take a name from the list of tables.'
  },
  LB409: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such field',
    cause: 'The table has no column, or no user-defined field, of this name.',
    action:
      'Correct the name in the mapping, or add the user-defined field in Sage and start the description again.'
  },
  LB410: {
    status: 404,
    kind: 'permanent',
    title: 'Sage has no such contact',
    cause: 'The customer has no record of AR_CustomerContact with this code.',
    action: 'Correct the contact code, or add the contact to the customer in Sage.'
  },
  LB411: {
    status: 409,
    kind: 'permanent',
    title: 'More than one Sage record fits',
    cause: 'The reference leads to several records, so none was chosen.',
    action: 'Choose one by hand, or make the cross-reference unique.'
  },
  LB412: {
    status: 404,
    kind: 'permanent',
    title: 'There is no exchange rate',
    cause: 'No rate between the two currencies is valid on the day.',
    action: 'Enter a rate that is valid on or before that day, then try again.'
  }
} as const satisfies Record<string, ErrorEntry>;
