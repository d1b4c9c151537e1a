import type { ContestantName, OpenContestant } from './contestant.ts';
import { openGraphileWorker } from './graphile-contestant.ts';
import { openPgBoss } from './pg-boss-contestant.ts';
import { openRawPostgres, openRawSqlite } from './raw-contestants.ts';
import { openPostgresStore, openSqliteStore } from './store-contestant.ts';

/** How each contestant is opened. */
export const contestants: Readonly<Record<ContestantName, OpenContestant>> = {
  'store-sqlite': openSqliteStore,
  'store-postgres': openPostgresStore,
  'pg-boss': openPgBoss,
  'graphile-worker': openGraphileWorker,
  'raw-sqlite': openRawSqlite,
  'raw-postgres': openRawPostgres
};
