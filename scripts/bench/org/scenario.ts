import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { runDirectory } from '../../setup/paths.mjs';
import type { ResultTable, Scenario, ScenarioResult } from '../scenario.ts';
import { type BenchmarkOrg, startBenchmarkOrg } from './benchmark-org.ts';
import { type BulkResult, measureBulk } from './measure-bulk.ts';
import { type EventResult, measureEvents } from './measure-events.ts';
import { measureRequests, type SeriesResult } from './measure-requests.ts';

const STARTS = 3;
/** The org is to be there in under two seconds, its whole process with this package. */
const START_LIMIT_MS = 2000;

/** The local org: whether it is ever the bottleneck of a load test. */
export const org: Scenario = {
  name: 'org',
  summary:
    'the local org: start, creates, queries, Bulk rows and events per second, beside a bare HTTP server',
  run
};

async function run(say: (line: string) => void): Promise<ScenarioResult> {
  mkdirSync(runDirectory, { recursive: true });
  const directory = mkdtempSync(join(runDirectory, 'bench-org-'));
  try {
    const startMs = await measureStarts(directory, say);
    const running = await startBenchmarkOrg(directory);
    try {
      return await measure(running, startMs, directory, say);
    } finally {
      await running.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measureStarts(directory: string, say: (line: string) => void): Promise<number> {
  say(`${STARTS} starts`);
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const started = await startBenchmarkOrg(directory);
    starts.push(started.startMs);
    await started.stop();
  }
  return Math.max(...starts);
}

async function measure(
  running: BenchmarkOrg,
  startMs: number,
  directory: string,
  say: (line: string) => void
): Promise<ScenarioResult> {
  say('requests');
  const series = await measureRequests(running, directory);
  say('change events');
  const events = await measureEvents(running);
  say('Bulk API 2.0');
  const bulk = await measureBulk(running);
  return {
    settings: { starts: STARTS, connections: 8, loadAtEnd: Number((loadavg()[0] ?? 0).toFixed(2)) },
    measurements: series.map(({ measurement }) => measurement),
    tables: [recordTable(series), streamTable(bulk, events)],
    budgets: [{ what: 'slowest start of the process', limit: START_LIMIT_MS, measured: startMs, unit: 'ms' }]
  };
}

function recordTable(series: readonly SeriesResult[]): ResultTable {
  const [bound] = series;
  const ratio = ({ measurement }: SeriesResult) =>
    ((measurement.requestsPerSecond ?? 0) / (bound?.measurement.requestsPerSecond ?? 1)).toFixed(2);
  return {
    title: 'Records a second through REST, and requests against the bare server’s',
    head: ['what', 'records/s', 'of the bare server'],
    rows: series.map((each) => [each.measurement.what, each.recordsPerSecond.toFixed(0), ratio(each)])
  };
}

function streamTable(bulk: readonly BulkResult[], events: EventResult): ResultTable {
  const rows = [
    ...bulk.map(({ what, rows: count, elapsedMs }) => ({ what, count, elapsedMs })),
    {
      what: events.what,
      count: events.events,
      elapsedMs: events.elapsedMs
    }
  ];
  return {
    title: 'Bulk rows through jsforce, events through the public Pub/Sub client',
    head: ['what', 'count', 'ms', 'a second'],
    rows: rows.map(({ what, count, elapsedMs }) => [
      what,
      String(count),
      elapsedMs.toFixed(0),
      (count / (elapsedMs / 1000)).toFixed(0)
    ])
  };
}
