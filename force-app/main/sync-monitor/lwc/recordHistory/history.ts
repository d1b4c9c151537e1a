import { readAct, readAttempt } from 'c/failureModel';
import type { Act, Attempt } from 'c/failureModel';
import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

const MOST = 500;

/** A job of the record. */
export interface JobEntry {
  readonly kind: 'job';
  readonly at: string;
  readonly jobId: number;
  readonly lane: string;
  readonly state: string;
  readonly finishedAt: string | undefined;
  readonly mappingVersion: number | undefined;
  /** What it was given; null where it is large. */
  readonly payload: unknown;
  readonly errors: readonly Attempt[];
  readonly acts: readonly Act[];
}

/** A change of the record in Sage, as everybody was told of it. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly at: string;
  readonly changeId: number;
  readonly change: 'created' | 'updated' | 'deleted';
  readonly mappingVersion: number | undefined;
  readonly values: unknown;
}

/** A page of what the service knows of a record, as `getRecordHistory` answers. */
export interface History {
  readonly sageKey: string | undefined;
  readonly salesforceId: string | undefined;
  readonly link:
    | {
        readonly linkedAt: string;
        readonly agreedAt: string;
        readonly mappingVersion: number | undefined;
      }
    | undefined;
  /** Newest first. */
  readonly entries: readonly (JobEntry | ChangeEntry)[];
  readonly nextCursor: string | undefined;
}

/** Throws a `JsonFault` when the text is not the answer that was agreed. */
export function readHistory(text: string): History {
  const json = readJsonObject(text);
  const link = json.optionalObject('link');
  return {
    sageKey: json.optionalText('sageKey'),
    salesforceId: json.optionalText('salesforceId'),
    link: link && {
      linkedAt: link.moment('linkedAt'),
      agreedAt: link.moment('agreedAt'),
      mappingVersion: link.optionalCount('mappingVersion')
    },
    entries: json.list('entries', MOST, readEntry),
    nextCursor: json.optionalText('nextCursor')
  };
}

function readEntry(json: JsonReader): JobEntry | ChangeEntry {
  const kind = json.oneOf('kind', ['job', 'change']);
  const common = { at: json.moment('at'), mappingVersion: json.optionalCount('mappingVersion') };
  if (kind === 'change')
    return {
      kind,
      ...common,
      changeId: json.count('changeId'),
      change: json.oneOf('change', ['created', 'updated', 'deleted']),
      values: json.value('values') ?? null
    };
  return {
    kind,
    ...common,
    jobId: json.count('jobId'),
    lane: json.text('lane'),
    state: json.text('state'),
    finishedAt: json.optionalText('finishedAt'),
    payload: json.value('payload') ?? null,
    errors: json.list('errors', MOST, readAttempt),
    acts: json.list('acts', MOST, readAct)
  };
}
