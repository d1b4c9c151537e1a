import type { Alert } from '../store/port/alerts.ts';
import type { Store, StoreContent } from '../store/port/store.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Lane } from '../sync/lanes.ts';
import { alertTopicSchema, type Alarm, type AlertNotice, type AlertTopic } from './alert-notice.ts';
import { runbookOf, wordsOf } from './alert-topics.ts';

export interface AlarmParts {
  readonly store: Pick<Store, 'transaction'> & Pick<StoreContent, 'alerts'>;
  /** By which lanes people are told; each notice is a job in each of them. */
  readonly lanes: readonly Lane[];
  /** A trouble that lasts is told again at most so often, and only when something was added to it. */
  readonly digestMinutes: number;
  /** What the notices say they are about, as `ABC`. */
  readonly companyCode: string;
  /** The store's own clock where it differs from this machine's. */
  readonly now?: () => number;
  readonly logger: Logger;
}

/** An alarm with the digests of troubles that last. */
export interface DigestingAlarm extends Alarm {
  /** Tells again of open troubles to which something was added; at most once in `digestMinutes` each. */
  digest(): Promise<void>;
}

/**
 * Makes the alarm. What is told is in the store in the same transaction as the trouble itself, so that a process that ends
 * in between tells nothing twice and leaves nothing out, however many instances notice the same.
 */
export function createAlarm(parts: AlarmParts): DigestingAlarm {
  const { store, digestMinutes, now = Date.now } = parts;
  return {
    async raise(topic, detail) {
      const told = await store.transaction(async (within) => {
        const { begun, alert } = await within.alerts.raise(topic, detail);
        return begun ? tell(within, noticeOf(topic, 'begun', alert, detail, parts), alert, parts) : undefined;
      });
      log(told, parts);
    },
    async clear(topic, detail) {
      const told = await store.transaction(async (within) => {
        const alert = await within.alerts.clear(topic);
        return alert && tell(within, noticeOf(topic, 'ended', alert, detail, parts), alert, parts);
      });
      log(told, parts);
    },
    async digest() {
      const due = (await store.alerts.open()).filter((alert) =>
        isDigestDue(alert, now(), digestMinutes * 60_000)
      );
      for (const alert of due) {
        const topic = topicOf(alert.topic);
        if (topic === undefined) continue;
        const notice = noticeOf(topic, 'digest', alert, alert.detail, parts);
        log(await store.transaction((within) => tell(within, notice, alert, parts)), parts);
      }
    }
  };
}

/** Something was added since people were told, and that was long enough ago. */
function isDigestDue({ topic, lastSeenAt, toldAt }: Alert, now: number, everyMs: number): boolean {
  const known = topicOf(topic);
  if (known === undefined || wordsOf(known).digest === undefined) return false;
  if (toldAt === undefined) return true;
  return Date.parse(lastSeenAt) > Date.parse(toldAt) && now - Date.parse(toldAt) >= everyMs;
}

function topicOf(text: string): AlertTopic | undefined {
  return alertTopicSchema.safeParse(text).data;
}

async function tell(
  { jobs, alerts }: StoreContent,
  notice: AlertNotice,
  alert: Alert,
  { lanes }: AlarmParts
): Promise<AlertNotice | undefined> {
  const { topic, state, since } = notice;
  // Of several instances that see the same digest due, each names the same telling before it.
  const after = state === 'digest' ? `/${alert.toldAt ?? ''}` : '';
  const idempotencyKey = `${topic}/${since}/${state}${after}`;
  const enqueued = await jobs.enqueueAll(
    lanes.map((lane) => ({ lane, key: topic, payload: notice, idempotencyKey }))
  );
  if (state !== 'ended') await alerts.told(topic);
  return enqueued.some(({ duplicate }) => duplicate) ? undefined : notice;
}

/** The log has every notice, whatever becomes of mail and event. Outside of the transaction, which may run twice. */
function log(notice: AlertNotice | undefined, { logger }: AlarmParts): void {
  if (notice === undefined) return;
  const { topic, state, since, occurrences, runbook, severity, subject } = notice;
  const level = { info: 'info', warning: 'warn', error: 'error' } as const;
  logger[level[severity]]({ topic, state, since, occurrences, runbook }, `alert: ${subject}`);
}

function noticeOf(
  topic: AlertTopic,
  state: AlertNotice['state'],
  { since, occurrences }: Alert,
  detail: string,
  { companyCode }: AlarmParts
): AlertNotice {
  const words = wordsOf(topic);
  const subject = state === 'digest' ? (words.digest ?? words.begun) : words[state];
  return {
    topic,
    state,
    severity: state === 'ended' ? 'info' : words.severity,
    subject: `Sage 100 company ${companyCode}: ${subject}`.slice(0, 255),
    message: detail,
    occurrences,
    since,
    runbook: runbookOf(topic)
  };
}
