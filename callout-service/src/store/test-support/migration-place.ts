import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { workerDatabaseUrl } from '../../../../test/support/postgres/worker-database.ts';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { openTarget, type MigrationTarget } from './migration-target.ts';
import type { Engine } from './test-store.ts';

/** A place without any tables yet. */
export interface MigrationPlace {
  /** Close it yourself. */
  open(): Promise<OpenedDatabase>;
  /** A process that migrates (see `migrating-process.ts`), once it has said `ready` and was told to go. */
  process(steps: 'as released' | 'stuck half way'): MigratingProcess;
  remove(): Promise<void>;
}

export interface MigratingProcess {
  /** Waits until it says the word. */
  said(word: string): Promise<void>;
  go(): void;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Its exit code. */
  ended(): Promise<number | null>;
}

/** Makes a place of its own in the engine. */
export function migrationPlace(engine: Engine): MigrationPlace {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-migration-'));
  const target: MigrationTarget =
    engine === 'sqlite'
      ? { engine, file: join(directory, 'store.sqlite') }
      : {
          engine,
          url: workerDatabaseUrl(),
          schema: `test_${randomUUID().replaceAll('-', '')}`,
          poolSize: 2,
          connectTimeoutMs: 5_000,
          statementTimeoutMs: 20_000,
          requireDurable: false
        };
  return {
    open: () => openTarget(target),
    process: (steps) => migratingProcess(target, steps),
    async remove() {
      if (target.engine === 'postgres') {
        const opened = await openTarget(target);
        await sql`drop schema ${sql.id(target.schema)} cascade`.execute(opened.database);
        await opened.close();
      }
      rmSync(directory, { recursive: true });
    }
  };
}

function migratingProcess(target: MigrationTarget, steps: string): MigratingProcess {
  const script = fileURLToPath(new URL('./migrating-process.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(target), steps], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const heard = new Set<string>();
  const waiting = new Map<string, () => void>();
  if (child.stdout !== null) {
    createInterface(child.stdout).on('line', (word) => {
      heard.add(word);
      waiting.get(word)?.();
    });
  }
  return {
    said: (word) =>
      new Promise((resolve, reject) => {
        if (heard.has(word)) resolve();
        waiting.set(word, resolve);
        void exit.then((code) => reject(new Error(`The process ended with ${code} before it said ${word}`)));
      }),
    go: () => void child.stdin?.end('go\n'),
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
    ended: () => exit
  };
}
