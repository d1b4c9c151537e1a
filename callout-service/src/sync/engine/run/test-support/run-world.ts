import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { startSageCompany } from '@ledger-bridge/sage-company';
import { connect } from '../../../../../../test/org-emulator/src/testing/test-org.ts';
import { createAlarm } from '../../../../alerts/create-alarm.ts';
import { packagedMapping } from '../../../../mapping/defaults/packaged-mappings.ts';
import { connectSage } from '../../../../sage/connect-sage.ts';
import { connectTo } from '../../../../salesforce/test-support/connected.ts';
import { startLocalOrg } from '../../../../salesforce/test-support/local-org.ts';
import type { Store } from '../../../../store/port/store.ts';
import { openEmbeddedStore } from '../../../../store/test-support/embedded-store.ts';
import { systemClock } from '../../../../telemetry/clock.ts';
import { createLogger } from '../../../../telemetry/logger.ts';
import { lanes } from '../../../lanes.ts';
import type { MappingParts } from '../../../mappings/mapping-parts.ts';
import { objectPair } from '../../../pairs/object-pairs.ts';
import { createSyncObjects } from '../../../settings/sync-objects/create-sync-objects.ts';
import { settingsOf } from '../../../test-support/settings.ts';
import { createPageProcessor } from '../../page/process-page.ts';
import { createSyncRunHandler, type SyncRunParts } from '../sync-run-handler.ts';

/** A Sage company, the local org with the package and a store, and runs between them. */
export interface RunWorld {
  readonly store: Store;
  readonly parts: SyncRunParts & MappingParts;
  /** As an administrator. */
  readonly connection: Connection;
  readonly configId: string;
  inSage(sql: string): void;
  create(object: string, values: Record<string, unknown>): Promise<string>;
  /** Does slices until none is due, and counts them; throws what one throws. */
  work(changes?: Partial<SyncRunParts>): Promise<number>;
  close(): Promise<void>;
}

export async function startRunWorld(): Promise<RunWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-runs-'));
  const [org, company, kept] = await Promise.all([
    startLocalOrg({ packageDirectory: join(import.meta.dirname, '../../../../../../force-app') }),
    startSageCompany({ directory, today: '2026-01-31' }),
    openEmbeddedStore()
  ]);
  const sage = connectToSage(company);
  const salesforce = connectTo(org, { username: 'integration@ledger-bridge.example' });
  const connection = await connect(org, 'admin@ledger-bridge.example');
  const database = new DatabaseSync(company.databaseFile, { timeout: 10_000 });
  const create = async (object: string, values: Record<string, unknown>) => {
    const saved = await connection.sobject(object).create(values);
    if (saved.success) return saved.id;
    throw new Error(JSON.stringify(saved));
  };
  const configId = await create('Integration_Config__c', configValues);
  const { store } = kept;
  const parts = partsOf({ sage, salesforce, store, configId });
  return {
    ...{ store, parts, connection, configId, create },
    inSage: (sql) => {
      database.exec(sql);
    },
    work: (changes = {}) => workSlices(store, { ...parts, ...changes }),
    async close() {
      database.close();
      await salesforce.close();
      await sage.close();
      await Promise.all([org.close(), company.close(), kept.remove()]);
      await rm(directory, { recursive: true });
    }
  };
}

const configValues = {
  ...{ Company_Code__c: 'ABC', Active__c: true, Order_Trigger__c: 'Both', Price_Source__c: 'Sage' },
  ...{ Credit_Reaction__c: 'Warn', Currency_Rule__c: 'Refuse', New_Customer_Division__c: '01' }
};

function connectToSage(company: Awaited<ReturnType<typeof startSageCompany>>) {
  return connectSage({
    ...{ connectionString: company.connectionString, environment: { ODBCINI: company.odbcIniFile } },
    ...{ companyCode: 'ABC', timeZone: 'UTC', poolSize: 2, connectTimeoutMs: 10_000, queryTimeoutMs: 20_000 },
    ...{ acquireTimeoutMs: 20_000, cancelGraceMs: 1_000, writing: undefined },
    credit: { includeOpenOrders: true, zeroLimitMeans: 'none', reaction: 'warn' },
    availability: { includePurchaseOrders: false, includeWorkOrders: false },
    observer: { readEnded: () => undefined }
  });
}

function partsOf(world: {
  readonly sage: ReturnType<typeof connectSage>;
  readonly salesforce: ReturnType<typeof connectTo>;
  readonly store: Store;
  readonly configId: string;
}): RunWorld['parts'] {
  const { sage, salesforce, store, configId } = world;
  const common = {
    ...{ store, companyCode: 'ABC', clock: systemClock, timeZone: 'UTC' },
    logger: createLogger({ level: 'silent', secrets: [] })
  };
  const integration = {
    current: () => Promise.resolve(settingsOf({ configId })),
    refresh: () => undefined
  };
  return {
    ...{ ...common, sage, salesforce, integration, apiReservePercent: 10 },
    pairOf: (name) => objectPair(name),
    source: createSyncObjects({ ...common, records: salesforce.records, packagedMapping }),
    processPage: createPageProcessor({ ...common, ...salesforce, catalogue: sage.catalogue, integration }),
    alarm: createAlarm({ ...common, lanes: [lanes.alertMail], digestMinutes: 60 })
  };
}

async function workSlices(store: Store, parts: SyncRunParts): Promise<number> {
  const handler = createSyncRunHandler(parts);
  const { signal } = new AbortController();
  for (let slices = 0; ; slices += 1) {
    const claim = { lane: lanes.syncRun, limit: 1, worker: 'test', leaseMs: 60_000 };
    const [job] = await store.jobs.claim(claim);
    if (job === undefined) return slices;
    try {
      const result = await handler.run(job, { signal, store });
      await store.transaction(async (within) => {
        await result?.commit?.(within);
        await within.jobs.complete(job.lease);
      });
    } catch (error) {
      await store.jobs.handBack(job.lease);
      throw error;
    }
  }
}
