import { execFile, execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, globSync, openSync, statSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (Linux, fs/ext4/ext4.h): from then on nothing reaches the disk, and
 * neither what was not flushed nor the open transaction of the journal is kept, as when the power fails.
 */
const SHUTDOWN = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY | os.O_DIRECTORY), 0x8004587d, struct.pack('I', 2))
`;
const UNMOUNT_PATIENCE_MS = 15_000;
const POLL_MS = 50;

/** A small file system of a test's own, in a file. */
export interface LoopFileSystem {
  readonly directory: string;
  /** Everything written so far is on the disk. */
  flush(): Promise<void>;
  /** Flushes a few files picked at random, as the kernel may do at any time and in any order. */
  flushSome(random: () => number): void;
  /** What was not flushed is lost, and nothing can be written, until `remount`. */
  cutPower(): Promise<void>;
  /** Mounts it again, once nobody uses it. */
  remount(): Promise<void>;
  /** Gives room that was kept back, so that a full disk is one no longer. */
  makeRoom(): Promise<void>;
  close(): Promise<void>;
}

export interface LoopOptions {
  readonly megabytes: number;
  /** Kept back until `makeRoom`. */
  readonly reservedMegabytes?: number;
}

/** Why this machine has no file systems of a test's own; undefined where it has them. */
export function whyNoLoopFileSystem(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root may mount a file system';
  try {
    for (const program of ['mkfs.ext4', 'mount', 'umount', 'python3']) execFileSync('which', [program]);
    execFileSync('losetup', ['--find'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `no loop device can be had: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`;
  }
}

/** Makes and mounts one. */
export async function makeLoopFileSystem({
  megabytes,
  reservedMegabytes = 0
}: LoopOptions): Promise<LoopFileSystem> {
  const parent = await mkdtemp(join(tmpdir(), 'ledger-bridge-disk-'));
  const image = join(parent, 'disk.img');
  const directory = join(parent, 'mounted');
  const reserve = join(directory, 'reserve');
  const mount = async (): Promise<void> => {
    await run('mount', ['-o', 'loop,commit=1', image, directory]);
  };
  const unmount = () => unmountOnceIdle(directory);
  try {
    await chmod(parent, 0o755); // PostgreSQL's own account must get in
    await mkdir(directory);
    writeFileSync(image, '');
    await truncate(image, megabytes * 1_048_576);
    // Without blocks kept for root, so that a full disk is full for everybody.
    await run('mkfs.ext4', ['-q', '-F', '-m', '0', image]);
    await mount();
  } catch (error) {
    await rm(parent, { recursive: true, force: true });
    throw error;
  }
  if (reservedMegabytes > 0) await run('fallocate', ['-l', `${reservedMegabytes}M`, reserve]);
  return {
    directory,
    async flush() {
      await run('sync', ['-f', directory]);
    },
    flushSome: (random) => flushSome(directory, random),
    async cutPower() {
      await run('python3', ['-c', SHUTDOWN, directory]);
    },
    async remount() {
      await unmount();
      await mount();
    },
    makeRoom: () => rm(reserve),
    async close() {
      await unmount();
      await rm(parent, { recursive: true });
    }
  };
}

/** A process that was just killed may hold its files for a moment. */
async function unmountOnceIdle(directory: string): Promise<void> {
  const until = Date.now() + UNMOUNT_PATIENCE_MS;
  for (;;) {
    try {
      await run('umount', [directory]);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await delay(POLL_MS);
    }
  }
}

function flushSome(directory: string, random: () => number): void {
  const files = globSync(join(directory, '**'));
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    const file = files[Math.floor(random() * files.length)];
    if (file !== undefined) flushFile(file);
  }
}

function flushFile(file: string): void {
  try {
    if (!statSync(file).isFile()) return;
    const descriptor = openSync(file, 'r');
    fdatasyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    // The database removes files of its own at any time.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
