import { optional, withFallback } from './setting.ts';
import { privateKeyFile } from './pem-files.ts';
import { serverUrl, text, wholeNumber } from './setting-types.ts';

const milliseconds = wholeNumber(1, 600_000);

/** Settings of the way to Salesforce, by the name of their variable. Without the first four the service answers inquiries only. */
export const salesforceSettings = {
  SALESFORCE_LOGIN_URL: optional(
    serverUrl(['https:', 'http:']),
    'Where the service logs in: the My Domain of the org, `https://login.salesforce.com` or `https://test.salesforce.com`. Plain HTTP is taken for this machine alone.'
  ),
  SALESFORCE_CLIENT_ID: optional(text('a text'), 'Consumer key of the external client app.'),
  SALESFORCE_USERNAME: optional(
    text('a user name'),
    'User whom the service acts as, with the permission set Ledger Bridge Integration.'
  ),
  SALESFORCE_PRIVATE_KEY_FILE: optional(
    privateKeyFile(),
    'Private key of the certificate in the external client app.'
  ),
  SALESFORCE_NAMESPACE: optional(
    text('letters, digits and single underscores', /^[A-Za-z](?:_?[A-Za-z0-9])*$/),
    "The package's namespace in the org; none where its source was deployed."
  ),
  SALESFORCE_API_VERSION: withFallback(
    text('a version', /^\d{2}\.0$/),
    '66.0',
    'Version of the API that is spoken.'
  ),
  SALESFORCE_PUBSUB_ENDPOINT: withFallback(
    text('host and port', /^[^\s:/]+:\d{1,5}$/),
    'api.pubsub.salesforce.com:7443',
    'Where events are subscribed to; `api.deu.pubsub.salesforce.com:7443` for orgs in the EU.'
  ),
  SALESFORCE_PUBSUB_CA_FILE: optional(
    text('a path of a PEM file'),
    'Certificate of another authority that vouches for the Pub/Sub endpoint, as that of a proxy that inspects TLS.'
  ),
  SALESFORCE_REQUEST_TIMEOUT_MS: withFallback(
    milliseconds,
    '30000',
    'Time in which Salesforce must answer a request.'
  ),
  SALESFORCE_MAX_PARALLEL: withFallback(
    wholeNumber(1, 25),
    '5',
    'Requests that are under way at once. Salesforce takes 25 long ones of an org, of people too.'
  ),
  SALESFORCE_API_RESERVE_PERCENT: withFallback(
    wholeNumber(0, 90),
    '10',
    'Share of the API requests in 24 hours that is left to people and other programs; then the service waits.'
  ),
  SALESFORCE_SILENCE_TIMEOUT_MS: withFallback(
    wholeNumber(1_000, 3_600_000),
    '300000',
    'Time after which a silent stream of events is opened again. Salesforce gives a sign within 270 seconds.'
  ),
  ORDER_CATCH_UP_MINUTES: withFallback(
    wholeNumber(1, 59),
    '10',
    'How often a query looks for order requests whose event never came.'
  ),
  ORDER_STATUS_MINUTES: withFallback(
    wholeNumber(1, 59),
    '1',
    'How often Sage is asked for orders whose status, quantities or totals changed.'
  ),
  SALESFORCE_REPORT_DIRECTORY: optional(
    text('a path that the service and Sage may write to'),
    'Directory where reports of Salesforce are put as import files of Visual Integrator; without it none are delivered.'
  )
};
