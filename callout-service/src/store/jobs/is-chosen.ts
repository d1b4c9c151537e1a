import { sql, type RawBuilder } from 'kysely';
import { millisecondsOf } from '../moment.ts';
import type { DeadFilter, JobFilter } from '../port/jobs.ts';

/** Whether a job is one that people look for: conditions that every list of them knows. */
export function isChosen(filter: Pick<JobFilter, DeadFilter>): RawBuilder<boolean> {
  const { lane, key, text, enqueuedFrom, enqueuedBefore } = filter;
  const conditions = [sql<boolean>`1 = 1`];
  if (lane !== undefined) conditions.push(sql`lane = ${lane}`);
  if (key !== undefined) conditions.push(sql`key = ${key}`);
  if (text !== undefined) conditions.push(holds(text));
  if (enqueuedFrom !== undefined) conditions.push(sql`enqueued_at >= ${millisecondsOf(enqueuedFrom)}`);
  if (enqueuedBefore !== undefined) conditions.push(sql`enqueued_at < ${millisecondsOf(enqueuedBefore)}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** The content is looked at as JSON, so that the text is looked for as JSON writes it. */
function holds(text: string): RawBuilder<boolean> {
  const inKey = patternOf(text);
  const inContent = patternOf(JSON.stringify(text).slice(1, -1));
  return sql`(lower(coalesce(key, '')) like ${inKey} escape '!' or lower(payload_json) like ${inContent} escape '!')`;
}

function patternOf(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`;
}
