import { endTroubles } from '../../orders/strikes/troubles.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { FaultReport, FaultRun } from '../../store/fault-report.ts';
import { SyncRun } from '../sync-run.ts';
import { conflictCases } from './conflict-cases.ts';
import { contentCases } from './content-cases.ts';
import { logCases } from './log-cases.ts';
import { sageCases } from './sage-cases.ts';
import { salesforceCases } from './salesforce-cases.ts';
import { schemaCases } from './schema-cases.ts';
import { streamCases } from './stream-cases.ts';
import type { SyncCase } from './sync-case.ts';

export interface SyncCasesOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly instances: number;
  /** Only cases whose name contains one of these; all without any. */
  readonly case: readonly string[];
  /** Keeps the files of the world when a promise was not kept. */
  readonly keep?: boolean;
}

/**
 * Every case, those last that leave many records behind.
 *
 * | fault                                          | played                                                                |
 * | ---------------------------------------------- | --------------------------------------------------------------------- |
 * | session expired, by 401 and by Bulk API's 400   | here; many requests at once, one log-in: `orders cases`                |
 * | log-in refused for good                        | here, and `orders cases`                                              |
 * | 429 and request limit, with and without a time | here, and `orders cases`                                              |
 * | bulk job with failed and unprocessed rows      | here                                                                  |
 * | replay id lost; gap and overflow events        | here; for platform events, which know no gap events, `orders cases`   |
 * | stream silent                                  | here, and `orders cases`                                              |
 * | many rows of one stamp, a late row             | here, and `orders cases`                                              |
 * | a change without a stamp; records that vanish  | here                                                                  |
 * | clocks that are wrong, hours that come twice   | here as stamps; the service's own clock: `detection.test.ts`          |
 * | both sides at once, echo                       | here                                                                  |
 * | field gone, field required                     | here                                                                  |
 * | hard texts                                     | here                                                                  |
 * | sync log cannot be written                     | here                                                                  |
 * | memory over an hour                            | not played: it has not been measured over an hour                     |
 * | mapping published during a run                 | here                                                                  |
 * | one external id twice                          | here                                                                  |
 */
export const allSyncCases: readonly SyncCase[] = [
  ...salesforceCases,
  ...streamCases,
  ...conflictCases,
  ...schemaCases,
  ...contentCases,
  ...logCases,
  ...sageCases
];

/** Plays the cases that are wanted, each with a verdict of its own, in a world that they share. */
export async function playSyncCases(
  options: SyncCasesOptions,
  run: FaultRun
): Promise<readonly FaultReport[]> {
  const wanted = allSyncCases.filter(
    ({ name }) => options.case.length === 0 || options.case.some((text) => name.includes(text))
  );
  const player = new CasePlayer(options, run);
  const reports: FaultReport[] = [];
  try {
    for (const each of wanted) {
      if (run.stop.aborted) break;
      reports.push(await player.play(each));
    }
  } finally {
    await player.close();
  }
  return reports;
}

class CasePlayer {
  readonly #options: SyncCasesOptions;
  readonly #run: FaultRun;
  readonly #random: () => number;
  #shared: SyncRun | undefined;
  #number = 0;

  constructor(options: SyncCasesOptions, run: FaultRun) {
    this.#options = options;
    this.#run = run;
    this.#random = seededRandom(run.seed);
  }

  async play(each: SyncCase): Promise<FaultReport> {
    const syncRun = await this.#running();
    syncRun.beginCase();
    const startedAt = performance.now();
    const more: string[] = [];
    const violated = (what: string) => void more.push(what);
    this.#number += 1;
    await each
      .play({
        ...{ world: syncRun.world, random: this.#random, number: this.#number, violated },
        noteEdits: (edits) => syncRun.noteEdits(edits)
      })
      .catch((error: unknown) => violated(`the case came to no end: ${String(error)}`));
    const { violations, ...counts } = await verdictOf(syncRun);
    const all = [...more, ...violations];
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    this.#run.say([`sync, ${each.name}: ${all.length} violations, ${seconds} s`, ...all].join('\n  '));
    // What is wrong stays wrong, and the next case is not to be blamed for it.
    if (all.length > 0) await this.#leave();
    const { engine, instances } = this.#options;
    return {
      scenario: each.name,
      engine: `${each.name} (${engine}${instances > 1 ? `, ${instances} instances` : ''})`,
      seed: this.#run.seed,
      figures: { plays: each.plays.join(', '), ...counts, seconds },
      violations: all
    };
  }

  async close(): Promise<void> {
    await this.#shared?.world.close();
    this.#shared = undefined;
  }

  async #leave(): Promise<void> {
    if (this.#options.keep === true && this.#shared !== undefined) {
      this.#run.say(`sync: the files are in ${this.#shared.world.directory}`);
      await this.#shared.world.close({ keep: true });
      this.#shared = undefined;
    }
    await this.close();
  }

  /** The shared world, whose services every verdict stops; a new one when the last has gone wrong. */
  async #running(): Promise<SyncRun> {
    try {
      await this.#shared?.world.startServices();
    } catch (error) {
      this.#run.say(`sync: a new world, since the services did not start: ${String(error)}`);
      await this.close();
    }
    return (this.#shared ??= await SyncRun.start(this.#options));
  }
}

/** A world that cannot be judged any more is a finding, too, and no end of the other cases. */
async function verdictOf(syncRun: SyncRun) {
  try {
    await endTroubles(syncRun.world);
    return await syncRun.verdict();
  } catch (error) {
    return { violations: [`no verdict could be found: ${String(error)}`] };
  }
}
