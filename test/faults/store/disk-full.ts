import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerBridgeError } from '../../../callout-service/src/errors/ledger-bridge-error.ts';
import type { Store } from '../../../callout-service/src/store/port/store.ts';
import { seededRandom } from '../seeded-random.ts';
import { startHost, type EngineHost } from './engine-host.ts';
import type { FaultReport, FaultRun } from './fault-report.ts';
import { makeLoopFileSystem } from './loop-file-system.ts';
import { LANE, openPlace } from './place.ts';
import { UnderFire, type Generation } from './under-fire.ts';

/** Text that no database makes smaller, in bytes before base64. */
const PAYLOAD_BYTES = 12_000;
/** More jobs than any of these disks holds. */
const MAX_JOBS = 20_000;
/** How often it is tried again on the full disk. */
const REPETITIONS = 5;

/** What fills up, and how there is room again. */
interface SmallDisk {
  readonly what: string;
  readonly host: EngineHost;
  readonly maxPages?: number;
  /** What the caller may be told. */
  readonly codes: ReadonlySet<string>;
  makeRoom(): Promise<void>;
}

/** SQLite that may not grow beyond so many pages: shows the same where no disk can be made small. */
export async function fillThePages(run: FaultRun): Promise<FaultReport> {
  const host = await startHost('sqlite');
  try {
    return await fill(
      { what: 'pages', host, maxPages: 1_500, codes: new Set(['LB605']), makeRoom: () => Promise.resolve() },
      run
    );
  } finally {
    await host.close();
  }
}

/** SQLite on a disk of its own. */
export async function fillTheDiskOfSqlite(run: FaultRun): Promise<FaultReport> {
  const disk = await makeLoopFileSystem({ megabytes: 40, reservedMegabytes: 16 });
  try {
    const host = await startHost('sqlite', { dataDirectory: disk.directory });
    try {
      const makeRoom = () => disk.makeRoom();
      return await fill({ what: 'disk', host, codes: new Set(['LB605']), makeRoom }, run);
    } finally {
      await host.close();
    }
  } finally {
    await disk.close();
  }
}

/** PostgreSQL whose tables are on a disk of their own. */
export async function fillTheTablesOfPostgres(run: FaultRun): Promise<FaultReport> {
  const disk = await makeLoopFileSystem({ megabytes: 40, reservedMegabytes: 16 });
  try {
    const host = await startHost('postgres');
    try {
      const folder = join(disk.directory, 'tables');
      mkdirSync(folder);
      execFileSync('chown', ['postgres', folder]);
      await host.server?.execute(`create tablespace small location '${folder}'`);
      await host.server?.execute('alter database postgres set default_tablespace = small');
      const makeRoom = () => disk.makeRoom();
      return await fill({ what: 'tables', host, codes: new Set(['LB605']), makeRoom }, run);
    } finally {
      await host.close();
    }
  } finally {
    await disk.close();
  }
}

/** PostgreSQL whose log is on a disk of its own: it stops itself when it cannot write there. */
export async function fillTheLogOfPostgres(run: FaultRun): Promise<FaultReport> {
  const disk = await makeLoopFileSystem({ megabytes: 120, reservedMegabytes: 64 });
  try {
    const host = await startHost('postgres');
    try {
      await moveLog(host, disk.directory);
      return await fill(
        {
          what: 'log',
          host,
          codes: new Set(['LB602', 'LB605', 'LB607']),
          async makeRoom() {
            await disk.makeRoom();
            await host.server?.kill();
            await host.server?.start();
          }
        },
        run
      );
    } finally {
      await host.close();
    }
  } finally {
    await disk.close();
  }
}

async function moveLog({ directory, server }: EngineHost, to: string): Promise<void> {
  await server?.kill();
  const [log] = globSync(join(directory, '*', 'data', 'pg_wal'));
  if (log === undefined) throw new Error('PostgreSQL keeps its log elsewhere');
  const moved = join(to, 'log');
  cpSync(log, moved, { recursive: true });
  rmSync(log, { recursive: true });
  symlinkSync(moved, log);
  execFileSync('chown', ['-R', 'postgres', moved]);
  await server?.start();
}

/** Enqueues until it is refused and beyond, makes room, and lets all of it be worked off. */
async function fill(disk: SmallDisk, { seed, say }: FaultRun): Promise<FaultReport> {
  const fire = new UnderFire(disk.host, seededRandom(seed));
  const generation = await fire.newGeneration();
  const refusals = await enqueueUntilRefused(disk, generation);
  say(`disk-full, ${disk.what}: refused with ${refusals.join(', ')}`);
  await disk.makeRoom();
  await fire.finish(generation);
  const unexpected = refusals.filter((code) => !disk.codes.has(code));
  return {
    scenario: 'disk-full',
    engine: `${disk.host.engine}, ${disk.what}`,
    seed,
    figures: { refused: [...new Set(refusals)].join(', '), ...fire.tally.figures() },
    violations: [
      ...fire.tally.violations,
      ...(refusals.length < REPETITIONS ? ['the full disk took more'] : []),
      ...unexpected.map((code) => `refused with ${code}`)
    ]
  };
}

/** The codes of all refusals. */
async function enqueueUntilRefused(disk: SmallDisk, generation: Generation): Promise<string[]> {
  const { maxPages } = disk;
  const store = await openPlace(generation.place, maxPages === undefined ? {} : { maxPages });
  const refusals: string[] = [];
  try {
    for (let number = 1; number < MAX_JOBS && refusals.length < REPETITIONS; number += 1) {
      const code = await enqueue(store, number, generation);
      if (code !== undefined) refusals.push(code);
    }
    return refusals;
  } finally {
    await store.close();
  }
}

async function enqueue(
  store: Store,
  number: number,
  { acknowledged }: Generation
): Promise<string | undefined> {
  const filler = randomBytes(PAYLOAD_BYTES).toString('base64');
  try {
    const { id } = await store.jobs.enqueue({ lane: LANE, payload: { number, source: false, filler } });
    acknowledged.hear({ said: 'enqueued', number, id });
    return undefined;
  } catch (error) {
    return error instanceof LedgerBridgeError ? error.code : String(error);
  }
}
