import { z } from 'zod';

const values = z.array(z.union([z.string(), z.boolean(), z.null()]));
const bothSides = z.object({ sage: values, salesforce: values });
const moment = z.iso.datetime();

const comparedField = z.object({
  /** Id of the field map. */
  id: z.string(),
  /** Names of the fields, in the order of the values. */
  sageFields: z.array(z.string()),
  salesforceFields: z.array(z.string()),
  direction: z.enum(['to-salesforce', 'to-sage', 'both']),
  /** Who prevails where both sides changed it. */
  conflict: z.enum(['sage-wins', 'salesforce-wins', 'newest', 'ask']),
  sage: values,
  salesforce: values,
  /** What both had when they last agreed; null where that is not known. */
  agreed: bothSides.nullable(),
  /** What both would have afterwards. */
  result: bothSides,
  outcome: z.enum(['equal', 'to-salesforce', 'to-sage', 'conflict', 'left', 'fault']),
  /** The rule that decided where both sides had changed; null else. */
  by: z.string().nullable(),
  sentence: z.string()
});

/** One record as both systems have it now, beside what they last agreed on and what the mapping in force would do. */
export const recordComparisonSchema = z
  .object({
    pair: z.string(),
    label: z.string(),
    /** Version of the mapping in force; 0 is that of the package. */
    mappingVersion: z.int(),
    sageKey: z.string().nullable(),
    salesforceId: z.string().nullable(),
    inSage: z.boolean(),
    inSalesforce: z.boolean(),
    changedInSageAt: z.string().nullable(),
    changedInSalesforceAt: z.string().nullable(),
    linkedAt: moment.nullable(),
    agreedAt: moment.nullable(),
    /** Version of the mapping by which they last agreed. */
    agreedByVersion: z.int().nullable(),
    /** `left-out`: the filter leaves it out, or nobody may make it in the other system. `absent`: neither system has it. */
    outcome: z.enum(['passes', 'fails', 'left-out', 'absent']),
    faults: z.array(
      z.object({
        code: z.string(),
        field: z.string(),
        value: z.string(),
        problem: z.string(),
        fix: z.string()
      })
    ),
    fields: z.array(comparedField),
    /** Fields that found no place in the answer. */
    notShown: z.int(),
    asOf: moment
  })
  .meta({ id: 'RecordComparison' });
export type RecordComparison = z.infer<typeof recordComparisonSchema>;

const jobEntry = z.object({
  kind: z.literal('job'),
  at: moment,
  jobId: z.int(),
  lane: z.string(),
  state: z.enum(['waiting', 'ready', 'active', 'done', 'dead', 'skipped']),
  finishedAt: moment.nullable(),
  /** Of the last failure, in the catalogue's words; null where it never failed. */
  code: z.string().nullable(),
  title: z.string().nullable(),
  attempts: z.int(),
  replays: z.int(),
  skipReason: z.string().nullable(),
  /** That was in force when it ended, or now where it has not; null where no mapping is used. */
  mappingVersion: z.int().nullable(),
  /** What it was given; null where it is large. */
  payload: z.unknown(),
  /** Failed attempts, oldest first; of many the last ones. */
  errors: z.array(
    z.object({
      at: moment,
      attempt: z.int(),
      kind: z.enum(['transient', 'permanent', 'ambiguous']),
      code: z.string(),
      message: z.string()
    })
  ),
  /** What people did to it, newest first. */
  acts: z.array(z.object({ at: moment, operator: z.string(), action: z.string(), detail: z.unknown() }))
});

const changeEntry = z.object({
  kind: z.literal('change'),
  at: moment,
  changeId: z.int(),
  change: z.enum(['created', 'updated', 'deleted']),
  mappingVersion: z.int().nullable(),
  /** Canonical values as they were told to everyone; null where they are many, or the record is gone. */
  values: z.unknown()
});

/** What the service knows of one record, newest first. */
export const recordHistorySchema = z
  .object({
    /** Canonical entity, as `customer`; null where the record is of no object pair. */
    entity: z.string().nullable(),
    pair: z.string().nullable(),
    sageKey: z.string().nullable(),
    salesforceId: z.string().nullable(),
    /** Null where the record is not linked. */
    link: z
      .object({
        linkedAt: moment,
        agreedAt: moment,
        mappingVersion: z.int().nullable(),
        /** By field map: what both sides had when they last agreed. */
        agreed: z.array(z.object({ id: z.string(), sage: values, salesforce: values }))
      })
      .nullable(),
    entries: z.array(z.discriminatedUnion('kind', [jobEntry, changeEntry])),
    /** Gives the next page; absent on the last one. */
    nextCursor: z.string().optional(),
    asOf: moment
  })
  .meta({ id: 'RecordHistory' });
export type RecordHistory = z.infer<typeof recordHistorySchema>;
export type HistoryEntry = RecordHistory['entries'][number];
