import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../seeded-random.ts';
import { startHost, type EngineHost } from './engine-host.ts';
import type { FaultReport, FaultRun } from './fault-report.ts';
import { makeLoopFileSystem, type LoopFileSystem } from './loop-file-system.ts';
import type { Engine } from './place.ts';
import { UnderFire, type Generation } from './under-fire.ts';

const DISK = { megabytes: 900 };
const MIN_RUN_MS = 300;
const MAX_RUN_MS = 3_000;
/** A store is worked off and replaced after so many. */
const CUTS_OF_A_STORE = 5;

/**
 * Cuts the power again and again while work is under way; in every second cut the kernel had written some files back
 * before, in no order.
 */
export async function cutThePower(
  { engine, cuts }: { readonly engine: Engine; readonly cuts: number },
  run: FaultRun
): Promise<FaultReport> {
  const disk = await makeLoopFileSystem(DISK);
  try {
    const host = await startHost(engine, { dataDirectory: disk.directory });
    try {
      const cutter = new PowerCutter(host, disk, seededRandom(run.seed));
      await cutter.cutAll(cuts, run);
      const { tally } = cutter.fire;
      return {
        scenario: 'power-cut',
        engine,
        seed: run.seed,
        figures: { cuts: cutter.cuts, ...tally.figures() },
        violations: tally.violations
      };
    } finally {
      await host.close();
    }
  } finally {
    await disk.close();
  }
}

class PowerCutter {
  readonly fire: UnderFire;
  /** So far: fewer than asked for when somebody stops it. */
  cuts = 0;
  readonly #host: EngineHost;
  readonly #disk: LoopFileSystem;
  readonly #random: () => number;

  constructor(host: EngineHost, disk: LoopFileSystem, random: () => number) {
    this.fire = new UnderFire(host, random);
    this.#host = host;
    this.#disk = disk;
    this.#random = random;
  }

  async cutAll(cuts: number, { say, stop }: FaultRun): Promise<void> {
    await this.#disk.flush(); // the making of a database is no part of this
    let generation: Generation | undefined;
    for (let cut = 0; cut < cuts && !stop.aborted; cut += 1) {
      if (generation !== undefined && cut % CUTS_OF_A_STORE === 0) {
        await this.fire.finish(generation);
        generation = undefined;
      }
      generation ??= await this.fire.newGeneration();
      const sound = await this.#cut(generation, cut % 2 === 1);
      if (!sound) generation = undefined;
      this.cuts += 1;
      say(`power-cut, ${this.#host.engine}: ${cut + 1} of ${cuts}`);
    }
    if (generation !== undefined) await this.fire.finish(generation);
  }

  async #cut(generation: Generation, writesBack: boolean): Promise<boolean> {
    const { server } = this.#host;
    const child = this.fire.start(generation);
    try {
      await child.heard('enqueued');
      await runFor(this.#disk, this.#random, writesBack);
      await child.freeze();
      await this.#disk.cutPower();
    } finally {
      await child.kill();
    }
    await server?.kill();
    await this.#disk.remount();
    const startedAt = performance.now();
    await server?.start();
    const where = `cut${writesBack ? ' with files written back' : ''}`;
    return this.fire.look(generation, performance.now() - startedAt, where);
  }
}

/** Lets work go on for a random time, while the kernel writes files back or does not. */
export async function runFor(disk: LoopFileSystem, random: () => number, writesBack: boolean): Promise<void> {
  const until = Date.now() + MIN_RUN_MS + random() * (MAX_RUN_MS - MIN_RUN_MS);
  for (let left = until - Date.now(); left > 0; left = until - Date.now()) {
    await delay(Math.min(left, 80 + random() * 400));
    if (writesBack && Date.now() < until) disk.flushSome(random);
  }
}
