import {
  loadStoreConfiguration,
  storeOptionsOf
} from '../../../../callout-service/src/config/store-configuration.ts';
import { openStore } from '../../../../callout-service/src/store/open-store.ts';
import type { JobRecord } from '../../../../callout-service/src/store/port/job.ts';

const UNFINISHED = ['waiting', 'ready', 'active'] as const;
/** Lanes whose jobs a schedule makes again and again: one of them may always be due. */
export const SCHEDULED = ['order-catch-up', 'order-status'];

/** Every job that the store knows; the services must have stopped. */
export async function readJobs(environment: Readonly<Record<string, string>>): Promise<readonly JobRecord[]> {
  const store = await openStore(storeOptionsOf(loadStoreConfiguration(environment), { use: 'shared' }));
  try {
    const jobs: JobRecord[] = [];
    for (;;) {
      const last = jobs.at(-1);
      const page = await store.jobs.list({ limit: 500, ...(last && { after: last.id }) });
      jobs.push(...page);
      if (page.length < 500) return jobs;
    }
  } finally {
    await store.close();
  }
}

/** Jobs that are not at their end yet; one that waits behind a dead one is held up until a person decides. */
export function unfinished(jobs: readonly JobRecord[]): readonly JobRecord[] {
  const held = new Set(
    jobs.filter(({ state }) => state === 'dead').map(({ lane, key }) => `${lane} ${key ?? ''}`)
  );
  return jobs.filter(
    ({ state, lane, key }) =>
      UNFINISHED.some((each) => each === state) &&
      !SCHEDULED.includes(lane) &&
      !(state === 'waiting' && held.has(`${lane} ${key ?? ''}`))
  );
}
