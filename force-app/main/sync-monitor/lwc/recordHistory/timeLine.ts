import { laneInWords } from 'c/failureModel';
import type { Act } from 'c/failureModel';
import { fillIn } from 'c/labelText';
import type { ChangeEntry, History, JobEntry } from './history';
import { labels } from './historyWords';
import type { SalesforceRows } from './salesforceRows';

/** One thing that happened to the record. */
export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly icon: string;
  readonly title: string;
  readonly text: string | undefined;
  /** Lines of what was written. */
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  readonly version: string | undefined;
  /** What was sent or told, as text; behind a summary. */
  readonly content: { readonly summary: string; readonly text: string } | undefined;
}

/** Everything that is known of a record as one line of time, the latest first. */
export function timeLine(
  pages: readonly History[],
  { logs, failures }: SalesforceRows
): readonly Happening[] {
  const link = pages[0]?.link;
  const all = [
    ...(link === undefined ? [] : linkHappenings(link, pages[0]?.sageKey)),
    ...pages.flatMap(({ entries }) => entries).flatMap(happeningsOf),
    ...logs.map(({ id, at, direction, state, story }) => ({
      ...blank(`log ${id}`, at, 'utility:sync'),
      title: fillIn(labels.log, direction, state),
      lines: linesOf(story)
    })),
    ...failures.map(({ id, at, state, title }) => ({
      ...blank(`failure ${id}`, at, 'utility:warning'),
      title: fillIn(labels.failure, state),
      text: title
    }))
  ];
  return all.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function linkHappenings(link: NonNullable<History['link']>, sageKey = ''): readonly Happening[] {
  const linked = {
    ...blank('linked', link.linkedAt, 'utility:link'),
    title: fillIn(labels.linked, sageKey)
  };
  if (link.agreedAt === link.linkedAt) return [{ ...linked, version: versionOf(link.mappingVersion) }];
  const agreed = {
    ...blank('agreed', link.agreedAt, 'utility:check'),
    title: labels.agreed,
    version: versionOf(link.mappingVersion)
  };
  return [agreed, linked];
}

function happeningsOf(entry: JobEntry | ChangeEntry): readonly Happening[] {
  return entry.kind === 'job' ? jobHappenings(entry) : [changeHappening(entry)];
}

function changeHappening({ at, changeId, change, mappingVersion, values }: ChangeEntry): Happening {
  return {
    ...blank(`change ${changeId}`, at, 'utility:edit'),
    title: labels[change],
    version: versionOf(mappingVersion),
    content: contentOf(labels.told, values)
  };
}

function jobHappenings(job: JobEntry): readonly Happening[] {
  const { jobId, lane, at, payload, errors, acts } = job;
  const queued = {
    ...blank(`job ${jobId}`, at, 'utility:add'),
    title: fillIn(labels.queued, laneInWords(lane)),
    content: contentOf(labels.sent, payload)
  };
  const failed = errors.map(({ at: failedAt, attempt, code, message }, index) => ({
    ...blank(`job ${jobId} failed ${index}`, failedAt, 'utility:error'),
    title: fillIn(labels.failed, String(attempt), code),
    text: message
  }));
  const decided = acts.map((act, index) => ({
    ...blank(`job ${jobId} act ${index}`, act.at, 'utility:user'),
    title: actTitle(act)
  }));
  return [queued, ...failed, ...decided, ...ended(job)];
}

function ended({ jobId, lane, state, finishedAt, mappingVersion }: JobEntry): readonly Happening[] {
  // A skip is told by who did it.
  if (state !== 'done' || finishedAt === undefined) return [];
  return [
    {
      ...blank(`job ${jobId} done`, finishedAt, 'utility:success'),
      title: fillIn(labels.done, laneInWords(lane)),
      version: versionOf(mappingVersion)
    }
  ];
}

function actTitle({ action, operator, isEdited, reason }: Act): string {
  if (action === 'skip') return fillIn(labels.skippedBy, operator, reason ?? '');
  if (action !== 'replay') return fillIn(labels.actBy, action, operator);
  return fillIn(isEdited ? labels.replayedEditedBy : labels.replayedBy, operator);
}

function blank(key: string, at: string, icon: string): Happening {
  return { key, at, icon, title: '', text: undefined, lines: [], version: undefined, content: undefined };
}

function versionOf(version: number | undefined): string | undefined {
  return version === undefined ? undefined : fillIn(labels.version, String(version));
}

function contentOf(summary: string, value: unknown): Happening['content'] {
  return value === null ? undefined : { summary, text: JSON.stringify(value, null, 2) };
}

function linesOf(story: string): Happening['lines'] {
  return story
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [{ key: String(index), text }]));
}
