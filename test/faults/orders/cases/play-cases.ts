import type { FaultReport, FaultRun } from '../../store/fault-report.ts';
import {
  makeLoopFileSystem,
  whyNoLoopFileSystem,
  type LoopFileSystem
} from '../../store/loop-file-system.ts';
import { seededRandom } from '../../seeded-random.ts';
import { OrderRun } from '../order-run.ts';
import { endTroubles } from '../strikes/troubles.ts';
import { deadLetterCases } from './dead-letter-cases.ts';
import type { OrderCase } from './order-case.ts';
import { orgCases } from './org-cases.ts';
import { sageCases } from './sage-cases.ts';
import { serviceCases } from './service-cases.ts';
import { sessionCases } from './session-cases.ts';
import { storeCases } from './store-cases.ts';
import { writeBackCases } from './write-back-cases.ts';

export interface CasesOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly instances: number;
  /** Only cases whose name contains one of these; all without any. */
  readonly case: readonly string[];
}

/** What the cases found, and those that this machine could not play, with why. */
export interface PlayedCases {
  readonly reports: readonly FaultReport[];
  readonly leftOut: readonly string[];
}

/**
 * Every case. Not among them, since they cannot occur here: gap and overflow events, which change data capture alone sends
 * (Change Data Capture Developer Guide, "Gap Events") while orders come by a platform event, whose gap is a replay id that
 * is not known any more; and rows of a bulk job, since orders go by sObject Collections, whose rows are refused one by one
 * in the same way.
 */
const allCases: readonly OrderCase[] = [
  ...serviceCases,
  ...sageCases,
  ...orgCases,
  ...sessionCases,
  ...writeBackCases,
  ...deadLetterCases,
  ...storeCases
];

const ORDERS = 12;
/** Longer than anything waits: the pauses of jobs, and the query for what was missed. */
const STUCK_MS = 75_000;
const DISK = { megabytes: 48 };

/** Plays the cases that are wanted, each with a verdict of its own; most share a world, whose verdict looks at all orders so far. */
export async function playCases(options: CasesOptions, run: FaultRun): Promise<PlayedCases> {
  const wanted = allCases.filter(
    ({ name }) => options.case.length === 0 || options.case.some((text) => name.includes(text))
  );
  const whyNoDisk = whyNoLoopFileSystem();
  const cases = new CasePlayer(options, run);
  const reports: FaultReport[] = [];
  const leftOut: string[] = [];
  try {
    for (const each of wanted) {
      if (run.stop.aborted) break;
      if (each.needsDisk === true && whyNoDisk !== undefined) leftOut.push(`${each.name}: ${whyNoDisk}`);
      else reports.push(await cases.play(each));
    }
  } finally {
    await cases.close();
  }
  return { reports, leftOut };
}

class CasePlayer {
  readonly #options: CasesOptions;
  readonly #run: FaultRun;
  readonly #random: () => number;
  #shared: OrderRun | undefined;

  constructor(options: CasesOptions, run: FaultRun) {
    this.#options = options;
    this.#run = run;
    this.#random = seededRandom(run.seed);
  }

  async play(each: OrderCase): Promise<FaultReport> {
    const report =
      each.needsDisk === true
        ? await this.#playOnDisk(each)
        : await this.#playIn(each, (this.#shared ??= await this.#startRun()), undefined);
    const { violations } = report;
    this.#run.say([`orders, ${each.name}: ${violations.length} violations`, ...violations].join('\n  '));
    // What is wrong stays wrong, and the next case is not to be blamed for it.
    if (violations.length > 0) await this.close();
    return report;
  }

  async close(): Promise<void> {
    await this.#shared?.world.close();
    this.#shared = undefined;
  }

  async #playOnDisk(each: OrderCase): Promise<FaultReport> {
    const disk = await makeLoopFileSystem(DISK);
    try {
      const orderRun = await this.#startRun(disk.directory);
      try {
        return await this.#playIn(each, orderRun, disk);
      } finally {
        await orderRun.world.close();
      }
    } finally {
      await disk.close();
    }
  }

  #startRun(storeDisk?: string): Promise<OrderRun> {
    const where = storeDisk === undefined ? {} : { storeDisk };
    return OrderRun.start({ ...this.#options, ...where, accounts: 10, items: 6 }, this.#random);
  }

  async #playIn(each: OrderCase, orderRun: OrderRun, disk: LoopFileSystem | undefined): Promise<FaultReport> {
    const { name } = each;
    const { world, basis } = orderRun;
    const { engine, instances } = this.#options;
    const more: string[] = [];
    const startedAt = performance.now();
    const orders = orderRun.plan(ORDERS).map((order, index) => each.plan?.(order, index) ?? order);
    const stream = await orderRun.streamOf(orders);
    await world.startServices();
    const violated = (what: string) => void more.push(what);
    await each
      .play({ world, basis, stream, orders, random: this.#random, disk, violated })
      .catch((error: unknown) => violated(`the case came to no end: ${String(error)}`));
    await endTroubles(world);
    const { violations, ...counts } = await verdictOf(orderRun);
    return {
      scenario: name,
      engine: `${name} (${engine}${instances > 1 ? `, ${instances} instances` : ''})`,
      seed: this.#run.seed,
      figures: { ...counts, seconds: Math.round((performance.now() - startedAt) / 1_000) },
      violations: [...more, ...violations]
    };
  }
}

/** A store that cannot be read any more is a finding, too, and no end of the other cases. */
async function verdictOf(orderRun: OrderRun) {
  return orderRun
    .verdict(STUCK_MS)
    .catch((error: unknown) => ({ violations: [`no verdict could be found: ${String(error)}`] }));
}
