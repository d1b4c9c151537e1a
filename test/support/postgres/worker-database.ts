import { inject } from 'vitest';
import type {} from './global-setup.ts';

/** What the databases of a run's workers are called; vitest counts its workers from 1. */
export function workerDatabaseName(worker: number): string {
  return `worker_${String(worker)}`;
}

/**
 * The database of this worker on the run's own PostgreSQL. Files that run at the same time have one each: a reader of
 * the catalogue fails when somebody else's schema goes meanwhile, and notices of one would wake the other.
 */
export function workerDatabaseUrl(): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = workerDatabaseName(Number(process.env['VITEST_POOL_ID'] ?? 1));
  return url.href;
}
