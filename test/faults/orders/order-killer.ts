import { kills, killsFor } from './strikes/kills.ts';
import { endTroubles, troubles, type Trouble } from './strikes/troubles.ts';
import type { OrderWorld } from './world/order-world.ts';

const BESIDE = 0.5;

/** What people do while everything is killed, step by step. */
export interface KilledStream {
  readonly length: number;
  /** Goes on up to this place. */
  playUntil(place: number): Promise<void>;
}

/** Kills at random moments of a stream, every other time with a trouble beside. */
export class OrderKiller {
  readonly #world: OrderWorld;
  readonly #random: () => number;
  readonly #troubles: Readonly<Record<string, Trouble>>;
  readonly #counts = new Map<string, number>();
  /** So far. */
  kills = 0;

  constructor(world: OrderWorld, random: () => number, some: Readonly<Record<string, Trouble>> = troubles) {
    this.#world = world;
    this.#random = random;
    this.#troubles = some;
  }

  /** How often what was struck, the most frequent first. */
  points(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].toSorted(([, one], [, other]) => other - one));
  }

  /** Plays the whole stream, an even part of it around each kill. */
  async strike(
    count: number,
    stream: KilledStream,
    say: (line: string) => void,
    stop: AbortSignal
  ): Promise<void> {
    for (let kill = 1; kill <= count && !stop.aborted; kill += 1) {
      await Promise.all([
        stream.playUntil((stream.length * kill) / count),
        this.#kill(),
        this.#random() < BESIDE ? this.#trouble() : undefined
      ]);
      this.kills += 1;
      if (kill % 10 === 0) say(`kills: ${kill} of ${count}`);
    }
    await endTroubles(this.#world);
  }

  async #kill(): Promise<void> {
    const names = killsFor(this.#world);
    const name = this.#byShare(names);
    this.#count(name);
    await kills[name]?.strike(this.#world, this.#random);
  }

  async #trouble(): Promise<void> {
    const names = Object.keys(this.#troubles);
    const name = names[Math.floor(this.#random() * names.length)] ?? '';
    this.#count(name);
    // The org may be away at this moment, since it is killed too.
    await this.#troubles[name]?.(this.#world, this.#random).catch(() => undefined);
  }

  #byShare(names: readonly string[]): string {
    const total = names.reduce((sum, name) => sum + (kills[name]?.share ?? 0), 0);
    let at = this.#random() * total;
    for (const name of names) {
      at -= kills[name]?.share ?? 0;
      if (at < 0) return name;
    }
    return names[0] ?? '';
  }

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
}
