import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Pool } from 'pg';
import type { BenchmarkJob } from './benchmark-jobs.ts';
import type { Contestant, ContestantPlace } from './contestant.ts';

const POOL_SIZE = 10;

/** The lower bound: rows of an otherwise bare table in SQLite, committed with `synchronous=FULL`, in this very thread. */
export function openRawSqlite({ directory }: Pick<ContestantPlace, 'directory'>): Promise<Contestant> {
  const database = new Database(join(directory, 'raw.sqlite'));
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(
    'create table if not exists raw_job (id integer primary key, lane text, key text, payload_json text)'
  );
  const insert = database.prepare('insert into raw_job (lane, key, payload_json) values (?, ?, ?)');
  const insertAll = database.transaction((lane: string, jobs: readonly BenchmarkJob[]) => {
    for (const { key, payload } of jobs) insert.run(lane, key ?? null, JSON.stringify(payload));
  });
  return Promise.resolve({
    settings: 'raw SQLite: better-sqlite3 13.2.0, prepared insert, WAL, synchronous=FULL',
    openLane: () => Promise.resolve(),
    enqueue(lane, jobs) {
      insertAll.immediate(lane, jobs);
      return Promise.resolve();
    },
    close() {
      database.close();
      return Promise.resolve();
    }
  });
}

/** The same in PostgreSQL, over a pool. */
export async function openRawPostgres({
  postgresUrl
}: Pick<ContestantPlace, 'postgresUrl'>): Promise<Contestant> {
  const pool = new Pool({ connectionString: postgresUrl, max: POOL_SIZE });
  await pool.query(
    'create table if not exists raw_job (id bigint generated always as identity primary key, lane text, key text, payload_json text)'
  );
  return {
    settings: 'raw PostgreSQL: pg 8.23.1, prepared insert, pool 10',
    openLane: () => Promise.resolve(),
    async enqueue(lane, jobs) {
      await pool.query({
        name: 'insert',
        text: 'insert into raw_job (lane, key, payload_json) select $1, * from unnest($2::text[], $3::text[])',
        values: [lane, jobs.map(({ key }) => key ?? null), jobs.map(({ payload }) => JSON.stringify(payload))]
      });
    },
    close: () => pool.end()
  };
}
