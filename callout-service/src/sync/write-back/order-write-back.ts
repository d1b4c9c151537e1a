import { createSageDay } from '../../inquiry/sage-day.ts';
import type { Gate } from '../../jobs/gate.ts';
import type { JobContext, JobHandler, JobResult } from '../../jobs/handler.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import type { IntegrationSettingsSource } from '../settings/integration-settings.ts';
import { answerFields, headerChanges, orderFields } from './header-changes.ts';
import { lineChanges } from './line-changes.ts';
import { orderWriteBackSchema, type OrderWriteBack } from './payloads.ts';
import { readOrders, type OrderReads } from './read-orders.ts';
import { readPayload } from './read-payload.ts';
import { findShown, putShown, type ShownEntry } from './shown-links.ts';
import { digestOf, goneOrder, isFinal, shownOrder, type Shown } from './shown-order.ts';
import { readShownRecords, type RecordKey, type ShownRecord } from './shown-record.ts';
import { throwFailures, writeRecords, type WriteFailure } from './write-records.ts';

export interface OrderWriteBackParts {
  readonly records: Pick<SalesforceRecords, 'all' | 'update'>;
  readonly sage: { readonly records: OrderReads };
  readonly settings: Pick<IntegrationSettingsSource, 'current'>;
  /** IANA name of the Sage server's zone: on which day a quote expires. */
  readonly timeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Open while both Sage and Salesforce can be reached. */
  readonly gate?: Gate;
}

const CONCURRENCY = 4;

/**
 * Writes what Sage made of an order to every record that shows it, as Sage and the records are when the job runs. Only what
 * differs is written, so that a job that runs again finds nothing to do. Lines go first: a header that says Done has its
 * lines. That a request may come between the reading of a record and the writing of its state is left to the request's own
 * job, which answers it afterwards.
 */
export function createOrderWriteBack(parts: OrderWriteBackParts): JobHandler {
  const work = { ...parts, sageDay: createSageDay(parts.timeZone) };
  return {
    lane: lanes.orderWriteBack,
    concurrency: CONCURRENCY,
    ...(parts.gate !== undefined && { gate: parts.gate }),
    run: async (job, context) => {
      const payload = readPayload(orderWriteBackSchema, job);
      const { salesOrderNo } = payload;
      return payload.state === 'Failed' || salesOrderNo === null
        ? writeAnswer(payload, work)
        : writeOrder({ ...payload, salesOrderNo }, job, { ...work, ...context });
    }
  };
}

type Work = OrderWriteBackParts & { readonly sageDay: ReturnType<typeof createSageDay> };
type Working = Work & JobContext;
type OrderOfJob = OrderWriteBack & { readonly salesOrderNo: string };

/** Only what became of the request: number and totals stay as they are. */
async function writeAnswer(payload: OrderWriteBack, work: Work): Promise<undefined> {
  const found = await presentRecords(payload.records, work);
  const failures = await writeHeaders(work, found, (record) =>
    headerChanges(record, answerFields(payload, record))
  );
  throwFailures(failures, aboutOrder(payload));
  return undefined;
}

/** Number, status, totals and lines. */
async function writeOrder(
  payload: OrderOfJob,
  job: ClaimedJob,
  work: Working
): Promise<JobResult | undefined> {
  const { salesOrderNo } = payload;
  const syncedAt = work.clock().toISO();
  const before = (await findShown(work.store, [salesOrderNo])).get(salesOrderNo);
  const shown = await readShown(salesOrderNo, before, work);
  const isNews = payload.requestedAt !== null || payload.lineKeys !== undefined;
  if (!isNews && before?.written === digestOf(shown)) return undefined;
  work.signal.throwIfAborted();

  const wanted = withoutRepetition([...payload.records, ...(before?.records ?? [])]);
  const found = await presentRecords(wanted, work);
  const { statusMapping } = await work.settings.current();
  const order = orderFields({ salesOrderNo, shown, statusMapping });
  const failures = await writeLines(work, found, shown, payload);
  work.signal.throwIfAborted();
  const asked = new Set(payload.records.map(({ recordId }) => recordId));
  const headers = await writeHeaders(work, found, (record) => {
    const answer = asked.has(record.id) ? answerFields(payload, record) : {};
    return headerChanges(record, { ...order, ...answer }, syncedAt);
  });
  throwFailures([...failures, ...headers], aboutOrder(payload));
  work.logger.info(
    { jobId: job.id, salesOrderNo, status: shown.status, records: found.length },
    'an order of Sage was written to Salesforce'
  );
  return { commit: (within) => putShown(within, entryOf(payload, shown, found), before) };
}

async function readShown(
  salesOrderNo: string,
  before: ShownEntry | undefined,
  { sage, sageDay, clock, logger }: Work
): Promise<Shown> {
  const order = (await readOrders(sage.records, [salesOrderNo])).get(salesOrderNo);
  if (order !== undefined) return shownOrder(order, sageDay(clock()));
  logger.warn({ salesOrderNo }, 'Sage has the order neither open nor in history; its figures are left alone');
  return goneOrder(before?.status ?? undefined);
}

/** The records that are there; the others are told once and count as done. */
async function presentRecords(wanted: readonly RecordKey[], { records, logger }: Work) {
  const found = await readShownRecords(records, wanted);
  const there = new Set(found.map(({ id }) => id));
  for (const { object, recordId } of wanted) {
    if (!there.has(recordId))
      logger.warn({ object, recordId }, 'the record of an order is not in Salesforce');
  }
  return found;
}

async function writeLines(
  work: Work,
  found: readonly ShownRecord[],
  shown: Shown,
  { lineKeys }: OrderWriteBack
): Promise<readonly WriteFailure[]> {
  if (shown.gone) return [];
  const failures: WriteFailure[] = [];
  for (const [lineObject, records] of grouped(found, ({ lineObject: object }) => object)) {
    const changes = records.flatMap((record) => lineChanges(record, shown.lines, lineKeys));
    failures.push(...(await writeRecords(work, lineObject, changes)));
  }
  return failures;
}

async function writeHeaders(
  work: Work,
  found: readonly ShownRecord[],
  changesOf: (record: ShownRecord) => ReturnType<typeof headerChanges>
): Promise<readonly WriteFailure[]> {
  const failures: WriteFailure[] = [];
  for (const [object, records] of grouped(found, (record) => record.object)) {
    const changes = records.flatMap((record) => {
      const fields = changesOf(record);
      return fields === undefined ? [] : [{ id: record.id, fields }];
    });
    failures.push(...(await writeRecords(work, object, changes)));
  }
  return failures;
}

/** Keeps what Salesforce shows now. An order that nobody shows any more is not looked at again. */
function entryOf(
  { orderKey, salesOrderNo }: OrderOfJob,
  shown: Shown,
  found: readonly ShownRecord[]
): ShownEntry {
  const digest = digestOf(shown);
  return {
    orderKey,
    salesOrderNo,
    written: digest,
    noticed: digest,
    status: shown.status,
    records: found.map(({ object, id }) => ({ object, recordId: id })),
    final: isFinal(shown) || found.length === 0
  };
}

function withoutRepetition(keys: readonly RecordKey[]): readonly RecordKey[] {
  return [...new Map(keys.map((key) => [key.recordId, key])).values()];
}

function grouped<K, T>(list: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  return Map.groupBy(list, keyOf);
}

function aboutOrder({ salesOrderNo, orderKey }: OrderWriteBack): string {
  return salesOrderNo === null ? `the order of ${orderKey}` : `sales order ${salesOrderNo}`;
}
