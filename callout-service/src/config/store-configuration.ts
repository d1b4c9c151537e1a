import { gatherSettings, type Environment } from './environment.ts';
import { readSettings } from './read-settings.ts';
import {
  jobsOf,
  storeAloneSchema,
  storeFaults,
  storeOf,
  type JobsConfiguration,
  type StoreConfiguration
} from './store.ts';

/** The part of the configuration that a store is opened with. */
export interface StoreAlone {
  readonly store: StoreConfiguration;
  readonly jobs: JobsConfiguration;
}

/**
 * Reads and checks the settings of the store alone (SAGE_COMPANY_CODE, STORE_…, JOB_…): its tools need no key and no Sage.
 * @throws LedgerBridgeError LB001 that lists every fault at once; secrets are not echoed.
 */
export function loadStoreConfiguration(environment: Environment): StoreAlone {
  const wanted = { names: Object.keys(storeAloneSchema.shape), prefixes: ['STORE_', 'JOB_'] };
  const settings = readSettings(gatherSettings(environment, wanted), storeAloneSchema, storeFaults);
  return { store: storeOf(settings), jobs: jobsOf(settings) };
}

/**
 * What `openStore` takes: `exclusive` for the service, `shared` for a tool beside it. The password of PostgreSQL is in
 * it.
 */
export function storeOptionsOf(
  { store, jobs }: StoreAlone,
  { use }: { readonly use: 'exclusive' | 'shared' }
) {
  const { database, companyCode } = store;
  return {
    database: database.engine === 'sqlite' ? { ...database, use, clock: () => Date.now() } : database,
    companyCode,
    retryPolicyOf: () => jobs.retry
  };
}
