import { runbookOf, wordsOf } from '../../alerts/alert-topics.ts';
import { alertTopicSchema } from '../../alerts/alert-notice.ts';
import type { StoreWatch } from '../../inquiry/store-watch.ts';
import type { SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { SalesforceState } from '../../salesforce/port/salesforce.ts';
import type { Alert } from '../../store/port/alerts.ts';
import type { LaneStatistics } from '../../store/port/jobs.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { meaningOfCode } from '../failures/meaning-of-code.ts';
import type { GateState } from '../gates/gate-state.ts';
import type { Activity } from './activity-schema.ts';
import type { ActivityWatch } from './activity-watch.ts';
import type { Availability } from './availability-record.ts';
import { forecastRequests } from './request-forecast.ts';

/** A stream of events, by the name of its channel. */
export interface StreamState {
  readonly channel: string;
  readonly state: SubscriptionState;
}

export interface ActivityParts {
  readonly store: StoreWatch;
  readonly gates: () => readonly GateState[];
  readonly salesforce: () => SalesforceState;
  readonly streams: () => readonly StreamState[];
  readonly openAlerts: () => Promise<readonly Alert[]>;
  /** Undefined until records are moved. */
  readonly watch: () => Pick<ActivityWatch, 'availability' | 'samples'> | undefined;
  readonly apiReservePercent: number;
  /** Where the day ends. */
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Makes the look at everything that moves. Rejects with what is wrong with the store when it cannot be read. */
export function createActivityInquiry(parts: ActivityParts): () => Promise<Activity> {
  return async () => {
    const outlook = await parts.store.current();
    if (outlook.state === 'unreachable') throw outlook.reason;
    const alerts = await parts.openAlerts();
    return {
      asOf: parts.clock().toISO(),
      lanes: outlook.lanes.map(describeLane),
      gates: parts.gates().map(describeGate),
      requests: describeRequests(parts),
      streams: parts.streams().map(describeStream),
      alerts: alerts.map(describeAlert).toSorted(worstFirst),
      availability: describeAvailability(parts)
    };
  };
}

function describeLane({ lane, due, later, waiting, active, dead, oldestDueAt }: LaneStatistics) {
  return { lane, ready: due, later, waiting, active, dead, oldestSince: oldestDueAt ?? null };
}

function describeGate({ name, open, closedSince, because }: GateState): Activity['gates'][number] {
  if (open) return { name, open, closedSince: null, because: null };
  const why = because === undefined ? null : { code: because, ...wordsOfCode(because) };
  return { name, open, closedSince: closedSince ?? null, because: why };
}

function wordsOfCode(code: string) {
  const { title, action } = meaningOfCode(code);
  return { title, action };
}

function describeRequests(parts: ActivityParts): Activity['requests'] {
  const { requests, heldUntil } = parts.salesforce();
  if (requests === undefined) return null;
  const now = parts.clock();
  const reserve = Math.ceil((requests.limit * parts.apiReservePercent) / 100);
  const forecast = forecastRequests({
    samples: parts.watch()?.samples() ?? [],
    now: now.toMillis(),
    until: now.setZone(parts.timeZone).endOf('day').toMillis(),
    usable: requests.limit - reserve
  });
  return {
    ...requests,
    reserve,
    heldUntil: heldUntil ?? null,
    forecast: forecast === undefined ? null : { ...forecast, usedUpAt: forecast.usedUpAt ?? null }
  };
}

function describeStream({ channel, state }: StreamState): Activity['streams'][number] {
  return {
    channel,
    state: state.state,
    lastSignAt: state.lastSignAt ?? null,
    events: state.events,
    reopened: state.reopened,
    because: state.state === 'waiting' ? (state.lastFailure?.code ?? null) : null
  };
}

function describeAlert({ topic, detail, since, occurrences }: Alert): Activity['alerts'][number] {
  const known = alertTopicSchema.safeParse(topic).data ?? 'sync-failed';
  const { severity, begun } = wordsOf(known);
  const told = detail.slice(0, MOST_DETAIL);
  return { topic, severity, subject: begun, detail: told, since, occurrences, runbook: runbookOf(known) };
}

/** Pages show a sentence or two. */
const MOST_DETAIL = 1_000;
const WORST = ['error', 'warning', 'info'];

function worstFirst(one: Activity['alerts'][number], other: Activity['alerts'][number]): number {
  return WORST.indexOf(one.severity) - WORST.indexOf(other.severity) || one.since.localeCompare(other.since);
}

function describeAvailability({ watch }: ActivityParts): Activity['availability'] {
  const seen = watch()?.availability();
  if (seen === undefined) return [];
  const describe = (system: 'sage' | 'salesforce', { since, upPercent, outages }: Availability) => ({
    system,
    since,
    upPercent,
    outages: outages.map(({ from, to, because }) => ({ from, to: to ?? null, because: because ?? null }))
  });
  return [describe('sage', seen.sage), describe('salesforce', seen.salesforce)];
}
