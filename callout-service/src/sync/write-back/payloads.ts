import { z } from 'zod';
import { orderObjects } from '../order-request/order-request.ts';

/** Payload of a job in lane `order-write-back`: the job reads Sage itself, so that it writes what is true by then. */
export const orderWriteBackSchema = z.object({
  orderKey: z.string(),
  /** Every record that shows the order. */
  records: z.array(z.object({ object: z.enum(orderObjects), recordId: z.string() })),
  /** Null when the order failed and never had a number. */
  salesOrderNo: z.string().nullable(),
  /** Which line of Salesforce is which LineKey of Sage, by the line's id; absent where only Sage changed. */
  lineKeys: z.record(z.string(), z.string()).optional(),
  /** What the record's sync state becomes. */
  state: z.enum(['Done', 'Failed']),
  /** For people, on the record: a code of the catalogue, and one sentence. Null empties them. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** Of the request that this answers; a newer request on the record keeps its own state. Null where Sage changed by itself. */
  requestedAt: z.string().nullable()
});
export type OrderWriteBack = z.infer<typeof orderWriteBackSchema>;

/** Payload of a job in lane `account-write-back`. */
export const accountWriteBackSchema = z.object({
  object: z.enum(['Account', 'Contact']),
  recordId: z.string(),
  /** `Sage_Customer_No__c` or `Sage_Contact_Key__c`. */
  field: z.enum(['Sage_Customer_No__c', 'Sage_Contact_Key__c']),
  sageKey: z.string()
});
export type AccountWriteBack = z.infer<typeof accountWriteBackSchema>;

/** Payload of topic `stock-changed`: which item, and why it is read again. */
export const stockChangeSchema = z.object({ itemCode: z.string(), because: z.string() });
export type StockChange = z.infer<typeof stockChangeSchema>;

/** Payload of a job in lane `sync-log`: one line of `Sync_Log__c`, upserted by `runKey`. */
export const syncLogSchema = z.object({
  runKey: z.string().max(80),
  objectPair: z.string(),
  direction: z.enum(['To Sage', 'To Salesforce']),
  trigger: z.string(),
  state: z.enum(['Succeeded', 'Failed', 'Refused']),
  recordId: z.string().nullable(),
  sageKey: z.string().nullable(),
  action: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  attempts: z.int(),
  counts: z.object({
    read: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    failed: z.int()
  }),
  /** What happened, step by step, in plain words with milliseconds; at most 32,000 characters. */
  story: z.array(z.string())
});
export type SyncLog = z.infer<typeof syncLogSchema>;
