import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { DateTime } from 'luxon';
import { connect } from '../../../../../test/org-emulator/src/testing/test-org.ts';
import { asLedgerBridgeError } from '../../../errors/as-ledger-bridge-error.ts';
import type { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { packagedMapping } from '../../../mapping/defaults/packaged-mappings.ts';
import type { MappingContent } from '../../../mapping/mapping-content.ts';
import {
  startWritingCompany,
  type WritingCompany
} from '../../../sage/writing/test-support/writing-company.ts';
import type { SageWriter } from '../../../sage/port/sage-writer.ts';
import type { Salesforce } from '../../../salesforce/port/salesforce.ts';
import { connectTo } from '../../../salesforce/test-support/connected.ts';
import { startLocalOrg } from '../../../salesforce/test-support/local-org.ts';
import type { Store } from '../../../store/port/store.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../../store/test-support/embedded-store.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import { settingsOf } from '../../test-support/settings.ts';
import type { RunMode } from '../detection.ts';
import { createPageProcessor } from '../page/process-page.ts';
import type { PagePart } from '../page-result.ts';
import type { RecordInStep } from '../payloads.ts';
import { createRecordInStep, type RecordParts } from '../record/record-in-step.ts';
import { lanes } from '../../lanes.ts';

/** The local org with the package, a Sage company with all ways in, and a store. */
export interface EnginePlace {
  readonly org: RunningOrg;
  readonly salesforce: Salesforce;
  /** As an administrator. */
  readonly connection: Connection;
  readonly sage: WritingCompany;
  readonly store: Store;
  readonly parts: RecordParts;
  /** Changes a table of Sage behind everybody's back. */
  inSage(sql: string, ...values: SQLInputValue[]): void;
  /** The mapping that holds for a pair, until the end of the file. */
  publish(pair: PairName, change: (content: MappingContent) => MappingContent): void;
  settings(changes: Partial<SyncObjectSettings>): void;
  /** Reads records by key and brings them in step as a page; without `commit` as one whose process ended before. */
  page(
    pair: ObjectPair,
    keys: readonly string[],
    how?: { readonly mode?: RunMode; readonly vanished?: readonly string[]; readonly commit?: boolean }
  ): Promise<PagePart>;
  /** Does a job of one record, and gives what it failed of. */
  bring(wanted: RecordInStep): Promise<LedgerBridgeError | undefined>;
  /** Does all jobs of records that are due, and gives the codes of those that failed. */
  work(): Promise<readonly string[]>;
  create(object: string, values: Record<string, unknown>): Promise<string>;
  /** All records of an object whose field has the value. */
  find(object: string, field: string, value: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

const wholePackage = join(import.meta.dirname, '../../../../../force-app');

export async function startEnginePlace(pairs: readonly ObjectPair[]): Promise<EnginePlace> {
  const [org, sage, kept] = await Promise.all([
    startLocalOrg({ packageDirectory: wholePackage }),
    startWritingCompany(),
    openEmbeddedStore()
  ]);
  const salesforce = connectTo(org, { username: 'integration@ledger-bridge.example' });
  const connection = await connect(org, 'admin@ledger-bridge.example');
  const database = new DatabaseSync(sage.company.databaseFile, { timeout: 10_000 });
  const mappings = new Map<PairName, MappingContent>();
  const mappingOf = (pair: PairName) => mappings.get(pair) ?? packagedMapping(pair);
  let settings = objectSettings({});
  const parts = recordParts({ salesforce, sage, kept, writer: sage.writer() }, pairs, {
    find: (pair) => Promise.resolve({ ...settings, pair }),
    mapping: (pair) => Promise.resolve({ version: 1, content: mappingOf(pair) })
  });
  const processPage = createPageProcessor(parts);
  const handler = createRecordInStep(parts);
  const { store } = kept;
  const signal = new AbortController().signal;
  const bring = async (payload: unknown, key: string | undefined) => {
    const { id } = await store.jobs.enqueue({ lane: 'test', ...(key !== undefined && { key }), payload });
    const [job] = await store.jobs.claim({ lane: 'test', limit: 1, worker: 'test', leaseMs: 60_000 });
    if (job?.id !== id) throw new Error('the job is not there');
    try {
      const result = await handler.run(job, { signal, store });
      await store.transaction(async (within) => result?.commit?.(within));
      return undefined;
    } catch (error) {
      return asLedgerBridgeError(error);
    } finally {
      await store.jobs.complete(job.lease);
    }
  };
  return {
    ...{ org, salesforce, connection, sage, store, parts },
    inSage: (sql, ...values) => void database.prepare(sql).run(...values),
    publish: (pair, change) => void mappings.set(pair, change(mappingOf(pair))),
    settings: (changes) => void (settings = objectSettings(changes)),
    async page(pair, keys, { mode = 'changes', vanished = [], commit = true } = {}) {
      const records = await pair.reads(sage.options.records).byKeys(keys);
      const parts = await processPage({
        ...{ pair, mode, signal, settings, runId: 1 },
        mapping: { version: 1, content: mappingOf(pair.name) },
        page: { records, vanished }
      });
      for (const part of commit ? parts : []) await store.transaction((within) => part.commit(within));
      const [part, ...others] = parts;
      if (part === undefined || others.length > 0) throw new Error('a page of the tests has one part');
      return part;
    },
    bring: (wanted) => bring(wanted, undefined),
    async work() {
      const failed: string[] = [];
      for (;;) {
        const claim = { lane: lanes.recordInStep, limit: 1, worker: 'test', leaseMs: 60_000 };
        const [job] = await store.jobs.claim(claim);
        if (job === undefined) return failed;
        const error = await bring(job.payload, undefined);
        if (error === undefined) await store.jobs.complete(job.lease);
        else {
          failed.push(error.code);
          const { code, message } = error;
          await store.jobs.fail(job.lease, { kind: 'permanent', code, message });
        }
      }
    },
    async create(object, values) {
      const saved = await connection.sobject(object).create(values);
      if (saved.success) return saved.id;
      throw new Error(JSON.stringify(saved));
    },
    async find(object, field, value) {
      const { records } = await connection.query(
        `SELECT FIELDS(ALL) FROM ${object} WHERE ${field} = '${value}' LIMIT 200`
      );
      return records;
    },
    async close() {
      database.close();
      await salesforce.close();
      await sage.close();
      await Promise.all([org.close(), kept.remove()]);
    }
  };
}

function recordParts(
  world: {
    readonly salesforce: Salesforce;
    readonly sage: WritingCompany;
    readonly kept: EmbeddedStore;
    readonly writer: SageWriter;
  },
  pairs: readonly ObjectPair[],
  settings: RecordParts['settings']
): RecordParts {
  const { salesforce, sage, kept, writer } = world;
  const integration = settingsOf();
  return {
    settings,
    store: kept.store,
    records: salesforce.records,
    bulk: salesforce.bulk,
    schema: salesforce.schema,
    catalogue: sage.options.catalogue,
    sage: { records: sage.options.records, writer },
    integration: { current: () => Promise.resolve(integration), refresh: () => undefined },
    timeZone: 'America/Chicago',
    clock: () => DateTime.utc(),
    logger: createLogger({ level: 'silent', secrets: [] }),
    pairs: (name) => {
      const pair = pairs.find((each) => each.name === name);
      if (pair === undefined) throw new Error(`the test does not use ${name}`);
      return pair;
    }
  };
}

function objectSettings(changes: Partial<SyncObjectSettings>): SyncObjectSettings {
  return {
    recordId: 'a01000000000001AAA',
    pair: 'Account-customer',
    active: true,
    schedule: null,
    everySeconds: null,
    reconcileSchedule: null,
    maxVanishedPercent: 20,
    whenVanished: 'keep',
    ...changes
  };
}
