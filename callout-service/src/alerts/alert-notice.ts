import { z } from 'zod';

/** What people are told of. Topics are stored: they never change. A lane or a name may follow behind a colon. */
export const alertTopics = [
  'sage-unreachable',
  'sage-writing-failed',
  'salesforce-unreachable',
  'salesforce-limit',
  'event-stream-interrupted',
  'change-streams-interrupted',
  'event-gap',
  'dead-letters',
  'store-trouble',
  'failure-records-missing',
  'sync-failed'
] as const;
type Topic = (typeof alertTopics)[number];
/** A topic, or one that is troubled for each object pair by itself, as `sync-failed:Account-customer`. */
export type AlertTopic = Topic | `sync-failed:${string}`;
export const alertTopicSchema = z.union([
  z.enum(alertTopics),
  z.templateLiteral(['sync-failed:', z.string().max(60)])
]);

/** Payload of the jobs that tell people: lanes `alert-mail` and `alert-event`. */
export const alertNoticeSchema = z.object({
  topic: alertTopicSchema,
  state: z.enum(['begun', 'ended', 'digest']),
  severity: z.enum(['info', 'warning', 'error']),
  subject: z.string().max(255),
  /** Plain text, one fact a line. */
  message: z.string(),
  occurrences: z.int(),
  since: z.iso.datetime(),
  /** Its section of docs/runbooks.md. */
  runbook: z.string()
});
export type AlertNotice = z.infer<typeof alertNoticeSchema>;

/** Tells people once when a trouble begins and once when it ends; from any part of the service. */
export interface Alarm {
  raise(topic: AlertTopic, detail: string): Promise<void>;
  clear(topic: AlertTopic, detail: string): Promise<void>;
}
