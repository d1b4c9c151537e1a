import type { StoreState } from '../../store/port/last-answers.ts';
import type { LaneStatistics } from '../../store/port/jobs.ts';
import type { StoreOutlook } from '../store-watch.ts';
import type { Prerequisite } from './service-status.ts';

const DATABASES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** Whether the store answers, and whether jobs in it wait for a person. */
export function describeStore(outlook: StoreOutlook): Prerequisite {
  if (outlook.state === 'unreachable') {
    const { code, message, entry } = outlook.reason;
    const finding = `The store does not answer (${code}): ${message}`;
    return { name: 'store', state: 'failed', finding, cause: entry.cause, fix: entry.action };
  }
  const { engine, databaseVersion, schemaVersion, sizeMegabytes } = outlook.condition;
  const where = `${DATABASES[engine]} ${databaseVersion}, schema ${schemaVersion}, ${sizeMegabytes.toFixed(1)} MB`;
  const finding = `${where}; ${describeJobs(outlook.lanes)}`;
  const dead = outlook.lanes.filter((lane) => lane.dead > 0);
  if (dead.length === 0) return { name: 'store', state: 'ok', finding };
  return {
    name: 'store',
    state: 'warning',
    finding,
    cause: `Jobs failed for good and hold up their keys: ${dead.map((lane) => `${lane.dead} of ${lane.lane}`).join(', ')}.`,
    fix: 'Look at them (npm run store -- jobs), mend what the last error names, then replay or skip each.'
  };
}

/** How much can be shown while Sage cannot answer, and whether it survives a restart. */
export function describeLastAnswers(count: number, { working, reason }: StoreState): Prerequisite {
  const kept = `${count} last good answer(s) are kept`;
  if (working) return { name: 'lastGoodAnswers', state: 'ok', finding: `${kept}.` };
  return {
    name: 'lastGoodAnswers',
    state: 'warning',
    finding: `${kept}; the newest in memory only, since the store does not take them or does not give them.`,
    cause: reason ?? 'The store refused them.',
    fix: 'Look at the space left on the disk of STORE_DIRECTORY, or at the PostgreSQL server of STORE_POSTGRES_URL.'
  };
}

function describeJobs(lanes: readonly LaneStatistics[]): string {
  const count = (state: 'due' | 'later' | 'waiting' | 'active' | 'dead') =>
    lanes.reduce((sum, lane) => sum + lane[state], 0);
  const [oldest] = lanes.flatMap(({ oldestDueAt }) => oldestDueAt ?? []).sort();
  const jobs = `jobs: ${count('due')} due, ${count('later')} later, ${count('waiting')} waiting, ${count('active')} active, ${count('dead')} dead`;
  return oldest === undefined ? `${jobs}.` : `${jobs}; the oldest is due since ${oldest}.`;
}
