import type { Settings } from './settings.ts';

/** What the way to Salesforce needs; undefined where the service answers inquiries only. */
export interface SalesforceConfiguration {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  /** PEM: never logged. */
  readonly privateKey: string;
  readonly namespace: string | undefined;
  readonly apiVersion: string;
  readonly pubSubEndpoint: string;
  readonly pubSubCaFile: string | undefined;
  readonly requestTimeoutMs: number;
  readonly maxParallel: number;
  readonly apiReservePercent: number;
  readonly silenceTimeoutMs: number;
  readonly catchUpMinutes: number;
  readonly statusMinutes: number;
  /** Where reports of Salesforce are put for Sage's side; undefined where none are. */
  readonly reportDirectory: string | undefined;
}

/** How people are told of troubles. */
export interface AlertConfiguration {
  readonly mail:
    { readonly smtpUrl: string; readonly from: string; readonly to: readonly string[] } | undefined;
  readonly digestMinutes: number;
}

/** The settings of Salesforce, grouped. */
export function salesforceOf(settings: Settings): SalesforceConfiguration | undefined {
  const {
    SALESFORCE_LOGIN_URL: loginUrl,
    SALESFORCE_CLIENT_ID: clientId,
    SALESFORCE_USERNAME: username,
    SALESFORCE_PRIVATE_KEY_FILE: privateKey
  } = settings;
  if (!loginUrl || !clientId || !username || !privateKey) return undefined;
  return {
    loginUrl,
    clientId,
    username,
    privateKey,
    namespace: settings.SALESFORCE_NAMESPACE,
    apiVersion: settings.SALESFORCE_API_VERSION,
    pubSubEndpoint: settings.SALESFORCE_PUBSUB_ENDPOINT,
    pubSubCaFile: settings.SALESFORCE_PUBSUB_CA_FILE,
    requestTimeoutMs: settings.SALESFORCE_REQUEST_TIMEOUT_MS,
    maxParallel: settings.SALESFORCE_MAX_PARALLEL,
    apiReservePercent: settings.SALESFORCE_API_RESERVE_PERCENT,
    silenceTimeoutMs: settings.SALESFORCE_SILENCE_TIMEOUT_MS,
    catchUpMinutes: settings.ORDER_CATCH_UP_MINUTES,
    statusMinutes: settings.ORDER_STATUS_MINUTES,
    reportDirectory: settings.SALESFORCE_REPORT_DIRECTORY
  };
}

/** The settings of alerts, grouped. */
export function alertsOf(settings: Settings): AlertConfiguration {
  const { MAIL_SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_TO: to = [] } = settings;
  return {
    mail: smtpUrl === undefined || from === undefined ? undefined : { smtpUrl, from, to },
    digestMinutes: settings.ALERT_DIGEST_MINUTES
  };
}

/** Settings of Salesforce and of alerts that contradict each other. */
export function salesforceFaults(settings: Settings): string[] {
  const together = [
    settings.SALESFORCE_LOGIN_URL,
    settings.SALESFORCE_CLIENT_ID,
    settings.SALESFORCE_USERNAME,
    settings.SALESFORCE_PRIVATE_KEY_FILE
  ].filter((each) => each !== undefined);
  return [
    ...(together.length === 0 || together.length === 4
      ? []
      : [
          'SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID, SALESFORCE_USERNAME and SALESFORCE_PRIVATE_KEY_FILE belong together; give all or none'
        ]),
    ...(isPlainToElsewhere(settings.SALESFORCE_LOGIN_URL)
      ? ['SALESFORCE_LOGIN_URL is plain HTTP to another machine; give an https:// address']
      : []),
    ...((settings.MAIL_SMTP_URL === undefined) === (settings.MAIL_FROM === undefined)
      ? []
      : ['MAIL_SMTP_URL and MAIL_FROM belong together; give both or none'])
  ];
}

function isPlainToElsewhere(url: string | undefined): boolean {
  if (!url?.startsWith('http:')) return false;
  return !['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

/** What of both must never be shown: the key, and the address of the mail server with its password. */
export function secretsOfSalesforce({
  salesforce,
  alerts
}: {
  readonly salesforce: SalesforceConfiguration | undefined;
  readonly alerts: AlertConfiguration;
}): string[] {
  const password = alerts.mail && URL.parse(alerts.mail.smtpUrl)?.password;
  return [
    ...(salesforce === undefined ? [] : [salesforce.privateKey]),
    ...(alerts.mail === undefined ? [] : [alerts.mail.smtpUrl]),
    ...(password ? [password, decodeURIComponent(password)] : [])
  ];
}
