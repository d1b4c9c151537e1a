import { z } from 'zod';

/** What people are told of. Topics are stored: they never change. A lane or a name may follow behind a colon. */
export const alertTopics = [
  'sage-unreachable',
  'sage-writing-failed',
  'salesforce-unreachable',
  'salesforce-limit',
  'event-stream-interrupted',
  'event-gap',
  'dead-letters',
  'store-trouble',
  'failure-records-missing'
] as const;
export type AlertTopic = (typeof alertTopics)[number];

/** Payload of the jobs that tell people: lanes `alert-mail` and `alert-event`. */
export const alertNoticeSchema = z.object({
  topic: z.enum(alertTopics),
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
