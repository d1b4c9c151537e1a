import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { DateTime } from 'luxon';
import { connect, control } from '../../../../../test/org-emulator/src/testing/test-org.ts';
import type { JobHandler } from '../../../jobs/handler.ts';
import { startJobEngine } from '../../../jobs/job-engine.ts';
import type { JobObserver } from '../../../jobs/job-observer.ts';
import {
  startRecordsCompany,
  type RecordsCompany
} from '../../../sage/records/test-support/records-company.ts';
import type { Salesforce } from '../../../salesforce/port/salesforce.ts';
import { connectTo } from '../../../salesforce/test-support/connected.ts';
import { requestsOf, startLocalOrg } from '../../../salesforce/test-support/local-org.ts';
import type { JobHistory } from '../../../store/port/job.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../../store/test-support/embedded-store.ts';
import { createLogger } from '../../../telemetry/logger.ts';

const admin = 'admin@ledger-bridge.example';
const integration = 'integration@ledger-bridge.example';

/** The local org with the package, the Sage company over ODBC and a store: everything that orders are moved between. */
export interface OrderPlace {
  readonly sage: RecordsCompany;
  readonly salesforce: Salesforce;
  readonly org: RunningOrg;
  /** As an administrator. */
  readonly connection: Connection;
  /** What the service logged. */
  readonly log: Record<string, unknown>[];
  /** What handlers have in common; its clock is `now`. */
  readonly parts: {
    readonly records: Salesforce['records'];
    readonly sage: { readonly records: RecordsCompany['records'] };
    readonly timeZone: string;
    readonly clock: () => DateTime<true>;
    readonly logger: ReturnType<typeof createLogger>;
  };
  setNow(moment: string): void;
  /** Creates a record as an administrator and gives its id. */
  create(object: string, values: Record<string, unknown>): Promise<string>;
  read(object: string, id: string): Promise<Record<string, unknown>>;
  /** Requests of the service for records, since the last call, as `PATCH composite/sobjects`. */
  requests(): Promise<string[]>;
  close(): Promise<void>;
}

export async function startOrderPlace(): Promise<OrderPlace> {
  const [org, sage] = await Promise.all([
    startLocalOrg({ packageDirectory: join(import.meta.dirname, '../../../../../force-app') }),
    startRecordsCompany({ timeZone: 'UTC' })
  ]);
  const salesforce = connectTo(org, { username: integration });
  const connection = await connect(org, admin);
  const log: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) };
  let now = DateTime.utc();
  return {
    ...{ sage, salesforce, org, connection, log },
    parts: {
      records: salesforce.records,
      sage,
      timeZone: 'UTC',
      clock: () => now,
      logger: createLogger({ level: 'info', secrets: [], destination })
    },
    setNow(moment) {
      const set = DateTime.fromISO(moment, { zone: 'utc' });
      if (set.isValid) now = set;
    },
    async create(object, values) {
      const saved = await connection.sobject(object).create(values);
      if (saved.success) return saved.id;
      throw new Error(JSON.stringify(saved));
    },
    read: (object, id) => connection.sobject(object).retrieve(id),
    async requests() {
      const asked = await requestsOf(org, '/services/data/v[0-9.]+/(composite|query)');
      await control(org, 'DELETE', '/requests');
      return asked.map((each) => each.replace(/\/services\/data\/v[0-9.]+\//, '').replace(/\?.*/s, ''));
    },
    async close() {
      await salesforce.close();
      await sage.close();
      await org.close();
    }
  };
}

/** A product and the price by which it is sold. */
export interface PricedProduct {
  readonly product: string;
  readonly price: string;
}

export async function createProduct(
  place: OrderPlace,
  itemCode: string,
  values: Record<string, unknown> = {}
): Promise<PricedProduct> {
  const book = await place.connection.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const product = await place.create('Product2', {
    Name: itemCode,
    ProductCode: itemCode,
    IsActive: true,
    ...values
  });
  const price = await place.create('PricebookEntry', {
    Product2Id: product,
    Pricebook2Id: book.records[0]?.Id,
    UnitPrice: 1,
    IsActive: true
  });
  return { product, price };
}

/** A store with workers for these handlers. */
export interface WorkedStore extends EmbeddedStore {
  /** Enqueues a job and waits until nothing of the handlers' lanes is to be done; the job as it stands then. */
  does(lane: string, key: string, payload: unknown): Promise<JobHistory>;
  /** Until nothing of the handlers' lanes is to be done. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function workStore(handlers: readonly JobHandler[]): Promise<WorkedStore> {
  const opened = await openEmbeddedStore();
  const { store } = opened;
  const engine = startJobEngine({
    ...{ store, handlers, observer, logger: createLogger({ level: 'silent', secrets: [] }) },
    ...{ leaseMs: 30_000, timeLimitMs: 30_000, stopGraceMs: 2_000 },
    retention: {
      doneDays: 7,
      failureDays: 7,
      idempotencyKeyDays: 7,
      runDays: 7,
      auditDays: 7,
      changeDays: 7,
      maxMegabytes: 100
    }
  });
  const worked = new Set(handlers.map(({ lane }) => lane));
  const settled = async () => {
    const deadline = performance.now() + 20_000;
    for (;;) {
      const lanes = (await store.jobs.statistics()).filter(({ lane }) => worked.has(lane));
      if (
        lanes.every(({ active, due, waiting, dead }) => active + due === 0 && (waiting === 0 || dead > 0))
      ) {
        return;
      }
      if (performance.now() > deadline)
        throw new Error('There is still something to do after twenty seconds');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    ...opened,
    settled,
    async does(lane, key, payload) {
      const { id } = await store.jobs.enqueue({ lane, key, payload });
      await settled();
      const job = await store.jobs.find(id);
      if (job === undefined) throw new Error('The job is gone');
      return job;
    },
    async stop() {
      await engine.stop();
      await opened.remove();
    }
  };
}

const ignore = () => undefined;
const observer: JobObserver = {
  attemptEnded: ignore,
  leaseLost: ignore,
  abandonedChanged: ignore,
  reclaimed: ignore,
  handedBack: ignore,
  scheduleFired: ignore
};
