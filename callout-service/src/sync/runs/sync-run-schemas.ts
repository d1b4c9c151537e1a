import { z } from 'zod';
import { runModes } from '../engine/detection.ts';

/** A run over one object pair, as pages show it. */
export const syncRunViewSchema = z
  .object({
    runId: z.int(),
    /** The object pair, as `Account-customer`. */
    pair: z.string(),
    label: z.string(),
    mode: z.enum(runModes),
    trigger: z.string(),
    state: z.enum(['running', 'succeeded', 'failed', 'stopped', 'interrupted']),
    /** True once a person asked a running one to end. */
    stopRequested: z.boolean(),
    mappingVersion: z.int().nullable(),
    counts: z.object({
      read: z.int(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      skipped: z.int(),
      failed: z.int()
    }),
    /** Failed and skipped records, by code. */
    causes: z.record(z.string(), z.int()),
    startedAt: z.iso.datetime(),
    lastSignAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    /** Where Sage was read from and up to, for people. */
    watermarkBefore: z.string().nullable(),
    watermarkAfter: z.string().nullable(),
    /** Why it ended as it did. */
    reason: z.string().nullable()
  })
  .meta({ id: 'SyncRun' });
export type SyncRunView = z.infer<typeof syncRunViewSchema>;

/** Runs, the newest first. */
export const syncRunPageSchema = z
  .object({
    items: z.array(syncRunViewSchema),
    nextCursor: z.string().optional(),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'SyncRunPage' });
export type SyncRunPage = z.infer<typeof syncRunPageSchema>;

/** What became of the wish to start runs; flat, so that a flow of an admin can read it. */
export const startedSyncsSchema = z.object({
  started: z.int().describe('Runs that were started'),
  alreadyRunning: z.int().describe('Object pairs whose run was under way: that one is the answer'),
  runIds: z.string().describe('Numbers of the runs, with commas, in the order of their dependencies')
});
export type StartedSyncs = z.infer<typeof startedSyncsSchema>;

/** What a run over all records of a pair would come to; flat, as the answer to a start. */
export const syncEstimateSchema = z.object({
  records: z.int().describe('Records in Sage, filters left aside; lines of documents come besides'),
  linked: z.int().describe('Those that Salesforce has already'),
  apiRequests: z.int().describe('Requests to Salesforce, at most'),
  storageMegabytes: z.int().describe('Storage that new records take in Salesforce')
});
export type SyncEstimate = z.infer<typeof syncEstimateSchema>;
