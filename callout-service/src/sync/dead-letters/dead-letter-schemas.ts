import { z } from 'zod';

/** States of a job; a dead letter is `dead` until a person decides. */
const jobState = z.enum(['waiting', 'ready', 'active', 'done', 'dead', 'skipped']);

const summary = z.object({
  jobId: z.int(),
  /** What kind of job, as `sales-order-out`. */
  lane: z.string(),
  /** Jobs of this key wait behind it; null where nothing does. */
  key: z.string().nullable(),
  state: jobState,
  /** Of the last failure, in the catalogue's words. */
  code: z.string().nullable(),
  title: z.string(),
  cause: z.string(),
  fix: z.string(),
  /** What happened in this very case. */
  message: z.string().nullable(),
  objectName: z.string().nullable(),
  recordId: z.string().nullable(),
  sageKey: z.string().nullable(),
  attempts: z.int(),
  replays: z.int(),
  /** Jobs of its key that wait behind it. */
  heldUp: z.int(),
  enqueuedAt: z.iso.datetime(),
  lastFailedAt: z.iso.datetime().nullable()
});

/** A page of dead letters, the oldest first. */
export const deadLetterPageSchema = z
  .object({
    /** Dead letters of each lane, whatever the filter. */
    counts: z.array(z.object({ lane: z.string(), dead: z.int() })).readonly(),
    /** Dead letters by what they failed of, of the filter without its code; the most frequent first. */
    causes: z
      .array(
        z.object({
          /** Null where no failure was kept. */
          code: z.string().nullable(),
          title: z.string(),
          cause: z.string(),
          fix: z.string(),
          dead: z.int(),
          /** When the oldest of them was handed over. */
          oldestAt: z.iso.datetime(),
          lanes: z.array(z.object({ lane: z.string(), dead: z.int() })).readonly()
        })
      )
      .readonly(),
    items: z.array(summary.meta({ id: 'DeadLetter' })).readonly(),
    /** Gives the next page; absent on the last one. */
    nextCursor: z.string().optional(),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'DeadLetterPage' });

/** One job with everything that is known of it. */
export const deadLetterDetailSchema = z
  .object({
    ...summary.shape,
    /** What the job is given; null where it is too large for an answer. */
    payload: z.unknown(),
    /** What it was given first, when an operator edited it; null otherwise. */
    originalPayload: z.unknown(),
    /** Whether an edited content is taken by `replayDeadLetter`. */
    editable: z.boolean(),
    /** Failed attempts, oldest first; of many the last ones. */
    errors: z
      .array(
        z.object({
          at: z.iso.datetime(),
          attempt: z.int(),
          kind: z.enum(['transient', 'permanent', 'ambiguous']),
          code: z.string(),
          message: z.string()
        })
      )
      .readonly(),
    /** The first of the jobs that wait behind it. */
    waitingBehind: z.array(z.object({ jobId: z.int(), enqueuedAt: z.iso.datetime() })).readonly(),
    /** What people did to it, newest first. */
    acts: z
      .array(
        z.object({ at: z.iso.datetime(), operator: z.string(), action: z.string(), detail: z.unknown() })
      )
      .readonly(),
    skipReason: z.string().nullable(),
    asOf: z.iso.datetime()
  })
  .meta({ id: 'DeadLetterDetail' });

/** What became of a decision. */
export const deadLetterDecisionSchema = z
  .object({
    jobId: z.int(),
    /** `not-dead`: somebody had decided before, and nothing was changed. */
    outcome: z.enum(['replayed', 'skipped', 'not-dead']),
    state: jobState
  })
  .meta({ id: 'DeadLetterDecision' });

export type DeadLetterSummary = z.infer<typeof summary>;
export type DeadLetterPage = z.infer<typeof deadLetterPageSchema>;
export type DeadLetterDetail = z.infer<typeof deadLetterDetailSchema>;
export type DeadLetterDecision = z.infer<typeof deadLetterDecisionSchema>;
