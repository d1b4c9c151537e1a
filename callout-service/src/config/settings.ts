import { z } from 'zod';
import { certificateFile, privateKeyFile, publicKeyFiles } from './pem-files.ts';
import { mailSettings } from './mail-settings.ts';
import { salesforceSettings } from './salesforce-settings.ts';
import { docOf, optional, required, withFallback, type SettingDoc } from './setting.ts';
import { companyCodeSetting, storeAndJobSettings } from './store-settings.ts';
import { webhooksFile } from './webhooks-file.ts';
import { writingSettings } from './writing-settings.ts';
import { bucketDays, flag, oneOf, text, textList, timeZone, wholeNumber } from './setting-types.ts';

const port = wholeNumber(0, 65_535);
const milliseconds = wholeNumber(1, 600_000);

/** Every setting of the service, by the name of its environment variable. */
export const settingsSchema = z.object({
  HTTP_HOST: withFallback(text('a host name or address'), '127.0.0.1', 'Address to listen on.'),
  HTTP_PORT: withFallback(port, '8443', 'Port to listen on; 0 takes any free one.'),
  HTTP_BODY_LIMIT_BYTES: withFallback(
    wholeNumber(1_024, 10_485_760),
    '102400',
    'The largest request body that is read.'
  ),
  HTTP_HEADERS_TIMEOUT_MS: withFallback(
    milliseconds,
    '10000',
    "Time in which a request's headers must have arrived; a slower connection is closed."
  ),
  HTTP_REQUEST_TIMEOUT_MS: withFallback(
    milliseconds,
    '30000',
    'Time in which a request must have arrived in full, and then again time in which it is answered.'
  ),
  HTTP_KEEP_ALIVE_MS: withFallback(
    milliseconds,
    '65000',
    'Time an idle connection stays open. Keep it longer than that of a load balancer in front, whose default is mostly 60 seconds.'
  ),
  HTTP_RATE_LIMIT_PER_MINUTE: withFallback(
    wholeNumber(1, 1_000_000),
    '3000',
    'Requests that one caller (subject and role of the token, else the address) may send in a minute. All users of an org share one caller per role.'
  ),
  HTTP_SHUTDOWN_TIMEOUT_MS: withFallback(
    milliseconds,
    '15000',
    'Time that running requests get when the service stops.'
  ),
  HTTP_TLS_CERT_FILE: optional(
    certificateFile(),
    'Certificate, with chain, to serve HTTPS with. Without it the service speaks HTTP and belongs behind a proxy that speaks HTTPS.'
  ),
  HTTP_TLS_KEY_FILE: optional(privateKeyFile(), 'Private key of HTTP_TLS_CERT_FILE.'),

  JWT_AUDIENCE: withFallback(text('a text'), 'sage-callout-service', 'The `aud` that a token must name.'),
  JWT_ISSUERS: withFallback(
    textList('texts with commas between them'),
    'ledger-bridge',
    'The `iss` values that are accepted.'
  ),
  JWT_PUBLIC_KEY_FILES: required(
    publicKeyFiles(),
    "Public keys of the org's signing certificates. Give the old and the new one while rotating. Tokens signed with the key of a certificate that has expired are refused; a bare public key has no end. A token whose `kid` is a file's name without extension is checked with that key alone."
  ),
  JWT_MAX_LIFETIME_SECONDS: withFallback(
    wholeNumber(1, 300),
    '300',
    'The longest time from `iat` to `exp` that is accepted.'
  ),
  JWT_CLOCK_TOLERANCE_SECONDS: withFallback(
    wholeNumber(0, 60),
    '5',
    'How far the clocks of Salesforce and of this server may differ.'
  ),

  SAGE_ODBC_CONNECTION_STRING: required(
    text('an ODBC connection string with DSN or Driver', /(^|;)\s*(DSN|Driver)\s*=/i),
    'The way to the Sage company, as `DSN=SOTAMAS90;UID=user|ABC;PWD=…;Company=ABC`.',
    { secret: true }
  ),
  SAGE_COMPANY_CODE: companyCodeSetting,
  SAGE_EDITION: required(oneOf(['standard', 'advanced', 'premium']), 'Edition of Sage 100.'),
  SAGE_TIME_ZONE: required(timeZone(), "Time zone of the Sage server: decides what 'today' is."),
  SAGE_CURRENCY: required(
    text('an ISO 4217 code of three capital letters', /^[A-Z]{3}$/),
    "The company's own currency."
  ),
  SAGE_POOL_SIZE: withFallback(wholeNumber(1, 64), '4', 'ODBC connections at most.'),
  SAGE_CONNECT_TIMEOUT_MS: withFallback(milliseconds, '4000', 'Time in which a connection must stand.'),
  SAGE_QUERY_TIMEOUT_MS: withFallback(
    milliseconds,
    '5000',
    'Time in which a read must be answered. With the times for waiting and connecting it stays below the 15 seconds after which a page gives up.'
  ),
  SAGE_ACQUIRE_TIMEOUT_MS: withFallback(
    milliseconds,
    '2000',
    'Time that a read waits for a free connection.'
  ),
  SAGE_CANCEL_GRACE_MS: withFallback(
    milliseconds,
    '1000',
    'Time that a cancelled statement gets before its process is replaced.'
  ),

  ...writingSettings,

  CREDIT_INCLUDE_OPEN_ORDERS: withFallback(
    flag(),
    'true',
    'Whether open orders use up credit. The answer says which rule was used.'
  ),
  CREDIT_ZERO_LIMIT_MEANS: withFallback(
    oneOf(['unlimited', 'none']),
    'none',
    'What a credit limit of zero means in this company.'
  ),
  CREDIT_REACTION: withFallback(
    oneOf(['warn', 'hold', 'block']),
    'warn',
    'What is done with an order of a customer who is on credit hold, over the limit, or would be with the order. Sage itself only warns.'
  ),

  AVAILABILITY_INCLUDE_PURCHASE_ORDERS: withFallback(
    flag(),
    'false',
    'Whether what is on purchase orders counts as available (Inventory Management Options, Include in Quantity Available).'
  ),
  AVAILABILITY_INCLUDE_WORK_ORDERS: withFallback(
    flag(),
    'false',
    'Whether what is on work orders counts as available, less what they require (the same options).'
  ),

  PRICE_COST_BASIS: withFallback(
    oneOf(['standard', 'average', 'last']),
    'standard',
    "The cost that mark-ups are reckoned from when prices are shown. Orders get Sage's own prices."
  ),
  PRICE_UNIT_DECIMALS: withFallback(
    wholeNumber(0, 6),
    '2',
    'Digits after the point of a unit price (Common Information, Company Options).'
  ),

  AGING_BASIS: withFallback(
    oneOf(['invoice-date', 'due-date']),
    'invoice-date',
    'The date that invoices age from (A/R Options).'
  ),
  AGING_BUCKET_DAYS: withFallback(
    bucketDays(),
    '30,60,90,120',
    'The ages in days after which the aging categories begin, as their captions in A/R Options say: over 30 begins with day 31.'
  ),

  ...storeAndJobSettings,
  STORE_LAST_ANSWERS_MAX_ROWS: withFallback(
    wholeNumber(1, 10_000_000),
    '50000',
    'Last good answers that are kept; the oldest go first.'
  ),
  STORE_LAST_ANSWERS_MAX_AGE_HOURS: withFallback(
    wholeNumber(1, 8_760),
    '168',
    'Age from which a last good answer is no longer shown, and deleted.'
  ),

  ...salesforceSettings,
  ...mailSettings,

  WEBHOOKS_FILE: optional(
    webhooksFile(),
    'Who is told of changed records over HTTP: a JSON list of `name`, `url`, `secretFiles` (one path, two while the secret is changed), `entities` (left out for all) and `allowPrivateAddresses`. See docs/operations.md.'
  ),

  LOG_LEVEL: withFallback(
    oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'info',
    'The least weight that is logged.'
  )
});

/** All settings, typed, by the name of their variable. */
export type Settings = z.output<typeof settingsSchema>;

/** Names of all settings, in the order in which the documentation lists them. */
export const settingNames = Object.keys(settingsSchema.shape);

/** The words on the setting of this name. */
export function docOfSetting(name: string): SettingDoc {
  const entry = Object.entries<z.ZodType>(settingsSchema.shape).find(([known]) => known === name);
  if (entry === undefined) throw new TypeError(`There is no setting ${name}`);
  return docOf(entry[1]);
}
