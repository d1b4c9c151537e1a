import { z } from 'zod';

const moment = z.iso.datetime();

const lane = z.object({
  lane: z.string(),
  /** Due now. */
  ready: z.int(),
  /** Their time has not come: scheduled, or after a failed attempt. */
  later: z.int(),
  /** Behind another job of their record. */
  waiting: z.int(),
  active: z.int(),
  /** Failed for good: each waits for a person's decision. */
  dead: z.int(),
  /** Since when the job that is due longest is due. */
  oldestSince: moment.nullable()
});

const gate = z.object({
  /** sage-reading, sage-writing, salesforce. */
  name: z.string(),
  open: z.boolean(),
  /** Since when it is closed. */
  closedSince: moment.nullable(),
  /** Code of the catalogue, with its cause and what to do. */
  because: z.object({ code: z.string(), title: z.string(), action: z.string() }).nullable()
});

const requests = z.object({
  /** In the last 24 hours, by everyone who uses the org. */
  used: z.int(),
  limit: z.int(),
  /** Kept for people: this service stops before. */
  reserve: z.int(),
  /** While it is set, this service sends nothing that can wait. */
  heldUntil: moment.nullable(),
  /** Null while too little was seen to tell. */
  forecast: z.object({ at: moment, used: z.int(), perHour: z.int(), usedUpAt: moment.nullable() }).nullable()
});

const stream = z.object({
  channel: z.string(),
  state: z.enum(['connecting', 'open', 'waiting', 'closed']),
  /** When something last came, keep-alives included. */
  lastSignAt: moment.nullable(),
  /** Processed since the start of the service. */
  events: z.int(),
  reopened: z.int(),
  /** Code of what it waits for. */
  because: z.string().nullable()
});

const alert = z.object({
  topic: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  /** What is troubled, in one sentence. */
  subject: z.string(),
  detail: z.string(),
  since: moment,
  occurrences: z.int(),
  /** Its section of docs/runbooks.md. */
  runbook: z.string()
});

const availability = z.object({
  system: z.enum(['sage', 'salesforce']),
  /** From when on it was watched: the start of the service, or a day ago. */
  since: moment,
  upPercent: z.number(),
  outages: z.array(z.object({ from: moment, to: moment.nullable(), because: z.string().nullable() }))
});

/** The answer of `getActivity`: how everything stands at this moment. */
export const activitySchema = z
  .object({
    asOf: moment,
    lanes: z.array(lane),
    gates: z.array(gate),
    /** Null before the first answer of Salesforce. */
    requests: requests.nullable(),
    /** Order requests, and the changes of each object that goes to Sage. */
    streams: z.array(stream),
    /** The worst first. */
    alerts: z.array(alert),
    availability: z.array(availability)
  })
  .meta({ id: 'Activity' });

export type Activity = z.infer<typeof activitySchema>;
