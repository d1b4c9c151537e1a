import type { ErrorEntry } from './error-entry.ts';

/** Failures of moving records between both systems: LB751 to LB779. */
export const syncErrors = {
  LB751: {
    status: 503,
    kind: 'transient',
    title: 'The company has no configuration in Salesforce',
    cause:
      'There is no active Integration_Config__c record with the code of this Sage company, or it contradicts itself.',
    action: 'Create or correct the record in the Ledger Bridge app; what waits goes on then.'
  },
  LB752: {
    status: 409,
    kind: 'permanent',
    title: 'Several customers in Sage match the account',
    cause: 'By the match keys of the configuration more than one customer may be meant; none is guessed.',
    action: 'Enter the right number in the field Sage Customer No. of the account, then replay.'
  },
  LB753: {
    status: 409,
    kind: 'permanent',
    title: 'The account has no customer in Sage',
    cause: 'No customer matches, and the configuration does not allow new ones to be created.',
    action:
      'Enter the number in the field Sage Customer No. of the account, or allow new customers, then replay.'
  },
  LB754: {
    status: 422,
    kind: 'permanent',
    title: 'The order has no lines',
    cause: 'An order in Sage needs at least one product.',
    action: 'Add products to the opportunity or order, then replay.'
  },
  LB755: {
    status: 422,
    kind: 'permanent',
    title: 'The currency of the order cannot be converted',
    cause:
      'The order is in another currency than the Sage company, and conversion is off or no rate is valid on its day.',
    action: 'Enter a rate for the day, or allow conversion in the configuration, then replay.'
  },
  LB756: {
    status: 422,
    kind: 'permanent',
    title: 'A field mapping cannot be used',
    cause: 'It names a field that one side does not have, or a value that the field does not take.',
    action: 'Correct the mapping that the message names, then replay.'
  },
  LB757: {
    status: 409,
    kind: 'permanent',
    title: 'The order has no account',
    cause: 'Opportunity and Order need an account, since a sales order in Sage belongs to a customer.',
    action: 'Choose the account, then replay.'
  },
  LB758: {
    status: 400,
    kind: 'permanent',
    title: 'The edited content cannot be used',
    cause: 'It does not have the form that this kind of job takes; every fault is listed.',
    action: 'Correct what the message lists and send it again; the original is kept.'
  },
  LB759: {
    status: 409,
    kind: 'permanent',
    title: 'The sales order belongs to another record',
    cause: 'The order in Sage that this record names was made for another record in Salesforce.',
    action: 'Clear the field Sage Sales Order No., or correct it, then replay.'
  },
  LB771: {
    status: 502,
    kind: 'permanent',
    title: 'The mail server refused the mail',
    cause: 'It does not accept the login, the sender or a recipient.',
    action: 'Correct the MAIL settings, or the addresses in the configuration.'
  },
  LB772: {
    status: 503,
    kind: 'transient',
    title: 'The mail server cannot be reached',
    cause: 'It does not answer, or asks to try later.',
    action: 'Check MAIL_SMTP_URL; the alert is in the log meanwhile, and is sent when the server is back.'
  }
} as const satisfies Record<string, ErrorEntry>;
