/** How a failure is to be treated: retried, given to a person, or looked up before anything is sent again. */
export type FailureKind = 'transient' | 'permanent' | 'ambiguous';

/** One kind of failure. `docs/errors.md` is generated from these entries. */
export interface ErrorEntry {
  readonly status: number;
  readonly kind: FailureKind;
  /** Short and the same in every case of this code. */
  readonly title: string;
  /** Why it happens, in plain words. */
  readonly cause: string;
  /** What the reader can do now. */
  readonly action: string;
}

/**
 * Every failure the service can report. Codes are stable: they are never renumbered or reused.
 * Groups: LB0 configuration, LB1 request, LB2 authentication, LB3 reaching Sage, LB4 what Sage has, LB5 writing to Sage,
 * LB9 the service itself. LB8 belongs to the pages in Salesforce, which report failures before the service is reached.
 */
export const errorCatalogue = {
  LB001: {
    status: 500,
    kind: 'permanent',
    title: 'The configuration is not valid',
    cause:
      'One or more settings are missing, malformed or contradict each other; the service does not start.',
    action: 'Correct every setting that the message lists, then start the service again.'
  },
  LB101: {
    status: 400,
    kind: 'permanent',
    title: 'The customer number is malformed',
    cause: 'A Sage customer number is two digits of division, a dash, and the number, as 01-ABF.',
    action: 'Correct the Sage customer number on the account.'
  },
  LB102: {
    status: 404,
    kind: 'permanent',
    title: 'There is no such address in this service',
    cause: 'The path is not part of the API.',
    action: 'Compare the named credential and the registration with the OpenAPI document of this version.'
  },
  LB103: {
    status: 413,
    kind: 'permanent',
    title: 'The request is too large',
    cause: 'The request body is over the configured limit.',
    action: 'Send less in one request, or raise HTTP_BODY_LIMIT_BYTES.'
  },
  LB104: {
    status: 400,
    kind: 'permanent',
    title: 'The request cannot be read',
    cause: 'The body is not valid JSON, or a value in the request is not of the required form.',
    action: 'Correct the values that the message names.'
  },
  LB105: {
    status: 429,
    kind: 'transient',
    title: 'Too many requests',
    cause: 'One caller sent more requests in a minute than HTTP_RATE_LIMIT_PER_MINUTE allows.',
    action: 'Wait for the time that Retry-After gives, then try again.'
  },
  LB106: {
    status: 405,
    kind: 'permanent',
    title: 'This address does not take that method',
    cause: 'The path is part of the API, but not with this HTTP method.',
    action: 'Use a method that the Allow header names.'
  },
  LB107: {
    status: 503,
    kind: 'transient',
    title: 'The service is busy',
    cause: 'More writes came within minutes than the service can keep apart from repeated ones.',
    action: 'Try again in a few minutes; if it stays, find out what sends so many writes.'
  },
  LB108: {
    status: 400,
    kind: 'permanent',
    title: 'The page cannot be continued',
    cause: 'The cursor of the request is not one that this service gave, or belongs to another list.',
    action: 'Begin the list again without a cursor.'
  },
  LB109: {
    status: 400,
    kind: 'permanent',
    title: 'A code is malformed',
    cause: 'A code in the request is empty, too long, or holds a character that no Sage code holds.',
    action: 'Correct the code that the message names.'
  },
  LB201: {
    status: 401,
    kind: 'permanent',
    title: 'The request carries no token',
    cause: 'The Authorization header is missing or is not a bearer token.',
    action: 'Check that the named credential generates the authorization header.'
  },
  LB202: {
    status: 401,
    kind: 'permanent',
    title: 'The token is not valid',
    cause:
      'It is not signed with RS256 by a key this service knows, the certificate of that key has expired, or it cannot be read.',
    action:
      'Check that the service has the public certificate that the external credential signs with, and that it has not expired.'
  },
  LB203: {
    status: 401,
    kind: 'transient',
    title: 'The token has expired or is not valid yet',
    cause: 'The clocks of Salesforce and of this server differ, or an old token was sent again.',
    action: "Check this server's clock, then try again."
  },
  LB204: {
    status: 401,
    kind: 'permanent',
    title: 'The token is meant for somebody else',
    cause: 'Its audience or issuer is not one that this service accepts.',
    action: 'Compare aud and iss of the external credential with JWT_AUDIENCE and JWT_ISSUERS.'
  },
  LB205: {
    status: 401,
    kind: 'permanent',
    title: 'The token lives too long',
    cause: 'Its lifetime is missing or over the five minutes that are allowed.',
    action: 'Set the expiry of the external credential to 300 seconds or less.'
  },
  LB206: {
    status: 403,
    kind: 'permanent',
    title: 'This credential may not do that',
    cause: "The token's role does not cover the operation.",
    action: 'Use the named credential of the role that the operation needs.'
  },
  LB207: {
    status: 401,
    kind: 'permanent',
    title: 'The token was used before',
    cause: 'A token for a write is accepted once, so that a copied request cannot book twice.',
    action: 'Send the request again from Salesforce; it signs a new token.'
  },
  LB301: {
    status: 503,
    kind: 'transient',
    title: 'Sage cannot be reached',
    cause: 'The ODBC driver could not connect to the Sage company.',
    action: 'Check that the Sage server is running and that this server can reach it.'
  },
  LB302: {
    status: 504,
    kind: 'transient',
    title: 'Sage did not answer in time',
    cause: 'The read took longer than SAGE_QUERY_TIMEOUT_MS.',
    action: 'Try again in a moment; if it stays, look for a long task or a backup running in Sage.'
  },
  LB303: {
    status: 503,
    kind: 'transient',
    title: 'Too many reads are waiting for Sage',
    cause: 'All connections to Sage were busy for longer than SAGE_ACQUIRE_TIMEOUT_MS.',
    action: 'Try again in a moment; if it stays, raise SAGE_POOL_SIZE.'
  },
  LB304: {
    status: 503,
    kind: 'permanent',
    title: 'The ODBC data source is not set up',
    cause:
      'The data source name or the driver is unknown on this machine, or their bitness differs from Node.js.',
    action: 'Correct SAGE_ODBC_CONNECTION_STRING, or install the Sage ODBC driver of the same bitness.'
  },
  LB305: {
    status: 503,
    kind: 'permanent',
    title: 'Sage refused the login',
    cause: 'The user, password or company in the connection string is not accepted.',
    action: 'Correct UID, PWD and Company in SAGE_ODBC_CONNECTION_STRING.'
  },
  LB306: {
    status: 503,
    kind: 'transient',
    title: 'A Sage table is not accessible',
    cause:
      'Sage has the file exclusively locked, the module is not set up, or the ODBC user may not read it.',
    action: 'Wait for the exclusive task in Sage to end; if it stays, check the rights of the ODBC user.'
  },
  LB307: {
    status: 503,
    kind: 'transient',
    title: 'The Sage reader was restarted',
    cause: 'The process that holds the ODBC driver ended or hung, and was replaced.',
    action: 'Try again in a moment; if it happens often, look into the log for the cause.'
  },
  LB308: {
    status: 502,
    kind: 'permanent',
    title: 'Sage gave an answer that cannot be used',
    cause: 'A statement was refused by the driver, or a value is not of the type that its column declares.',
    action: 'Look up the request id in the log of the service and report it.'
  },
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
  },
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
  },
  LB901: {
    status: 500,
    kind: 'permanent',
    title: 'The service failed',
    cause: 'An error that the service did not expect.',
    action: 'Look up the request id in the log of the service and report it.'
  },
  LB902: {
    status: 503,
    kind: 'transient',
    title: 'The request took too long',
    cause: 'The service could not answer within HTTP_REQUEST_TIMEOUT_MS.',
    action: 'Try again in a moment; if it stays, look at the load of the server and of Sage.'
  }
} as const satisfies Record<string, ErrorEntry>;

/** A stable code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;
