import { join } from 'node:path';
import { z } from 'zod';
import { companyCodeSetting, storeAndJobSettings } from './store-settings.ts';

/** Every setting that the store and its jobs need, so that a tool of the store needs no key and no Sage. */
export const storeAloneSchema = z.object({ ...storeAndJobSettings, SAGE_COMPANY_CODE: companyCodeSetting });

export type StoreSettings = z.output<typeof storeAloneSchema>;

/** Where the store is: in a file beside the service, or in PostgreSQL. */
export type StoreDatabaseConfiguration =
  | { readonly engine: 'sqlite'; readonly file: string; readonly busyTimeoutMs: number }
  | {
      readonly engine: 'postgres';
      /** With the password: never logged. */
      readonly url: string;
      readonly schema: string;
      readonly poolSize: number;
      readonly connectTimeoutMs: number;
      readonly statementTimeoutMs: number;
    };

/** What the store is opened and kept with. */
export type StoreConfiguration = ReturnType<typeof storeOf>;

/** What jobs are worked and tried again with. */
export type JobsConfiguration = ReturnType<typeof jobsOf>;

/** The settings of the store, grouped. */
export function storeOf(settings: StoreSettings) {
  return {
    companyCode: settings.SAGE_COMPANY_CODE,
    database: databaseOf(settings),
    retention: {
      doneDays: settings.STORE_DONE_DAYS,
      failureDays: settings.STORE_FAILURE_DAYS,
      idempotencyKeyDays: settings.STORE_IDEMPOTENCY_KEY_DAYS,
      runDays: settings.STORE_RUN_DAYS,
      auditDays: settings.STORE_AUDIT_DAYS,
      changeDays: settings.STORE_CHANGE_DAYS,
      maxMegabytes: settings.STORE_MAX_MEGABYTES
    }
  };
}

/** The settings of jobs, grouped. */
export function jobsOf(settings: StoreSettings) {
  return {
    leaseMs: settings.JOB_LEASE_MS,
    timeLimitMs: settings.JOB_TIME_LIMIT_MS,
    stopGraceMs: settings.JOB_STOP_GRACE_MS,
    retry: {
      maxAttempts: settings.JOB_MAX_ATTEMPTS,
      backoffBaseMs: settings.JOB_BACKOFF_BASE_MS,
      backoffCeilingMs: settings.JOB_BACKOFF_CEILING_MS
    }
  };
}

/** What is missing though nothing of it is needed by itself: the store must be somewhere. */
export function storeAbsences(texts: Readonly<Record<string, string>>): string[] {
  if ('STORE_DIRECTORY' in texts || 'STORE_POSTGRES_URL' in texts) return [];
  return ['STORE_DIRECTORY is missing; give a path that the service may write to, or STORE_POSTGRES_URL'];
}

/** Settings of the store and its jobs that contradict each other. */
export function storeFaults(settings: StoreSettings): string[] {
  const faults: string[] = [];
  if (settings.JOB_BACKOFF_BASE_MS > settings.JOB_BACKOFF_CEILING_MS) {
    faults.push(
      'JOB_BACKOFF_BASE_MS is larger than JOB_BACKOFF_CEILING_MS, the most that any repetition waits'
    );
  }
  if (settings.STORE_DONE_DAYS > settings.STORE_FAILURE_DAYS) {
    faults.push('STORE_DONE_DAYS is larger than STORE_FAILURE_DAYS; failures are kept longest');
  }
  if (settings.STORE_IDEMPOTENCY_KEY_DAYS < settings.STORE_FAILURE_DAYS) {
    faults.push(
      'STORE_IDEMPOTENCY_KEY_DAYS is smaller than STORE_FAILURE_DAYS, so the key of a job would be forgotten before the job'
    );
  }
  if (settings.STORE_POSTGRES_URL === undefined && settings.STORE_POSTGRES_SCHEMA !== undefined) {
    faults.push('STORE_POSTGRES_SCHEMA means nothing without STORE_POSTGRES_URL');
  }
  return faults;
}

/** What of the address of PostgreSQL must never be shown: itself, and its password as it is written and as it is meant. */
export function secretsOfStore({ database }: Pick<StoreConfiguration, 'database'>): string[] {
  if (database.engine === 'sqlite') return [];
  const url = URL.parse(database.url);
  const written = [url?.password ?? '', url?.searchParams.get('password') ?? ''].filter(
    (each) => each !== ''
  );
  return [database.url, ...new Set(written.flatMap((password) => [password, meantBy(password)]))];
}

function databaseOf(settings: StoreSettings): StoreDatabaseConfiguration {
  const { SAGE_COMPANY_CODE: company, STORE_POSTGRES_URL: url } = settings;
  if (url === undefined) {
    return {
      engine: 'sqlite',
      file: join(settings.STORE_DIRECTORY ?? '', `store-${company}.sqlite`), // one of both is there: storeAbsences
      busyTimeoutMs: settings.STORE_STATEMENT_TIMEOUT_MS
    };
  }
  return {
    engine: 'postgres',
    url,
    schema: settings.STORE_POSTGRES_SCHEMA ?? `ledger_bridge_${company.toLowerCase()}`,
    poolSize: settings.STORE_POSTGRES_POOL_SIZE,
    connectTimeoutMs: settings.STORE_CONNECT_TIMEOUT_MS,
    statementTimeoutMs: settings.STORE_STATEMENT_TIMEOUT_MS
  };
}

/** A password in an address is percent-encoded; one that is not encoded right is taken as it stands. */
function meantBy(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
