import { createPrivateKey, X509Certificate } from 'node:crypto';
import { gatherSettings, isSecret, type Environment } from './environment.ts';
import { companiesOf } from './odbc-connection-string.ts';
import { docOfSetting, settingNames, settingsSchema, type Settings } from './settings.ts';
import { readSettings } from './read-settings.ts';
import { alertsOf, salesforceFaults, salesforceOf } from './salesforce.ts';
import { jobsOf, storeFaults, storeOf } from './store.ts';
import { writingFaults, writingOf } from './writing.ts';

/** The whole configuration, grouped by the part that it belongs to. */
export type Configuration = ReturnType<typeof groupSettings>;

/**
 * Reads and checks the whole configuration.
 * @throws LedgerBridgeError LB001 that lists every fault at once; secrets are not echoed.
 */
export function loadConfiguration(environment: Environment): Configuration {
  return groupSettings(readSettings(gatherSettings(environment), settingsSchema, contradictions));
}

/** Every setting as it is in force, secrets hidden, for the log at start. */
export function describeSettings(environment: Environment): Record<string, string> {
  const { texts } = gatherSettings(environment);
  return Object.fromEntries(
    settingNames.map((name) => {
      const text = texts[name] ?? docOfSetting(name).fallback;
      return [name, text === undefined ? '(not set)' : isSecret(name) ? '(hidden)' : text];
    })
  );
}

function contradictions(settings: Settings): string[] {
  return [
    ...tlsFaults(settings),
    ...timeFaults(settings),
    ...companyFaults(settings),
    ...writingFaults(settings),
    ...storeFaults(settings),
    ...salesforceFaults(settings)
  ];
}

function tlsFaults({ HTTP_TLS_CERT_FILE: certificate, HTTP_TLS_KEY_FILE: key }: Settings): string[] {
  if (certificate === undefined && key === undefined) return [];
  if (certificate === undefined || key === undefined) {
    return ['HTTP_TLS_CERT_FILE and HTTP_TLS_KEY_FILE belong together; give both or none'];
  }
  return isPair(certificate, key) ? [] : ['HTTP_TLS_KEY_FILE is not the private key of HTTP_TLS_CERT_FILE'];
}

function timeFaults(settings: Settings): string[] {
  const faults: string[] = [];
  if (settings.HTTP_HEADERS_TIMEOUT_MS > settings.HTTP_REQUEST_TIMEOUT_MS) {
    faults.push('HTTP_HEADERS_TIMEOUT_MS is larger than HTTP_REQUEST_TIMEOUT_MS, which includes it');
  }
  const sageDeadline =
    settings.SAGE_ACQUIRE_TIMEOUT_MS +
    settings.SAGE_CONNECT_TIMEOUT_MS +
    settings.SAGE_QUERY_TIMEOUT_MS +
    settings.SAGE_CANCEL_GRACE_MS;
  if (sageDeadline > settings.HTTP_REQUEST_TIMEOUT_MS) {
    faults.push(
      `HTTP_REQUEST_TIMEOUT_MS is smaller than SAGE_ACQUIRE_TIMEOUT_MS, SAGE_CONNECT_TIMEOUT_MS, SAGE_QUERY_TIMEOUT_MS and SAGE_CANCEL_GRACE_MS together (${sageDeadline}), so a slow Sage would leave no time for the last good answer`
    );
  }
  if (settings.JOB_STOP_GRACE_MS > settings.HTTP_SHUTDOWN_TIMEOUT_MS) {
    faults.push(
      'JOB_STOP_GRACE_MS is larger than HTTP_SHUTDOWN_TIMEOUT_MS, the time that whoever stops the service reckons with'
    );
  }
  return faults;
}

/** Figures of another company under this one's name would be the worst answer of all. */
function companyFaults(settings: Settings): string[] {
  const { SAGE_COMPANY_CODE: code, SAGE_ODBC_CONNECTION_STRING: connectionString } = settings;
  if (companiesOf(connectionString).every((company) => company.toUpperCase() === code)) return [];
  return [
    `SAGE_COMPANY_CODE is ${code}, but SAGE_ODBC_CONNECTION_STRING names another company in Company or behind the | of UID; give the same in each`
  ];
}

function isPair(certificate: string, key: string): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
}

function groupSettings(settings: Settings) {
  const { HTTP_TLS_CERT_FILE: certificate, HTTP_TLS_KEY_FILE: privateKey } = settings;
  return {
    http: {
      host: settings.HTTP_HOST,
      port: settings.HTTP_PORT,
      bodyLimitBytes: settings.HTTP_BODY_LIMIT_BYTES,
      headersTimeoutMs: settings.HTTP_HEADERS_TIMEOUT_MS,
      requestTimeoutMs: settings.HTTP_REQUEST_TIMEOUT_MS,
      keepAliveMs: settings.HTTP_KEEP_ALIVE_MS,
      rateLimitPerMinute: settings.HTTP_RATE_LIMIT_PER_MINUTE,
      shutdownTimeoutMs: settings.HTTP_SHUTDOWN_TIMEOUT_MS,
      tls: certificate === undefined || privateKey === undefined ? undefined : { certificate, privateKey }
    },
    jwt: {
      audience: settings.JWT_AUDIENCE,
      issuers: settings.JWT_ISSUERS,
      keys: settings.JWT_PUBLIC_KEY_FILES,
      maxLifetimeSeconds: settings.JWT_MAX_LIFETIME_SECONDS,
      clockToleranceSeconds: settings.JWT_CLOCK_TOLERANCE_SECONDS
    },
    sage: {
      connectionString: settings.SAGE_ODBC_CONNECTION_STRING,
      companyCode: settings.SAGE_COMPANY_CODE,
      edition: settings.SAGE_EDITION,
      timeZone: settings.SAGE_TIME_ZONE,
      currency: settings.SAGE_CURRENCY,
      poolSize: settings.SAGE_POOL_SIZE,
      connectTimeoutMs: settings.SAGE_CONNECT_TIMEOUT_MS,
      queryTimeoutMs: settings.SAGE_QUERY_TIMEOUT_MS,
      acquireTimeoutMs: settings.SAGE_ACQUIRE_TIMEOUT_MS,
      cancelGraceMs: settings.SAGE_CANCEL_GRACE_MS
    },
    credit: {
      includeOpenOrders: settings.CREDIT_INCLUDE_OPEN_ORDERS,
      zeroLimitMeans: settings.CREDIT_ZERO_LIMIT_MEANS,
      reaction: settings.CREDIT_REACTION
    },
    availability: {
      includePurchaseOrders: settings.AVAILABILITY_INCLUDE_PURCHASE_ORDERS,
      includeWorkOrders: settings.AVAILABILITY_INCLUDE_WORK_ORDERS
    },
    price: { costBasis: settings.PRICE_COST_BASIS, unitPriceDecimals: settings.PRICE_UNIT_DECIMALS },
    aging: { basis: settings.AGING_BASIS, bucketDays: settings.AGING_BUCKET_DAYS },
    store: {
      ...storeOf(settings),
      lastAnswersMaxRows: settings.STORE_LAST_ANSWERS_MAX_ROWS,
      lastAnswersMaxAgeHours: settings.STORE_LAST_ANSWERS_MAX_AGE_HOURS
    },
    jobs: jobsOf(settings),
    wholeUnits: settings.SAGE_WHOLE_UNITS,
    writing: writingOf(settings),
    salesforce: salesforceOf(settings),
    alerts: alertsOf(settings),
    webhooks: settings.WEBHOOKS_FILE ?? [],
    log: { level: settings.LOG_LEVEL }
  };
}
