import type { Concern, Place } from 'c/attentionList';
import { formatMoment } from 'c/calendarDay';
import { countInWords, fillIn } from 'c/labelText';
import { isRunning } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';
import type { Activity, RaisedAlert } from './activity';
import { attention, gateName, links } from './monitorWords';

/** What the list is made of; what is not known yet adds nothing. */
export interface Known {
  readonly activity: Activity | undefined;
  readonly runs: readonly SyncRun[];
  /** Failure records in Salesforce that are open. */
  readonly openFailures: number;
}

/** Work that is due for longer than this is late. */
const LATE_MS = 15 * 60_000;

/** Alerts that say what a closed gate says as well. */
const TOLD_BY_GATE: Readonly<Record<string, readonly string[]>> = {
  'sage-reading': ['sage-unreachable'],
  'sage-writing': ['sage-writing-failed'],
  salesforce: ['salesforce-unreachable', 'salesforce-limit']
};
const TOLD_OF_STREAMS = ['event-stream-interrupted', 'change-streams-interrupted'];

/** What needs attention now, errors first. Nothing stands there twice. */
export function concernsOf({ activity, runs, openFailures }: Known): readonly Concern[] {
  const concerns = [
    ...(activity === undefined
      ? []
      : [...gates(activity), ...alerts(activity), ...decisions(activity, openFailures)]),
    ...failedRuns(runs, activity?.alerts ?? []),
    ...(activity === undefined ? [] : [...streams(activity), ...budget(activity), ...late(activity)])
  ];
  return [
    ...concerns.filter(({ severity }) => severity === 'error'),
    ...concerns.filter(({ severity }) => severity === 'warning')
  ];
}

function gates({ closedGates }: Activity): Concern[] {
  return closedGates.map(({ name, since, why }) => ({
    key: `gate:${name}`,
    severity: 'error',
    words: fillIn(attention.gate, gateName(name), since === '' ? '' : formatMoment(since), why),
    place: { tab: 'Sage_Setup' },
    link: links.setUp
  }));
}

function alerts({ alerts: raised, closedGates }: Activity): Concern[] {
  const told = closedGates.flatMap(({ name }) => TOLD_BY_GATE[name] ?? []);
  return raised
    .filter(({ topic }) => !told.includes(topic))
    .map(({ topic, severity, subject, since }) => ({
      key: `alert:${topic}`,
      severity: severity === 'error' ? 'error' : 'warning',
      words: fillIn(attention.alert, subject, formatMoment(since)),
      ...whereTo(topic)
    }));
}

function whereTo(topic: string): { readonly place: Place; readonly link: string } {
  const [kind, pair] = topic.split(':');
  if (kind === 'sync-failed') {
    const state = pair === undefined ? {} : { state: { c__pair: pair } };
    return { place: { tab: 'Sage_Objects', ...state }, link: links.objects };
  }
  if (kind === 'dead-letters') return { place: { tab: 'Sage_Failures' }, link: links.failures };
  return { place: { tab: 'Sage_Setup' }, link: links.setUp };
}

/** The service's count and the records in Salesforce are of the same failures; one of both may be ahead. */
function decisions({ queues, alerts: raised }: Activity, openFailures: number): Concern[] {
  const dead = Math.max(
    openFailures,
    queues.reduce((sum, queue) => sum + queue.dead, 0)
  );
  if (dead === 0 || raised.some(({ topic }) => topic === 'dead-letters')) return [];
  const words = countInWords(dead, { one: attention.decisionOne, other: attention.decisions });
  return [
    { key: 'decisions', severity: 'error', words, place: { tab: 'Sage_Failures' }, link: links.failures }
  ];
}

/** Of each pair the newest run that has ended, if it failed and no alert says so. */
function failedRuns(runs: readonly SyncRun[], raised: readonly RaisedAlert[]): Concern[] {
  const newest = new Map<string, SyncRun>();
  for (const run of runs) if (!isRunning(run) && !newest.has(run.pair)) newest.set(run.pair, run);
  return [...newest.values()]
    .filter(
      ({ state, pair }) => state === 'failed' && !raised.some(({ topic }) => topic === `sync-failed:${pair}`)
    )
    .map(({ runId, label, reason }) => ({
      key: `run:${runId}`,
      severity: 'error',
      words: fillIn(attention.run, label, reason ?? '').trim(),
      place: { tab: 'Sage_Monitor', state: { c__run: `${runId}` } },
      link: links.run
    }));
}

function streams({ streams: all, alerts: raised }: Activity): Concern[] {
  if (raised.some(({ topic }) => TOLD_OF_STREAMS.includes(topic))) return [];
  return all
    .filter(({ isDown }) => isDown)
    .map(({ channel }) => ({
      key: `stream:${channel}`,
      severity: 'warning',
      words: fillIn(attention.stream, channel),
      place: { tab: 'Sage_Setup' },
      link: links.setUp
    }));
}

function budget({ budget: requests }: Activity): Concern[] {
  const usedUpAt = requests?.forecast?.usedUpAt;
  if (usedUpAt === undefined) return [];
  const words = fillIn(attention.budget, formatMoment(usedUpAt));
  return [{ key: 'budget', severity: 'warning', words, place: { tab: 'Sage_Objects' }, link: links.objects }];
}

function late({ queues, asOf, closedGates }: Activity): Concern[] {
  const [oldest] = queues.flatMap(({ oldestSince }) => oldestSince ?? []).sort();
  const isLate = oldest !== undefined && Date.parse(asOf) - Date.parse(oldest) > LATE_MS;
  if (!isLate || closedGates.length > 0) return [];
  const words = fillIn(attention.late, formatMoment(oldest));
  return [{ key: 'late', severity: 'warning', words, place: { tab: 'Sage_Setup' }, link: links.setUp }];
}
