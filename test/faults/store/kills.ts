import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresServer } from '../../support/postgres/postgres-server.ts';
import { seededRandom } from '../seeded-random.ts';
import { startHost, type EngineHost } from './engine-host.ts';
import type { FaultReport, FaultRun } from './fault-report.ts';
import type { LoadChild } from './load-child.ts';
import type { Engine } from './place.ts';
import { UnderFire, type Generation } from './under-fire.ts';

const MAX_RUN_MS = 500;
/** Until the first measured one. */
const USUAL_OPENING_MS = 150;
/** A server is killed once more within so long while it recovers. */
const RECOVERY_MS = 80;

/** When it strikes: while a new store is made, while one is opened, or while work is under way. */
type Phase = 'fresh' | 'start-up' | 'running';
type Victim = 'process' | 'server' | 'both';

/**
 * Kills again and again, a quarter of the times during start-up, half of these on a store that is just being made. For
 * PostgreSQL the server is hit in half of the cases.
 */
export async function killAgainAndAgain(
  { engine, kills }: { readonly engine: Engine; readonly kills: number },
  run: FaultRun
): Promise<FaultReport> {
  const host = await startHost(engine);
  try {
    const killer = new Killer(host, seededRandom(run.seed));
    await killer.killAll(kills, run);
    return {
      scenario: 'kills',
      engine,
      seed: run.seed,
      figures: { kills: killer.kills, ...killer.fire.tally.figures(), ...killer.points() },
      violations: killer.fire.tally.violations
    };
  } finally {
    await host.close();
  }
}

class Killer {
  readonly fire: UnderFire;
  readonly #host: EngineHost;
  readonly #random: () => number;
  readonly #points = new Map<string, number>();
  /** So far: fewer than asked for when somebody stops it. */
  kills = 0;
  #openingMs = USUAL_OPENING_MS;

  constructor(host: EngineHost, random: () => number) {
    this.fire = new UnderFire(host, random);
    this.#host = host;
    this.#random = random;
  }

  async killAll(kills: number, { say, stop }: FaultRun): Promise<void> {
    let generation: Generation | undefined;
    for (let kill = 0; kill < kills && !stop.aborted; kill += 1) {
      const phase = phaseOf(kill);
      if (generation !== undefined && phase === 'fresh') {
        await this.fire.finish(generation);
        generation = undefined;
      }
      generation ??= await this.fire.newGeneration();
      const sound = await this.#strike(generation, phase, this.#victim());
      if (!sound) generation = undefined;
      this.kills += 1;
      if (kill % 10 === 9) say(`kills, ${this.#host.engine}: ${kill + 1} of ${kills}`);
    }
    if (generation !== undefined) await this.fire.finish(generation);
  }

  /** How often which moment and which victim were hit. */
  points(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#points].toSorted());
  }

  async #strike(generation: Generation, phase: Phase, victim: Victim): Promise<boolean> {
    const child = this.fire.start(generation);
    try {
      await child.heard(phase === 'running' ? 'opened' : 'opening');
      this.#openingMs = child.openedAfterMs() ?? this.#openingMs;
      // A little longer than opening takes, so that its last steps are hit too.
      await delay(this.#random() * (phase === 'running' ? MAX_RUN_MS : this.#openingMs * 1.2));
      const where = `${victim} while ${phase}`;
      this.#points.set(where, (this.#points.get(where) ?? 0) + 1);
      const recoveryMs = await this.#hit(child, phase, victim);
      return await this.fire.look(generation, recoveryMs, where);
    } finally {
      await child.kill();
    }
  }

  /** Time the server took to be there again. */
  async #hit(child: LoadChild, phase: Phase, victim: Victim): Promise<number> {
    const { server } = this.#host;
    if (victim === 'process' || server === undefined) {
      await child.kill();
      return 0;
    }
    await server.kill();
    if (victim === 'both') await child.kill();
    if (phase === 'start-up') await this.#killWhileItRecovers(server);
    const startedAt = performance.now();
    await server.start();
    const recoveryMs = performance.now() - startedAt;
    // A process that was at work needs no new start when its server comes back.
    if (victim === 'server' && phase === 'running') await child.heard('enqueued', child.count('enqueued'));
    await child.kill();
    return recoveryMs;
  }

  async #killWhileItRecovers(server: PostgresServer): Promise<void> {
    const interrupted = server.start().catch(() => undefined);
    await delay(this.#random() * RECOVERY_MS);
    await server.kill();
    await interrupted;
  }

  #victim(): Victim {
    if (this.#host.server === undefined || this.#random() < 0.5) return 'process';
    return this.#random() < 0.5 ? 'server' : 'both';
  }
}

function phaseOf(kill: number): Phase {
  if (kill % 8 === 0) return 'fresh';
  return kill % 8 === 4 ? 'start-up' : 'running';
}
