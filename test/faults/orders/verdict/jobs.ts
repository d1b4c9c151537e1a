import type { JobRecord } from '../../../../callout-service/src/store/port/job.ts';
import { keyOf, type PlannedOrder } from '../seed/planned-order.ts';
import type { OrgSide } from './org-side.ts';
import { unfinished } from './store-side.ts';

/** Every job is at exactly one end; what is dead was to be refused, and people are told of it in Salesforce. */
export function jobViolations(
  jobs: readonly JobRecord[],
  org: OrgSide,
  submitted: readonly PlannedOrder[]
): string[] {
  const poison = new Set(submitted.filter((each) => each.poison).map(keyOf));
  const dead = jobs.filter(({ state }) => state === 'dead');
  const keys = new Set(dead.map(({ id }) => `ABC:${id}`));
  return [
    ...unfinished(jobs).map(
      ({ lane, key, state, attempts, lastErrorCode }) =>
        `a job of ${lane} ${key ?? ''} is ${state} after ${attempts} attempts, ${lastErrorCode ?? 'no error'}`
    ),
    ...dead
      .filter(({ lane, key }) => !(lane === 'sales-order-out' && poison.has(key ?? '')))
      .map(({ lane, key, lastErrorCode, attempts }) => {
        return `a job of ${lane} ${key ?? ''} is dead: ${lastErrorCode ?? ''} after ${attempts} attempts`;
      }),
    ...dead
      .filter(({ id }) => org.failures.get(`ABC:${id}`)?.['State__c'] !== 'Open')
      .map(({ id, lane, key }) => `the dead job ${id} of ${lane} ${key ?? ''} has no open Sync_Failure__c`),
    ...[...org.failures]
      .filter(([key, row]) => row['State__c'] === 'Open' && !keys.has(key) && !key.startsWith('flow:'))
      .map(([key]) => `Sync_Failure__c ${key} is open, but no job is dead`)
  ];
}
