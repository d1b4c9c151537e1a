import type { JobRecord } from '../../store/port/job.ts';
import { meaningOfCode } from './meaning-of-code.ts';
import { subjectOfJob } from './subject-of-job.ts';

const NEWEST = 5;

/** Dead letters in words: how many, of what, and the newest as examples. No personal data beyond ids of records. */
export function deadLetterWords(dead: readonly JobRecord[]): string {
  const counts = Map.groupBy(dead, ({ lane, lastErrorCode = 'no code' }) => `${lastErrorCode} in ${lane}`);
  const kinds = [...counts]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([kind, jobs]) => `${jobs.length} × ${kind}: ${meaningOfCode(jobs[0]?.lastErrorCode).title}.`);
  const newest = dead.toSorted((one, other) => other.id - one.id).slice(0, NEWEST);
  return [`${dead.length} wait for a decision.`, ...kinds, 'The newest:', ...newest.map(line)].join('\n');
}

function line(job: JobRecord): string {
  const { objectName, recordId, sageKey } = subjectOfJob(job);
  const about = [objectName, recordId, sageKey && `Sage ${sageKey}`].filter(Boolean).join(' ');
  return `Job ${job.id}, ${job.lastErrorCode ?? 'no code'}${about === '' ? '' : `, ${about}`}`;
}
