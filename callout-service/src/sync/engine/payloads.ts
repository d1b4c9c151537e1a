import { z } from 'zod';
import { pairNames } from '../pairs/pair-names.ts';
import { runModes } from './detection.ts';

/** Payload of a job in lane `sync-run`: a slice of a run; it enqueues the next slice itself. */
export const syncRunSchema = z.object({
  pair: z.enum(pairNames),
  mode: z.enum(runModes),
  /** What started it: `schedule`, `interval`, `operator`, `salesforce`, `mapping`. */
  trigger: z.string().max(40),
  /** Id in the store's sync runs; absent before the first slice. */
  runId: z.int().optional(),
  /** Salesforce's user or the operator who asked for it. */
  requestedBy: z.string().max(120).optional()
});
export type SyncRunJob = z.infer<typeof syncRunSchema>;

/**
 * Payload of a job in lane `record-in-step`, at least one of the two keys: the job reads both sides itself, so that coming
 * late or twice does no harm. Key of the job: `recordKey`.
 */
export const recordInStepSchema = z.object({
  pair: z.enum(pairNames),
  sageKey: z.string().max(120).optional(),
  salesforceId: z.string().length(18).optional(),
  /** `change-event`, `page`, `conflict`, `gap`. */
  because: z.string().max(40),
  /** The run that found it. */
  runId: z.int().optional(),
  /** For a conflict (LB780), by field map id: whose value holds. Entered by a person with the replay. */
  decided: z.record(z.string(), z.enum(['sage', 'salesforce'])).optional()
});
export type RecordInStep = z.infer<typeof recordInStepSchema>;

/** Payload of topic `record-changed`: a record of Sage that is new or different in the target. */
export const recordChangeSchema = z.object({
  pair: z.enum(pairNames),
  entity: z.string(),
  sageKey: z.string(),
  salesforceId: z.string().nullable(),
  change: z.enum(['created', 'updated', 'deleted']),
  at: z.iso.datetime(),
  /** The record's canonical values, as they were written. */
  values: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** Key of the jobs of one record, the same from whichever side it is seen. */
export function recordKey(pair: string, link: { salesforceId?: string; sageKey?: string }): string {
  return `${pair}:${link.salesforceId ?? link.sageKey ?? ''}`;
}
