import type { z } from 'zod';
import type { JobRecord } from '../../store/port/job.ts';
import { recordChangeSchema, recordInStepSchema, syncRunSchema } from '../engine/payloads.ts';
import { lanes } from '../lanes.ts';
import { orderRequestSchema } from '../order-request/order-request.ts';
import { accountWriteBackSchema, orderWriteBackSchema, stockChangeSchema } from '../write-back/payloads.ts';

/** What a job is about, for people. */
export interface JobSubject {
  /** API name, as `Opportunity`. */
  readonly objectName: string | null;
  readonly recordId: string | null;
  /** As `0000123`, `01-ABF`, `6655`. */
  readonly sageKey: string | null;
}

const NOTHING: JobSubject = { objectName: null, recordId: null, sageKey: null };
type Reader = (payload: unknown) => JobSubject;

const readers: Readonly<Record<string, Reader>> = {
  [lanes.salesOrderOut]: reading(orderRequestSchema, ({ object, recordId }) => ({
    ...NOTHING,
    objectName: object,
    recordId
  })),
  [lanes.orderWriteBack]: reading(orderWriteBackSchema, ({ records: [record], salesOrderNo }) => ({
    objectName: record?.object ?? null,
    recordId: record?.recordId ?? null,
    sageKey: salesOrderNo
  })),
  [lanes.accountWriteBack]: reading(accountWriteBackSchema, ({ object, recordId, sageKey }) => ({
    objectName: object,
    recordId,
    sageKey
  })),
  [lanes.stockRecords]: reading(stockChangeSchema, ({ itemCode }) => ({ ...NOTHING, sageKey: itemCode })),
  [lanes.stockEvents]: reading(stockChangeSchema, ({ itemCode }) => ({ ...NOTHING, sageKey: itemCode })),
  [lanes.recordInStep]: reading(recordInStepSchema, ({ pair, sageKey, salesforceId }) => ({
    // A pair is named `object-entity`, and no object has a hyphen.
    objectName: pair.split('-')[0] ?? null,
    recordId: salesforceId ?? null,
    sageKey: sageKey ?? null
  })),
  [lanes.syncRun]: reading(syncRunSchema, ({ pair }) => ({
    ...NOTHING,
    objectName: pair.split('-')[0] ?? null
  })),
  [lanes.webhook]: reading(recordChangeSchema, ({ pair, salesforceId, sageKey }) => ({
    objectName: pair.split('-')[0] ?? null,
    recordId: salesforceId,
    sageKey
  }))
};

/** Which record in either system the job is about; nothing where its payload does not say it. */
export function subjectOfJob({ lane, payload }: Pick<JobRecord, 'lane' | 'payload'>): JobSubject {
  return readers[lane]?.(payload) ?? NOTHING;
}

/** A payload that an operator edited, or that an older release wrote, may say nothing. */
function reading<T>(schema: z.ZodType<T>, subjectOf: (payload: T) => JobSubject): Reader {
  return (payload) => {
    const read = schema.safeParse(payload);
    return read.success ? subjectOf(read.data) : NOTHING;
  };
}
