import type { ErrorEntry } from './error-entry.ts';

/** Failures of writing into Sage: LB5. */
export const writingErrors = {
  LB501: {
    status: 409,
    kind: 'permanent',
    title: 'The customer is not active',
    cause: 'AR_Customer.CustomerStatus is inactive, so Sage takes no document for it.',
    action: 'Reactivate the customer in Sage, or choose another.'
  },
  LB502: {
    status: 409,
    kind: 'permanent',
    title: 'The item is not active',
    cause: 'CI_Item.InactiveItem is set.',
    action: 'Reactivate the item in Sage, or choose another.'
  },
  LB503: {
    status: 409,
    kind: 'permanent',
    title: 'The item is discontinued',
    cause: 'CI_Item.ProductType is D, and no stock that is left covers the quantity.',
    action: 'Choose another item, or order no more than is available.'
  },
  LB504: {
    status: 400,
    kind: 'permanent',
    title: 'The quantity is not allowed',
    cause: 'It is zero, negative, or has more digits after the point than the item may be sold in.',
    action: 'Correct the quantity that the message names.'
  },
  LB505: {
    status: 400,
    kind: 'permanent',
    title: 'A text is too long',
    cause: 'It has more characters than the column of this Sage release holds; nothing is cut off silently.',
    action: 'Shorten the text, or map it with a transform that shortens it.'
  },
  LB506: {
    status: 400,
    kind: 'permanent',
    title: 'A value is of the wrong type',
    cause: 'The field takes a number, a date, a flag or one of a list, and the value is not one.',
    action: 'Correct the value, or add a transform to the mapping.'
  },
  LB507: {
    status: 400,
    kind: 'permanent',
    title: 'A required field is empty',
    cause: 'Sage or its user-defined fields do not take the record without it.',
    action: 'Fill in the field that the message names, or give its mapping a default.'
  },
  LB508: {
    status: 400,
    kind: 'permanent',
    title: 'A date is out of range',
    cause: 'The date does not exist, or lies outside what Sage takes for this field.',
    action: 'Correct the date that the message names.'
  },
  LB509: {
    status: 409,
    kind: 'permanent',
    title: 'The customer is on credit hold',
    cause: 'AR_Customer.CreditHold is set, and the credit rule refuses orders then.',
    action: 'Let the credit department release the customer, then send the order again.'
  },
  LB510: {
    status: 409,
    kind: 'transient',
    title: 'The record is in use in Sage',
    cause: 'Another user has the record open; Sage locks it until it is closed.',
    action: 'Wait a moment and try again; if it stays, ask who has the record open in Sage.'
  },
  LB511: {
    status: 422,
    kind: 'permanent',
    title: 'Sage refused the record',
    cause: 'A business object did not accept a value or the record; its own words are in the message.',
    action: 'Correct what Sage names, then send the record again.'
  },
  LB512: {
    status: 502,
    kind: 'ambiguous',
    title: 'It is not known whether the record was written',
    cause: 'The process that writes to Sage ended or hung while Sage was writing.',
    action:
      'Nothing is to be sent again by hand: the record is looked up by its request key before the next attempt.'
  },
  LB513: {
    status: 503,
    kind: 'transient',
    title: 'The way to write to Sage is not there',
    cause:
      'The bridge process to the Business Object Interface cannot be started, or ended before anything was written.',
    action: 'Try again in a moment; if it stays, look at getStatus and the log of the service.'
  },
  LB514: {
    status: 503,
    kind: 'permanent',
    title: 'Sage refused the login for writing',
    cause: 'User, password, company or module are not accepted, or external access to the company is off.',
    action: 'Correct the SAGE_BOI settings, and allow external access in Company Maintenance, Preferences.'
  },
  LB515: {
    status: 503,
    kind: 'transient',
    title: 'Sage has no free seat',
    cause: 'All licensed users are logged in.',
    action: 'Wait until somebody logs out, or add a licence for the service.'
  },
  LB516: {
    status: 503,
    kind: 'transient',
    title: 'Writing to Sage is paused',
    cause: 'An operator paused it, so that Sage can run a task that needs its files alone.',
    action: 'Resume writing when the task has ended; waiting records are then sent.'
  },
  LB517: {
    status: 409,
    kind: 'permanent',
    title: 'The order can no longer be changed',
    cause: 'It is being invoiced, has been shipped, completed or cancelled.',
    action: 'Change it in Sage, or enter a new order for the difference.'
  },
  LB518: {
    status: 503,
    kind: 'transient',
    title: 'Too many records wait to be written',
    cause: 'Sage takes one record at a time, and the queue in front of it is full.',
    action: 'Try again in a moment; if it stays, look for a record that hangs in getStatus.'
  },
  LB519: {
    status: 502,
    kind: 'permanent',
    title: 'The import job of Sage failed',
    cause:
      'The Visual Integrator job rejected a record or did not run to its end; its log is quoted in the message.',
    action: 'Correct what the log names, then send the record again.'
  },
  LB520: {
    status: 501,
    kind: 'permanent',
    title: 'Writing to Sage is not set up',
    cause: 'The service has no settings for the Business Object Interface or for this import job.',
    action: 'Set the SAGE_BOI settings, or those of the import job, and start the service again.'
  },
  LB521: {
    status: 409,
    kind: 'permanent',
    title: 'The request key was used for something else',
    cause:
      'Sage already has a record with this request key, and its content differs from what is to be written.',
    action: 'Change the order that is there by its number, or send a new request with a key of its own.'
  },
  LB522: {
    status: 409,
    kind: 'permanent',
    title: 'The order is over the credit limit',
    cause: 'With this order the customer owes more than the credit limit, and the credit rule refuses that.',
    action: 'Lower the order, or let the credit department raise the limit.'
  },
  LB523: {
    status: 422,
    kind: 'permanent',
    title: 'The record cannot be written as it is',
    cause: 'Several of its fields are at fault; each is listed with its own code, value and fix.',
    action: 'Correct every field that the message lists, then send the record again.'
  },
  LB524: {
    status: 502,
    kind: 'permanent',
    title: 'The bridge to Sage does not understand',
    cause:
      'The bridge process speaks another version of the protocol, or the Business Object Interface lacks a member.',
    action:
      'Install bridge and service of the same version, and the same version of Sage on server and workstation.'
  },
  LB525: {
    status: 409,
    kind: 'permanent',
    title: 'Sage has the record already',
    cause: 'A record with this key exists, and the request was to make a new one.',
    action: 'Update the record that is there, or choose another key.'
  }
} as const satisfies Record<string, ErrorEntry>;
