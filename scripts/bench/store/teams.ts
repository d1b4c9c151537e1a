import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startWorker, type Worker } from '../load/worker.ts';
import type { ContestantName } from './contestant.ts';
import { outcomeSchema, readySchema, type Order, type Outcome, type Ready } from './orders.ts';

/** What every part of the benchmark needs. */
export interface Arena {
  readonly postgresUrl: string;
  /** As autovacuum does within a minute: counts rows and removes dead ones, in every database of the server. */
  readonly vacuum: () => Promise<void>;
  /** For stores and logs. */
  readonly directory: string;
  readonly say: (line: string) => void;
}

/** A contestant in its process. */
export interface Runner {
  readonly name: ContestantName;
  readonly ready: Ready;
  tell(order: Order): Promise<Outcome>;
  stop(): Promise<void>;
}

let started = 0;

/** Starts a contestant's process: at its place, where it finds what an earlier one of the same name left. */
export async function startRunner(
  name: ContestantName,
  { directory, postgresUrl }: Pick<Arena, 'directory' | 'postgresUrl'>
): Promise<Runner> {
  const place = join(directory, name);
  mkdirSync(place, { recursive: true });
  started += 1;
  const worker: Worker<Ready> = await startWorker({
    program: join(import.meta.dirname, 'contestant-process.ts'),
    env: { CONTESTANT: name, DIRECTORY: place, POSTGRES_URL: postgresUrl },
    logFile: join(directory, `${name}-${started}.log`),
    ready: readySchema
  });
  return {
    name,
    ready: worker.ready,
    tell: async (order) => outcomeSchema.parse(await worker.ask(order)),
    stop: () => worker.stop()
  };
}
