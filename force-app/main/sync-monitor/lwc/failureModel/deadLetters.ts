import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

/** More than the service ever sends; a longer list is not its answer. */
const MOST = 500;
const STATES = ['waiting', 'ready', 'active', 'done', 'dead', 'skipped'] as const;

/** Where a job stands; a failure is `dead` until somebody decides. */
export type JobState = (typeof STATES)[number];

/** A job that failed for good. */
export interface DeadLetter {
  readonly jobId: number;
  /** What kind of work, as `sales-order-out`. */
  readonly lane: string;
  /** Jobs of this key wait behind it. */
  readonly key: string | undefined;
  readonly state: JobState;
  readonly code: string | undefined;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  /** What happened in this very case. */
  readonly message: string | undefined;
  readonly objectName: string | undefined;
  readonly recordId: string | undefined;
  readonly sageKey: string | undefined;
  readonly attempts: number;
  readonly replays: number;
  readonly heldUp: number;
  /** ISO 8601, UTC. */
  readonly enqueuedAt: string;
  readonly lastFailedAt: string | undefined;
}

export interface LaneCount {
  readonly lane: string;
  readonly dead: number;
}

/** Failures of one code. */
export interface Cause {
  readonly code: string | undefined;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  readonly dead: number;
  readonly oldestAt: string;
  readonly lanes: readonly LaneCount[];
}

export interface DeadLetterPage {
  /** Of each kind of work, whatever the filter. */
  readonly counts: readonly LaneCount[];
  readonly causes: readonly Cause[];
  readonly items: readonly DeadLetter[];
  readonly nextCursor: string | undefined;
  readonly asOf: string;
}

/** One failed attempt. */
export interface Attempt {
  readonly at: string;
  readonly attempt: number;
  readonly kind: 'transient' | 'permanent' | 'ambiguous';
  readonly code: string;
  readonly message: string;
}

/** What somebody decided. */
export interface Act {
  readonly at: string;
  readonly operator: string;
  readonly action: string;
  readonly isEdited: boolean;
  readonly reason: string | undefined;
}

export interface DeadLetterDetail extends DeadLetter {
  /** Null where it is too large to be shown. */
  readonly payload: unknown;
  /** What it was given first, when somebody edited it; null otherwise. */
  readonly originalPayload: unknown;
  readonly editable: boolean;
  /** Oldest first. */
  readonly errors: readonly Attempt[];
  /** Newest first. */
  readonly acts: readonly Act[];
  readonly skipReason: string | undefined;
}

export interface Decision {
  readonly jobId: number;
  readonly outcome: 'replayed' | 'skipped' | 'not-dead';
  readonly state: JobState;
}

/** Reads the answer to `listDeadLetters`. Throws a `JsonFault`. */
export function readPage(text: string): DeadLetterPage {
  const json = readJsonObject(text);
  return {
    counts: json.list('counts', MOST, readLaneCount),
    causes: json.list('causes', MOST, readCause),
    items: json.list('items', MOST, readDeadLetter),
    nextCursor: json.optionalText('nextCursor'),
    asOf: json.moment('asOf')
  };
}

/** Reads the answer to `getDeadLetter`. Throws a `JsonFault`. */
export function readDetail(text: string): DeadLetterDetail {
  const json = readJsonObject(text);
  return {
    ...readDeadLetter(json),
    payload: json.value('payload') ?? null,
    originalPayload: json.value('originalPayload') ?? null,
    editable: json.flag('editable'),
    errors: json.list('errors', MOST, readAttempt),
    acts: json.list('acts', MOST, readAct),
    skipReason: json.optionalText('skipReason')
  };
}

/** Reads the answer to `replayDeadLetter` and `skipDeadLetter`. Throws a `JsonFault`. */
export function readDecision(text: string): Decision {
  const json = readJsonObject(text);
  return {
    jobId: json.count('jobId'),
    outcome: json.oneOf('outcome', ['replayed', 'skipped', 'not-dead']),
    state: json.oneOf('state', STATES)
  };
}

function readDeadLetter(json: JsonReader): DeadLetter {
  return {
    jobId: json.count('jobId'),
    lane: json.text('lane'),
    key: json.optionalText('key'),
    state: json.oneOf('state', STATES),
    code: json.optionalText('code'),
    title: json.text('title'),
    cause: json.text('cause'),
    fix: json.text('fix'),
    message: longText(json, 'message'),
    objectName: json.optionalText('objectName'),
    recordId: json.optionalText('recordId'),
    sageKey: json.optionalText('sageKey'),
    attempts: json.count('attempts'),
    replays: json.count('replays'),
    heldUp: json.count('heldUp'),
    enqueuedAt: json.moment('enqueuedAt'),
    lastFailedAt: json.optionalText('lastFailedAt')
  };
}

function readLaneCount(json: JsonReader): LaneCount {
  return { lane: json.text('lane'), dead: json.count('dead') };
}

function readCause(json: JsonReader): Cause {
  return {
    code: json.optionalText('code'),
    title: json.text('title'),
    cause: json.text('cause'),
    fix: json.text('fix'),
    dead: json.count('dead'),
    oldestAt: json.moment('oldestAt'),
    lanes: json.list('lanes', MOST, readLaneCount)
  };
}

export function readAttempt(json: JsonReader): Attempt {
  return {
    at: json.moment('at'),
    attempt: json.count('attempt'),
    kind: json.oneOf('kind', ['transient', 'permanent', 'ambiguous']),
    code: json.text('code'),
    message: longText(json, 'message') ?? ''
  };
}

export function readAct(json: JsonReader): Act {
  const detail: unknown = json.value('detail');
  const reason: unknown = memberOf(detail, 'reason');
  return {
    at: json.moment('at'),
    operator: json.text('operator'),
    action: json.text('action'),
    isEdited: memberOf(detail, 'edited') === true,
    reason: typeof reason === 'string' ? reason : undefined
  };
}

/** What a system said may be longer than what pages take elsewhere; undefined where there is none. */
function longText(json: JsonReader, name: string): string | undefined {
  const value = json.value(name);
  return typeof value === 'string' ? value : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
