import type { ErrorEntry } from './error-entry.ts';

/** Failures of keeping objects in step by mappings: LB780 to LB799. */
export const engineErrors = {
  LB780: {
    status: 409,
    kind: 'permanent',
    title: 'Both systems changed the same field',
    cause:
      'Since they last agreed both sides have a new value, and the mapping leaves the choice to a person.',
    action: 'Choose for each field that the message names whose value holds, then replay.'
  },
  LB781: {
    status: 409,
    kind: 'transient',
    title: 'A record that this one belongs to is not in the other system',
    cause: 'As the account of a contact that was not synchronised yet, or that the filter leaves out.',
    action: 'Synchronise the record that the message names, or widen the filter; it is tried again by itself.'
  },
  LB782: {
    status: 409,
    kind: 'permanent',
    title: 'Several records may be the same one',
    cause: 'By the match keys more than one record of the other system fits; none is guessed.',
    action: 'Enter the key of Sage in the record that is meant, or merge the others, then replay.'
  },
  LB783: {
    status: 409,
    kind: 'transient',
    title: 'An object is paused: its mapping names a field that is not there',
    cause:
      'A field or column was removed, renamed, hidden from the service, or changed its type; other objects go on.',
    action: 'Bring the field back, give the service access to it, or publish a mapping without it.'
  },
  LB784: {
    status: 409,
    kind: 'permanent',
    title: 'Too many records have vanished from Sage',
    cause: 'More than the configured part of the known records is missing, which may be a fault of reading.',
    action: 'Look whether they are gone in Sage; if so, raise Max. Vanished Percent for one run.'
  },
  LB785: {
    status: 422,
    kind: 'permanent',
    title: 'The mapping cannot be published',
    cause: 'A field, type, length, transform or rule in it does not fit.',
    action: 'Correct what the faults name, and publish it again.'
  },
  LB786: {
    status: 422,
    kind: 'permanent',
    title: 'A value cannot be written in the other system',
    cause: 'It is too long, of another type, or not in the value map.',
    action: 'Correct the value, or add a transform or a pair of the value map to the mapping, then replay.'
  },
  LB787: {
    status: 404,
    kind: 'permanent',
    title: 'There is no such object pair, run or mapping version',
    cause: 'The name or number is not known to the service.',
    action: 'Choose one of those that listSyncs or listMappings shows.'
  },
  LB788: {
    status: 409,
    kind: 'permanent',
    title: 'The object is not switched on',
    cause: 'Its record in the configuration is missing or inactive, or its direction excludes this.',
    action: 'Switch it on in the Ledger Bridge app, then try again.'
  },
  LB789: {
    status: 502,
    kind: 'transient',
    title: 'A webhook did not take a change',
    cause: 'Its address could not be reached, or answered with something other than 2xx.',
    action: 'Look at the receiver; the change is sent again with growing pauses.'
  },
  LB790: {
    status: 503,
    kind: 'transient',
    title: 'Salesforce did not get to the row',
    cause: 'A bulk job ended before it came to this row.',
    action: 'It is written again by itself.'
  },
  LB791: {
    status: 503,
    kind: 'transient',
    title: 'The day’s requests to Salesforce do not suffice',
    cause: 'The run would use requests that are reserved for people, by the forecast or by what is left.',
    action: 'It goes on by itself when requests are free; or make the schedule rarer, or the reserve smaller.'
  },
  LB792: {
    status: 409,
    kind: 'permanent',
    title: 'A record that is linked has gone',
    cause: 'It was deleted or merged in one system while the other one still has it.',
    action: 'Restore it, or skip this to leave the other record alone.'
  },
  LB793: {
    status: 410,
    kind: 'permanent',
    title: 'The change feed does not reach back so far',
    cause: 'Changes are kept for some days, and the cursor is older.',
    action: 'Load everything once, then go on from the cursor that the answer names.'
  },
  LB794: {
    status: 422,
    kind: 'permanent',
    title: 'A payment cannot be booked',
    cause: 'Amount, date, bank or invoices of the payment do not fit.',
    action: 'Correct what the faults name in the payment, then replay.'
  },
  LB795: {
    status: 422,
    kind: 'permanent',
    title: 'A webhook refused a change for good',
    cause: 'It answered that the request itself is wrong (4xx other than 408, 425 and 429).',
    action: 'Correct the receiver or its settings, then replay.'
  }
} as const satisfies Record<string, ErrorEntry>;
