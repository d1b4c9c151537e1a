import type { TestProject } from 'vitest/node';
import { findPostgres, startPostgres } from './postgres-server.ts';
import { workerDatabaseName } from './worker-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for all files of a run; each worker has a database there, each test a schema in it. */
    readonly postgresUrl: string;
  }
}

/** One server for a whole run of tests, since starting one takes seconds. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('These tests need PostgreSQL: apt-get install postgresql');
  const server = await startPostgres(programs);
  for (let worker = 1; worker <= project.config.maxWorkers; worker += 1) {
    await server.execute(`CREATE DATABASE ${workerDatabaseName(worker)}`);
  }
  project.provide('postgresUrl', server.url);
  return () => server.close();
}
