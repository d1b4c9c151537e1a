import { OrderKiller } from '../../orders/order-killer.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { FaultReport, FaultRun } from '../../store/fault-report.ts';
import { SyncRun } from '../sync-run.ts';
import { judgeStream } from './judge-stream.ts';
import { editBasis } from './edit-basis.ts';
import { planEdits } from './edit-plan.ts';
import { EditStream } from './edit-stream.ts';
import { streamTroubles } from './stream-troubles.ts';

export interface SyncKillsOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly instances: number;
  readonly kills: number;
  readonly edits: number;
  /** Keeps the files of the world when a promise was not kept. */
  readonly keep?: boolean;
}

/** How often the service looks into Sage by itself. */
const LOOK_EVERY_SECONDS = 5;

/** Edits on both sides, among which everything is killed again and again; afterwards both systems are held against each other. */
export async function killAmongEdits(options: SyncKillsOptions, run: FaultRun): Promise<FaultReport> {
  const { engine, instances } = options;
  const random = seededRandom(run.seed);
  const syncRun = await SyncRun.start({ engine, instances, lookEverySeconds: LOOK_EVERY_SECONDS });
  const { world } = syncRun;
  let failed = true;
  try {
    const stream = new EditStream(world, await editBasis(world), planEdits(options.edits, random));
    const killer = new OrderKiller(world, random, streamTroubles);
    const startedAt = performance.now();
    await killer.strike(options.kills, stream, run.say, run.stop);
    run.say(
      `sync: ${killer.kills} kills in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s, settling`
    );
    const { violations, ...counts } = await syncRun.verdict(() => judgeStream(world, stream));
    failed = violations.length > 0;
    return {
      scenario: 'kills',
      engine: instances > 1 ? `${engine}, ${instances} instances` : engine,
      seed: run.seed,
      figures: {
        ...{ kills: killer.kills, edits: stream.length, ...counts },
        seconds: Math.round((performance.now() - startedAt) / 1_000),
        'starts of the service': world.services.reduce((sum, { starts }) => sum + starts, 0),
        ...killer.points()
      },
      violations
    };
  } finally {
    const keep = failed && options.keep === true;
    if (keep) run.say(`sync: the files are in ${world.directory}`);
    await world.close({ keep });
  }
}
