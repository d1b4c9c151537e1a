import { pairNames } from 'c/syncObjectModel';
import type { MappingInForce, PairName, PairRow } from 'c/syncObjectModel';
import { isRunning } from 'c/syncRun';
import type { RunPage, SyncRun } from 'c/syncRun';
import type { Problem } from 'c/reduceErrors';
import type { Records } from './records';

/** Everything that the page knows. Each change is one function here; the component only calls them. */
export interface ObjectsState {
  readonly records: Records;
  /** The newest known run of each pair; undefined before the service has answered. */
  readonly runs: ReadonlyMap<string, SyncRun> | undefined;
  /** When the service said so, ISO 8601. */
  readonly runsAsOf: string | undefined;
  /** Why the service could not be asked; what was known before stays. */
  readonly problem: Problem | undefined;
  readonly asking: boolean;
  readonly mappings: readonly MappingInForce[];
  /** IANA; undefined as long as it is not known. */
  readonly sageZone: string | undefined;
  /** Records that a run of a pair is expected to read. */
  readonly expected: ReadonlyMap<string, number>;
  /** What went wrong with the last thing that was done to a pair. */
  readonly troubles: ReadonlyMap<PairName, Problem>;
  /** Pairs that something is being done to. */
  readonly busy: ReadonlySet<PairName>;
}

export const INITIAL_STATE: ObjectsState = {
  records: { kind: 'loading' },
  runs: undefined,
  runsAsOf: undefined,
  problem: undefined,
  asking: false,
  mappings: [],
  sageZone: undefined,
  expected: new Map(),
  troubles: new Map(),
  busy: new Set()
};

/** The newest runs have come: they replace older ones of the same pairs. */
export function runsCame(state: ObjectsState, { runs, asOf }: RunPage): ObjectsState {
  const known = new Map(state.runs);
  for (const run of runs) {
    const before = known.get(run.pair);
    if (before === undefined || before.runId <= run.runId) known.set(run.pair, run);
  }
  return { ...state, runs: known, runsAsOf: asOf, problem: undefined };
}

/** Something is done to a pair: what went wrong before is forgotten. */
export function workBegan(state: ObjectsState, pair: PairName): ObjectsState {
  const troubles = new Map(state.troubles);
  troubles.delete(pair);
  return { ...state, troubles, busy: new Set([...state.busy, pair]) };
}

/** It is done, or went wrong. */
export function workEnded(state: ObjectsState, pair: PairName, trouble?: Problem): ObjectsState {
  const busy = new Set(state.busy);
  busy.delete(pair);
  const troubles = trouble === undefined ? state.troubles : new Map([...state.troubles, [pair, trouble]]);
  return { ...state, busy, troubles };
}

/** How many records a run of the pair is expected to read. */
export function expectedCame(state: ObjectsState, pair: PairName, records: number): ObjectsState {
  return { ...state, expected: new Map([...state.expected, [pair, records]]) };
}

/** Runs that go on, as far as is known. */
export function runningOf({ runs }: ObjectsState): readonly SyncRun[] {
  return [...(runs?.values() ?? [])].filter(isRunning);
}

/** Pairs that ran before, and whose last run is not among the newest. */
export function withoutRun({ records, runs }: ObjectsState): readonly PairName[] {
  if (records.kind !== 'ready') return [];
  return records.objects
    .filter(({ pair, lastRunAt }) => lastRunAt !== undefined && runs?.has(pair) !== true)
    .map(({ pair }) => pair);
}

/** A row for each pair, in the order of dependencies; none before the records have come. */
export function rowsOf(state: ObjectsState): readonly PairRow[] {
  const { records } = state;
  if (records.kind !== 'ready') return [];
  const on = records.objects.filter(({ active }) => active).map(({ pair }) => pair);
  const names = runningOf(state).map(({ pair }) => pair);
  const running = pairNames.filter((pair) => names.includes(pair));
  return pairNames.map((pair) => ({
    pair,
    object: records.objects.find((object) => object.pair === pair),
    run: state.runs?.get(pair),
    mappingVersion: state.mappings.find((mapping) => mapping.pair === pair)?.version,
    sageZone: state.sageZone,
    expected: state.expected.get(pair),
    on,
    running,
    trouble: state.troubles.get(pair),
    busy: state.busy.has(pair)
  }));
}
