import { alertTopics, type AlertNotice, type AlertTopic } from './alert-notice.ts';

/** What people read of a topic. */
export interface TopicWords {
  readonly severity: AlertNotice['severity'];
  /** Subject when it begins. */
  readonly begun: string;
  readonly ended: string;
  /** Subject of a digest; undefined where a trouble that lasts is told only once. */
  readonly digest?: string;
}

/** The words of every topic. Its runbook is the section of docs/runbooks.md that has its name. */
export const topicWords: Readonly<Record<(typeof alertTopics)[number], TopicWords>> = {
  'sage-unreachable': {
    severity: 'error',
    begun: 'Sage cannot be reached; orders wait and are kept',
    ended: 'Sage answers again; what waited is being sent'
  },
  'sage-writing-failed': {
    severity: 'error',
    begun: 'Nothing can be written to Sage; orders wait and are kept',
    ended: 'Sage takes records again; what waited is being sent'
  },
  'salesforce-unreachable': {
    severity: 'error',
    begun: 'Salesforce cannot be reached; what is to be written there waits',
    ended: 'Salesforce answers again; what waited is being written'
  },
  'salesforce-limit': {
    severity: 'warning',
    begun: 'Requests to Salesforce are held back for a limit',
    ended: 'Requests to Salesforce go on'
  },
  'event-stream-interrupted': {
    severity: 'warning',
    begun: 'The stream of order requests is interrupted; a query looks for them meanwhile',
    ended: 'The stream of order requests is open again'
  },
  'change-streams-interrupted': {
    severity: 'warning',
    begun: 'A stream of changes in Salesforce is interrupted; changes for Sage come later',
    ended: 'Every stream of changes in Salesforce is open again'
  },
  'event-gap': {
    severity: 'warning',
    begun: 'Events may have been missed; a query looks for their records',
    ended: 'The query for missed events is through',
    digest: 'Events may have been missed again'
  },
  'dead-letters': {
    severity: 'error',
    begun: 'Records failed for good and wait for a decision',
    ended: 'No record waits for a decision any more',
    digest: 'Further records failed and wait for a decision'
  },
  'store-trouble': {
    severity: 'error',
    begun: "The service's store is in trouble",
    ended: "The service's store is well again"
  },
  'failure-records-missing': {
    severity: 'warning',
    begun: 'Failures could not be written to Salesforce; look at the service',
    ended: 'Failures are written to Salesforce again',
    digest: 'Further failures could not be written to Salesforce'
  },
  'sync-failed': {
    severity: 'error',
    begun: 'Records were not brought in step',
    ended: 'Records are brought in step again',
    digest: 'Records are still not brought in step'
  }
};

/** The topic without what stands behind its colon. */
function kindOf(topic: AlertTopic): (typeof alertTopics)[number] {
  return alertTopics.find((kind) => kind === topic) ?? 'sync-failed';
}

/** What people read of a topic, with what stands behind its colon. */
export function wordsOf(topic: AlertTopic): TopicWords {
  const kind = kindOf(topic);
  const words = topicWords[kind];
  if (kind === topic) return words;
  const what = topic.slice(kind.length + 1);
  return { ...words, begun: `${what}: ${words.begun}`, ended: `${what}: ${words.ended}` };
}

/** Where the topic's runbook stands in docs/runbooks.md. */
export function runbookOf(topic: AlertTopic): string {
  return `docs/runbooks.md#${kindOf(topic)}`;
}
