/** How everything stands, as the service tells (docs/openapi/activity.schema.json). */
import type { Presence } from 'c/availabilityStrip';
import type { Budget } from 'c/budgetBar';
import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';
import type { Queue } from 'c/queueList';

/** A way that jobs wait behind while it is closed. */
export interface ClosedGate {
  readonly name: string;
  readonly since: string;
  /** Why, in words. */
  readonly why: string;
}

export interface Stream {
  readonly channel: string;
  readonly isDown: boolean;
}

/** A trouble that people were told of and that lasts. */
export interface RaisedAlert {
  readonly topic: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly subject: string;
  readonly since: string;
}

export interface Activity {
  readonly asOf: string;
  readonly queues: readonly Queue[];
  readonly closedGates: readonly ClosedGate[];
  readonly budget: Budget | undefined;
  readonly streams: readonly Stream[];
  readonly alerts: readonly RaisedAlert[];
  readonly presences: readonly Presence[];
}

/** More than the service ever sends. */
const MOST = 500;

/** Reads the answer of `getActivity`. Throws a `JsonFault` for one that is not what was agreed. */
export function readActivity(text: string): Activity {
  const json = readJsonObject(text);
  return {
    asOf: json.moment('asOf'),
    queues: json.list('lanes', MOST, readQueue),
    closedGates: json.list('gates', MOST, readGate).filter((gate) => gate !== undefined),
    budget: readBudget(json.optionalObject('requests')),
    streams: json.list('streams', MOST, readStream),
    alerts: json.list('alerts', MOST, readAlert),
    presences: json.list('availability', 2, readPresence)
  };
}

function readQueue(json: JsonReader): Queue {
  return {
    lane: json.text('lane'),
    ready: json.count('ready'),
    later: json.count('later'),
    waiting: json.count('waiting'),
    active: json.count('active'),
    dead: json.count('dead'),
    oldestSince: json.optionalText('oldestSince')
  };
}

function readGate(json: JsonReader): ClosedGate | undefined {
  const name = json.text('name');
  if (json.flag('open')) return undefined;
  const why = json.optionalObject('because');
  return {
    name,
    since: json.optionalText('closedSince') ?? '',
    why: why === undefined ? '' : `${why.text('title')} (${why.text('code')})`
  };
}

function readBudget(json: JsonReader | undefined): Budget | undefined {
  if (json === undefined) return undefined;
  const forecast = json.optionalObject('forecast');
  return {
    used: json.count('used'),
    limit: json.count('limit'),
    reserve: json.count('reserve'),
    heldUntil: json.optionalText('heldUntil'),
    forecast: forecast && {
      at: forecast.moment('at'),
      used: forecast.count('used'),
      usedUpAt: forecast.optionalText('usedUpAt')
    }
  };
}

function readStream(json: JsonReader): Stream {
  const state = json.oneOf('state', ['connecting', 'open', 'waiting', 'closed']);
  return { channel: json.text('channel'), isDown: state === 'waiting' || state === 'closed' };
}

function readAlert(json: JsonReader): RaisedAlert {
  return {
    topic: json.text('topic'),
    severity: json.oneOf('severity', ['info', 'warning', 'error']),
    subject: json.text('subject'),
    since: json.moment('since')
  };
}

function readPresence(json: JsonReader): Presence {
  return {
    system: json.oneOf('system', ['sage', 'salesforce']),
    since: json.moment('since'),
    upPercent: json.number('upPercent'),
    outages: json.list('outages', MOST, (outage) => ({
      from: outage.moment('from'),
      to: outage.optionalText('to'),
      because: outage.optionalText('because')
    }))
  };
}
