import { join } from 'node:path';
import { loadavg } from 'node:os';
import { z } from 'zod';
import { startWorker, type Worker } from '../load/worker.ts';
import { percentile } from '../percentiles.ts';
import type { ResultTable } from '../scenario.ts';
import type { Surroundings } from '../service/surroundings.ts';
import { withPeakMemory } from './peak-memory.ts';
import type { ScanName } from './scans.ts';

export const SCAN_ROUNDS = 3;
/** A scan of a small table is repeated, so that it takes long enough to be measured. */
const RECORDS_AT_LEAST = 2_000;

const readySchema = z.object({ pids: z.array(z.number()) });
const scannedSchema = z.object({ records: z.number(), elapsedMs: z.number() });
const rawSchema = z.object({ milliseconds: z.array(z.number()), rows: z.number() });

type ScanSurroundings = Pick<Surroundings, 'sage' | 'directory' | 'say'>;

interface Side {
  readonly elapsedMs: number;
  readonly peakMib: number;
}

/** One kind of record, scanned by the service and by its bare statements. */
export interface ScanResult {
  readonly name: ScanName;
  readonly records: number;
  /** Rows of all statements: the records' own and those of their lines. */
  readonly rows: number;
  readonly service: { readonly recordsPerSecond: number; readonly peakMib: number };
  readonly raw: { readonly recordsPerSecond: number; readonly peakMib: number };
  /** Time of the service over that of the bare statements: the median of the rounds' own ratios. */
  readonly ratio: number;
}

/** Scans each kind of record in turns, service and bare statements, every time in a process of its own. */
export async function measureScans(
  names: readonly ScanName[],
  surroundings: ScanSurroundings
): Promise<readonly ScanResult[]> {
  const results: ScanResult[] = [];
  for (const name of names) {
    const [load = 0] = loadavg();
    surroundings.say(`scan: ${name}, load ${load.toFixed(2)}`);
    results.push(await measureScan(name, surroundings));
  }
  return results;
}

async function measureScan(name: ScanName, surroundings: ScanSurroundings): Promise<ScanResult> {
  const traceFile = join(surroundings.directory, `${name.replaceAll(' ', '-')}.json`);
  const env = { SCAN: name, TRACE_FILE: traceFile, WARM_UP: '1' };
  const { records } = await inProcess('scan-process.ts', env, surroundings, async (worker) =>
    scannedSchema.parse(await worker.ask({ order: 'trace' }))
  );
  const times = Math.max(1, Math.ceil(RECORDS_AT_LEAST / Math.max(1, records)));
  const rounds: { readonly service: Side; readonly raw: Side }[] = [];
  let rows = 0;
  const readRaw = () =>
    inProcess('raw-process.ts', env, surroundings, async (worker) => {
      const { result, peakMib } = await withPeakMemory(worker.ready.pids, () => worker.ask({ times }));
      const raw = rawSchema.parse(result);
      rows = raw.rows;
      return { elapsedMs: raw.milliseconds.reduce((sum, each) => sum + each, 0), peakMib };
    });
  const readService = () =>
    inProcess('scan-process.ts', env, surroundings, async (worker) => {
      const order = { order: 'run', times };
      const { result, peakMib } = await withPeakMemory(worker.ready.pids, () => worker.ask(order));
      return { elapsedMs: scannedSchema.parse(result).elapsedMs, peakMib };
    });
  for (let round = 0; round < SCAN_ROUNDS; round += 1) {
    // Who goes first changes, so that neither side always finds the warmer machine.
    const first = round % 2 === 0 ? await readRaw() : await readService();
    const second = round % 2 === 0 ? await readService() : await readRaw();
    rounds.push(round % 2 === 0 ? { raw: first, service: second } : { raw: second, service: first });
  }
  return { ...summarize(records * times, rounds), name, records, rows };
}

function summarize(
  records: number,
  rounds: readonly { readonly service: Side; readonly raw: Side }[]
): Pick<ScanResult, 'service' | 'raw' | 'ratio'> {
  const median = (values: readonly number[]) => percentile(values, 0.5);
  const describe = (sides: readonly Side[]) => ({
    recordsPerSecond: (records / median(sides.map(({ elapsedMs }) => elapsedMs))) * 1_000,
    peakMib: Math.max(...sides.map(({ peakMib }) => peakMib))
  });
  return {
    service: describe(rounds.map(({ service }) => service)),
    raw: describe(rounds.map(({ raw }) => raw)),
    ratio: median(rounds.map(({ service, raw }) => service.elapsedMs / raw.elapsedMs))
  };
}

async function inProcess<T>(
  program: string,
  env: Readonly<Record<string, string>>,
  { sage, directory }: ScanSurroundings,
  work: (worker: Worker<z.infer<typeof readySchema>>) => Promise<T>
): Promise<T> {
  const worker = await startWorker({
    program: join(import.meta.dirname, program),
    env: { ...env, ODBCINI: sage.odbcIniFile, SAGE_ODBC_CONNECTION_STRING: sage.connectionString },
    logFile: join(directory, `${program}.log`),
    ready: readySchema
  });
  try {
    return await work(worker);
  } finally {
    await worker.stop();
  }
}

/** The scans as a table. */
export function scanTable(results: readonly ScanResult[]): ResultTable {
  return {
    title: 'full scans: service over the same statements through bare ODBC, records a second and peak memory',
    head: ['entity', 'records', 'rows', 'service/s', 'raw/s', 'time over raw', 'service MiB', 'raw MiB'],
    rows: results.map(({ name, records, rows, service, raw, ratio }) => [
      name,
      String(records),
      String(rows),
      service.recordsPerSecond.toFixed(0),
      raw.recordsPerSecond.toFixed(0),
      `${ratio.toFixed(2)} ×`,
      service.peakMib.toFixed(0),
      raw.peakMib.toFixed(0)
    ])
  };
}
