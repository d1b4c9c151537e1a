import { errorCatalogue } from '../../../errors/catalogue.ts';
import type { SyncLog } from '../../write-back/payloads.ts';
import type { EndedRun } from './end-run.ts';

/** Failures that are no fault of the run: a rule or a missing field held it back. */
const REFUSALS: readonly string[] = ['LB783', 'LB784', 'LB788', 'LB791'];

/** The line of the sync log of a run that has ended. */
export function runLog(ended: EndedRun): SyncLog {
  const { run, asked } = ended;
  return {
    runKey: `run:${run.object}:${run.id}:${run.startedAt}`.slice(0, 80),
    objectPair: run.object,
    direction: 'To Salesforce',
    trigger: run.trigger,
    state: stateOf(ended),
    recordId: null,
    sageKey: null,
    action: asked.mode,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt ?? run.lastSignAt,
    attempts: 1,
    counts: run.counts,
    story: storyOf(ended)
  };
}

function stateOf({ end: { failure } }: EndedRun): SyncLog['state'] {
  if (failure === undefined) return 'Succeeded';
  return REFUSALS.includes(failure.code) ? 'Refused' : 'Failed';
}

function storyOf({ run, end, asked, label, watermarkAfter }: EndedRun): string[] {
  const by = asked.requestedBy === undefined ? '' : ` by ${asked.requestedBy}`;
  const version = run.mappingVersion ?? 0;
  return [
    `${label}: ${modeWords[asked.mode]}, started by ${run.trigger}${by}.`,
    version === 0 ? 'Mapping: the one that comes with the package.' : `Mapping: version ${version}.`,
    `Watermark before: ${run.watermarkBefore ?? 'none'}.`,
    summaryOf(run),
    ...causeLines(run),
    `Watermark after: ${watermarkAfter ?? 'none'}.`,
    endWords(end)
  ];
}

const modeWords = {
  changes: 'what changed',
  full: 'every record',
  reconcile: 'reconciliation of every column and of the records that have gone'
} as const;

/** What a run did, in one sentence. */
export function summaryOf({ counts }: Pick<EndedRun['run'], 'counts'>): string {
  const { read, created, updated, unchanged, skipped, failed } = counts;
  return (
    `${read} records looked at: ${created} created, ${updated} updated, ${unchanged} unchanged, ` +
    `${skipped} skipped, ${failed} failed.`
  );
}

/** Failed and skipped records by cause, the most frequent first. */
export function causeLines({ causes }: Pick<EndedRun['run'], 'causes'>): string[] {
  return Object.entries(causes)
    .sort(([, one], [, other]) => other - one)
    .map(([code, records]) => `${records} × ${code}: ${titleOf(code)}.`);
}

function titleOf(code: string): string {
  const entry = Object.entries(errorCatalogue).find(([known]) => known === code)?.[1];
  return entry?.title ?? 'an unknown cause';
}

function endWords({ state, failure }: EndedRun['end']): string {
  if (failure !== undefined)
    return `The run failed: ${failure.code} ${failure.detail} ${failure.entry.action}`;
  return state === 'stopped'
    ? 'The run was stopped by a person; the next one goes on where it ended.'
    : 'The run came to its end.';
}
