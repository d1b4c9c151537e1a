import type { ContestantName, OpenContestant } from './contestant.ts';

/** Loads what opens a contestant, and nothing of the others, whose code would take memory too. */
export const contestants: Readonly<Record<ContestantName, () => Promise<OpenContestant>>> = {
  'store-sqlite': async () => (await import('./store-contestant.ts')).openSqliteStore,
  'store-postgres': async () => (await import('./store-contestant.ts')).openPostgresStore,
  'pg-boss': async () => (await import('./pg-boss-contestant.ts')).openPgBoss,
  'graphile-worker': async () => (await import('./graphile-contestant.ts')).openGraphileWorker,
  'raw-sqlite': async () => (await import('./raw-contestants.ts')).openRawSqlite,
  'raw-postgres': async () => (await import('./raw-contestants.ts')).openRawPostgres
};
