import { optional, withFallback } from './setting.ts';
import { programArguments, text, textList, wholeNumber } from './setting-types.ts';

const milliseconds = wholeNumber(1, 600_000);
const userDefinedField = text(
  'the full name of a user-defined field, as `UDF_REQUEST_KEY`',
  /^UDF_[A-Z0-9_]{1,40}$/
);

/** Settings of writing through the Business Object Interface and Visual Integrator, by the name of their variable. */
export const writingSettings = {
  SAGE_BOI_HOME_DIRECTORY: optional(
    text('a path of the Sage server, as `C:\\Sage\\Sage 100\\MAS90\\Home`'),
    "Sage's own Home directory. Without it the service reads only, and writing is refused with LB520."
  ),
  SAGE_BOI_COMMAND: withFallback(
    text('a program'),
    'powershell.exe',
    'Program of the bridge to the Business Object Interface; started without a shell.'
  ),
  SAGE_BOI_ARGUMENTS: withFallback(
    programArguments(),
    '["-NoLogo","-NoProfile","-NonInteractive","-File","bridge\\\\boi-bridge.ps1"]',
    'Its arguments. No secret belongs here: everybody on the machine can read them.'
  ),
  SAGE_BOI_USER: optional(
    text('a user of Sage'),
    'User that writes. Without it the Windows account of the service logs on (Unified Logon).'
  ),
  SAGE_BOI_PASSWORD: optional(text('the password of SAGE_BOI_USER'), 'Password of SAGE_BOI_USER.', {
    secret: true
  }),
  SAGE_BOI_START_TIMEOUT_MS: withFallback(milliseconds, '20000', 'Time in which the bridge must be ready.'),
  SAGE_BOI_SESSION_TIMEOUT_MS: withFallback(milliseconds, '60000', 'Time that logging in to Sage may take.'),
  SAGE_BOI_OPERATION_TIMEOUT_MS: withFallback(
    milliseconds,
    '60000',
    'Time that one record may take to be written; then the bridge is ended, and whether it was written is looked up.'
  ),
  SAGE_BOI_SILENCE_TIMEOUT_MS: withFallback(
    milliseconds,
    '10000',
    'Time without a sign of life after which the bridge is ended; it gives one every second.'
  ),
  SAGE_BOI_CLOSE_GRACE_MS: withFallback(milliseconds, '5000', 'Time that the bridge has to end by itself.'),
  SAGE_BOI_SETTLE_MS: withFallback(
    wholeNumber(0, 600_000),
    '5000',
    'Time that Sage gets to finish a write whose bridge was ended, before a look-up decides that nothing was written.'
  ),
  SAGE_BOI_RECYCLE_HOURS: withFallback(
    wholeNumber(1, 168),
    '4',
    'Age after which the session is replaced, between two records.'
  ),
  SAGE_BOI_RECYCLE_OPERATIONS: withFallback(
    wholeNumber(1, 100_000),
    '500',
    'Records after which the session is replaced.'
  ),
  SAGE_BOI_IDLE_MINUTES: withFallback(
    wholeNumber(1, 1_440),
    '10',
    "Time without a record after which the session is closed: it holds a seat and keeps Sage's files open."
  ),
  SAGE_BOI_MAX_WAITING: withFallback(
    wholeNumber(1, 100_000),
    '1000',
    'Records that may wait to be written; more are refused with LB518.'
  ),
  SAGE_WHOLE_UNITS: withFallback(
    textList('units of measure with commas between them'),
    'EACH',
    'Units of measure of which nobody sells a part: a quantity with a fraction is refused for them (LB504).'
  ),
  SAGE_ORDER_REQUEST_KEY_FIELD: optional(
    userDefinedField,
    'User-defined text field of 40 characters on SO_SalesOrderHeader (and its history) that holds the request key. Orders are written only with it, since it shows whether one was written before.'
  ),
  SAGE_CUSTOMER_REQUEST_KEY_FIELD: optional(
    userDefinedField,
    'The same on AR_Customer, for customers whose number Sage hands out.'
  ),
  SAGE_VI_COMMAND: optional(
    text('a program'),
    'Program that runs a Visual Integrator job. Without it cash receipts are refused with LB520.'
  ),
  SAGE_VI_ARGUMENTS: withFallback(
    programArguments(),
    '[]',
    'Its arguments; `{job}`, `{file}` and `{log}` stand for the job, the import file and the log.'
  ),
  SAGE_VI_CASH_RECEIPT_JOB: optional(
    text('the name of a job'),
    'Visual Integrator job that imports cash receipts.'
  ),
  SAGE_VI_DIRECTORY: optional(
    text('a path that the service and Sage may write to'),
    'Directory of import files and logs.'
  ),
  SAGE_VI_TIMEOUT_MS: withFallback(milliseconds, '120000', 'Time that an import job may take.')
};
