import { join } from 'node:path';
import { Acknowledged } from './acknowledged.ts';
import type { EngineHost } from './engine-host.ts';
import { inspect } from './inspection.ts';
import { startLoad, type LoadChild } from './load-child.ts';
import type { LoadSettings } from './load/load-settings.ts';
import type { StorePlace } from './place.ts';
import { Tally } from './tally.ts';

const LEASE_MS = 600;
/** Numbers of one process: more than it can enqueue. */
const NUMBERS = 1_000_000;

/** One store, what it promised, and what happened outside of it. */
export interface Generation {
  readonly place: StorePlace;
  readonly ledger: string;
  readonly acknowledged: Acknowledged;
  readonly endedProcesses: Set<string>;
}

/** Stores that are used by one process after the other, each of which comes to a bad end. */
export class UnderFire {
  readonly tally = new Tally();
  readonly #host: EngineHost;
  readonly #random: () => number;
  #processes = 0;

  constructor(host: EngineHost, random: () => number) {
    this.#host = host;
    this.#random = random;
  }

  async newGeneration(): Promise<Generation> {
    return {
      place: await this.#host.freshPlace(),
      ledger: join(this.#host.directory, `effects-${this.#processes}.jsonl`),
      acknowledged: new Acknowledged(),
      endedProcesses: new Set()
    };
  }

  /** Starts a process that enqueues and works until its end. */
  start(generation: Generation): LoadChild {
    this.#processes += 1;
    const settings = this.#settings(generation);
    // Whatever it has begun is no longer at work when the next one is there.
    generation.endedProcesses.add(settings.process);
    return startLoad({ ...settings, produceFrom: this.#processes * NUMBERS }, (what) =>
      generation.acknowledged.hear(what)
    );
  }

  /** Opens what is left and compares it with what was promised. Whether all is as it must be. */
  async look(generation: Generation, recoveryMs: number, where: string): Promise<boolean> {
    try {
      return this.tally.add(await inspect(generation), recoveryMs, where);
    } catch (error) {
      this.tally.addUnopened(error, where);
      return false;
    }
  }

  /** Lets a process finish what is left, so that every job has its one effect in the end. */
  async finish(generation: Generation): Promise<void> {
    const { acknowledged } = generation;
    this.#processes += 1;
    const child = startLoad({ ...this.#settings(generation), sendAgain: [] }, (what) =>
      acknowledged.hear(what)
    );
    const endedWell = await child.endedWell();
    const inspection = await inspect(generation);
    this.tally.add(inspection, 0, 'worked off');
    this.tally.addRepetitions(inspection.ledger);
    this.tally.addAcknowledged(acknowledged.enqueued.size + acknowledged.completed.size);
    if (!endedWell || inspection.unfinished > 0) {
      this.tally.violations.push(`${inspection.unfinished} jobs could not be worked off`);
    }
    this.tally.violations.push(...acknowledged.broken.map((each) => `broken: ${each}`));
  }

  #settings({ place, ledger, acknowledged }: Generation): LoadSettings {
    return {
      place,
      use: 'exclusive',
      process: `process-${this.#processes}`,
      seed: Math.floor(this.#random() * 2 ** 31),
      ledger,
      sendAgain: acknowledged.unanswered(),
      workers: 2,
      leaseMs: LEASE_MS,
      transientShare: 0.05,
      ambiguousShare: 0.03
    };
  }
}
