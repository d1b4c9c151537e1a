import type { TestProject } from 'vitest/node';
import { findPostgres, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for all files of a run; each test takes a schema of its own. */
    readonly postgresUrl: string;
  }
}

/** One server for a whole run of tests, since starting one takes seconds. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('These tests need PostgreSQL: apt-get install postgresql');
  const server = await startPostgres(programs);
  project.provide('postgresUrl', server.url);
  return () => server.close();
}
