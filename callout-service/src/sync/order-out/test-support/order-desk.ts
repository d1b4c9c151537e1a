import { DateTime } from 'luxon';
import { createLogger } from '../../../telemetry/logger.ts';
import type { JobHandler } from '../../../jobs/handler.ts';
import { startWorker, type Worker } from '../../../jobs/worker.ts';
import { until } from '../../../jobs/test-support/worked-lane.ts';
import type { SalesforceRecords } from '../../../salesforce/port/salesforce-records.ts';
import type { SageWriter } from '../../../sage/port/sage-writer.ts';
import { createOrderChecks } from '../../../sage/writing/order-checks.ts';
import type { WritingCompany } from '../../../sage/writing/test-support/writing-company.ts';
import type { JobHistory, JobRecord } from '../../../store/port/job.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../../store/test-support/embedded-store.ts';
import { lanes, topics } from '../../lanes.ts';
import type { OrderRequest } from '../../order-request/order-request.ts';
import type { IntegrationSettings } from '../../settings/integration-settings.ts';
import { settingsOf } from '../../test-support/settings.ts';
import {
  orderWriteBackSchema,
  syncLogSchema,
  type OrderWriteBack,
  type SyncLog
} from '../../write-back/payloads.ts';
import type { CustomerResolver } from '../customer-resolver.ts';
import { createSalesOrderOut } from '../sales-order-out.ts';

/** What became of one request. */
export interface Answered {
  readonly job: JobHistory;
  readonly error: unknown;
  readonly writeBack: OrderWriteBack | undefined;
  readonly log: SyncLog | undefined;
}

/** The lane of orders at work: the real store and worker, the real Sage company, records as the test gives them. */
export interface OrderDesk {
  readonly store: EmbeddedStore['store'];
  /** Settings that the admin changes. */
  settings(changes: Partial<IntegrationSettings>): void;
  /** Asks for the record, and waits until its job is done or dead. */
  ask(request: Pick<OrderRequest, 'object' | 'recordId'> & Partial<OrderRequest>): Promise<Answered>;
  jobsOf(lane: string): Promise<readonly JobRecord[]>;
  close(): Promise<void>;
}

export interface OrderDeskParts {
  readonly sage: WritingCompany;
  readonly writer: SageWriter;
  readonly records: Pick<SalesforceRecords, 'all'>;
  readonly customers?: CustomerResolver;
}

/** Accounts have their numbers: making customers is shown elsewhere. */
const numbered: CustomerResolver = {
  resolve: ({ sageCustomerNo }) =>
    Promise.resolve({
      customerNo: sageCustomerNo ?? '',
      how: 'numbered',
      updated: false,
      contactKey: undefined,
      story: 'The account has its number.'
    })
};

export async function openOrderDesk(parts: OrderDeskParts): Promise<OrderDesk> {
  const embedded = await openEmbeddedStore();
  const { store } = embedded;
  await store.publications.subscribe({ topic: topics.stockChanged, subscriber: 'test', lane: 'test-stock' });
  let settings = settingsOf();
  const errors = new Map<number, unknown>();
  const handler = createSalesOrderOut({
    salesforce: { records: parts.records },
    sage: {
      records: parts.sage.options.records,
      catalogue: parts.sage.options.catalogue,
      checks: createOrderChecks(parts.sage.options),
      writer: parts.writer
    },
    settings: { current: () => Promise.resolve(settings), refresh: () => undefined },
    customers: parts.customers ?? numbered,
    company: { currency: 'USD', timeZone: 'America/Chicago' },
    clock: () => DateTime.fromISO('2026-01-31T12:00:00Z', { zone: 'utc' }) as DateTime<true>,
    logger: createLogger({ level: 'error', secrets: [], destination: { write: () => undefined } })
  });
  const worker = work(handler, store, errors);
  let asked = 0;
  return {
    store,
    settings: (changes) => void (settings = settingsOf(changes)),
    async ask(request) {
      asked += 1;
      const payload: OrderRequest = {
        orderKey: request.recordId,
        action: 'submit',
        requestedBy: null,
        requestedAt: new Date(Date.UTC(2026, 0, 31, 12, 0, asked)).toISOString(),
        source: 'event',
        ...request
      };
      const { id } = await store.jobs.enqueue({ lane: lanes.salesOrderOut, key: payload.orderKey, payload });
      const job = await until(async () => {
        const found = await store.jobs.find(id);
        return found?.state === 'done' || found?.state === 'dead' ? found : undefined;
      });
      return { job, error: errors.get(id), ...(await followedBy(store, id)) };
    },
    jobsOf: (lane) => jobsIn(store, lane),
    async close() {
      await worker.stop();
      await embedded.remove();
    }
  };
}

/** Works the lane, and remembers what each job was rejected with. */
function work(handler: JobHandler, store: EmbeddedStore['store'], errors: Map<number, unknown>): Worker {
  return startWorker(
    {
      ...handler,
      run: async (job, context) => {
        try {
          return await handler.run(job, context);
        } catch (error) {
          errors.set(job.id, error);
          throw error;
        }
      }
    },
    {
      store,
      leaseMs: 30_000,
      timeLimitMs: 60_000,
      stopGraceMs: 2_000,
      logger: createLogger({ level: 'error', secrets: [], destination: { write: () => undefined } }),
      observer: {
        attemptEnded: () => undefined,
        leaseLost: () => undefined,
        abandonedChanged: () => undefined,
        reclaimed: () => undefined,
        handedBack: () => undefined,
        scheduleFired: () => undefined
      }
    }
  );
}

/** The jobs that this one left behind, by what they carry of it. */
async function followedBy(
  store: EmbeddedStore['store'],
  id: number
): Promise<Pick<Answered, 'writeBack' | 'log'>> {
  const after = (jobs: readonly JobRecord[]) => jobs.find((job) => job.id > id)?.payload;
  const log = (await jobsIn(store, lanes.syncLog)).find(({ key }) => key?.endsWith(`:${id}`));
  const writeBack = after(await jobsIn(store, lanes.orderWriteBack));
  return {
    writeBack: writeBack === undefined ? undefined : orderWriteBackSchema.parse(writeBack),
    log: log && syncLogSchema.parse(log.payload)
  };
}

async function jobsIn(store: EmbeddedStore['store'], lane: string): Promise<readonly JobRecord[]> {
  return store.jobs.list({ lane, limit: 500 });
}
