import { spread } from '../percentiles.ts';
import type { ScenarioResult } from '../scenario.ts';
import { storeBudgets } from './budgets.ts';
import { contestantNames } from './contestant.ts';
import { measureBacklogs, type Depths } from './measure-backlogs.ts';
import { measureDelivery } from './measure-delivery.ts';
import { figuresOf, measurePhases, type Showing } from './measure-phases.ts';
import { phasesOf, type Amounts } from './phases.ts';
import { serverMemoryMib } from './server-memory.ts';
import { footprintTable, growthTable, showingTable, type Footprint } from './tables.ts';
import { startRunner, type Arena, type Runner } from './teams.ts';

/** How much of everything is done. */
export interface StoreAmounts {
  readonly rounds: number;
  readonly phases: Amounts;
  readonly depths: Depths;
  readonly deliveries: number;
}

/** Measures everything, contestants in turns, each in a process of its own. */
export async function measureStore(amounts: StoreAmounts, arena: Arena): Promise<ScenarioResult> {
  const serverAtStart = await serverMemoryMib(arena.postgresUrl);
  const cold = await coldStarts(arena);
  const runners: Runner[] = [];
  try {
    for (const name of contestantNames) runners.push(await startRunner(name, arena));
    const consumers = runners.filter(({ name }) => !name.startsWith('raw'));
    const phases = await measurePhases(phasesOf(amounts.phases), amounts.rounds, runners, arena.say);
    const backlogs = await measureBacklogs(amounts.depths, amounts.rounds, consumers, arena);
    const deliveries = await measureDelivery(amounts.deliveries, consumers, arena);
    const footprints = await footprintsOf(runners, cold);
    const settings = {
      rounds: amounts.rounds,
      ...amounts.phases,
      ...amounts.depths,
      deliveries: amounts.deliveries
    };
    const server = {
      serverMibAtStart: round(serverAtStart),
      serverMibAtEnd: round(await serverMemoryMib(arena.postgresUrl))
    };
    return {
      settings: {
        ...settings,
        ...server,
        ...Object.fromEntries(runners.map(({ name, ready }) => [name, ready.settings]))
      },
      tables: [
        showingTable([...phases, ...backlogs, ...deliveries]),
        growthTable(backlogs),
        footprintTable(footprints)
      ],
      measurements: [...phases, ...backlogs, ...deliveries].map(measurementOf),
      budgets: storeBudgets(phases, backlogs)
    };
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()));
  }
}

/** How long each takes to make its tables. */
async function coldStarts(arena: Arena): Promise<ReadonlyMap<string, number>> {
  const cold = new Map<string, number>();
  for (const name of contestantNames) {
    const runner = await startRunner(name, arena);
    cold.set(name, runner.ready.openMs);
    await runner.stop();
  }
  return cold;
}

async function footprintsOf(
  runners: readonly Runner[],
  cold: ReadonlyMap<string, number>
): Promise<readonly Footprint[]> {
  const footprints: Footprint[] = [];
  for (const runner of runners) {
    const { name: contestant, ready } = runner;
    const { residentMib } = await runner.tell({ order: 'memory' });
    footprints.push({
      contestant,
      coldMs: cold.get(contestant) ?? Number.NaN,
      warmMs: ready.openMs,
      startMib: ready.residentMib,
      endMib: residentMib
    });
  }
  return footprints;
}

function measurementOf(showing: Showing) {
  const { jobsPerSecond } = figuresOf(showing);
  return {
    what: `${showing.what}: ${showing.contestant}`,
    milliseconds: spread(showing.rounds.flatMap(({ milliseconds }) => milliseconds)),
    ...(Number.isFinite(jobsPerSecond) ? { requestsPerSecond: jobsPerSecond } : {})
  };
}

function round(mib: number): number {
  return Math.round(mib);
}
