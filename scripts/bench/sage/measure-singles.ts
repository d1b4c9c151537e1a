import { join } from 'node:path';
import { z } from 'zod';
import { startWorker, type Worker } from '../load/worker.ts';
import { percentile, spread } from '../percentiles.ts';
import type { Measurement, ResultTable } from '../scenario.ts';
import type { Surroundings } from '../service/surroundings.ts';
import { singleNames, type SingleName, type SingleQuestion } from './singles.ts';

export const SINGLE_ROUNDS = 5;
export const SINGLES_PER_ROUND = 300;

const readySchema = z.object({ pids: z.array(z.number()) });
const resultSchema = z.object({ milliseconds: z.array(z.number()) });

type SingleSurroundings = Pick<Surroundings, 'sage' | 'directory' | 'say'>;

/** One kind of single read: all samples of both sides, and the medians of the rounds' ratios. */
export interface SingleResult {
  readonly name: SingleName;
  readonly service: readonly number[];
  readonly raw: readonly number[];
  readonly p50Ratio: number;
  readonly p99Ratio: number;
}

/**
 * Makes the same single reads in turns, through the service's records and as the bare statements that these send, one at
 * a time. `questions` are all different ones; a round takes them all, after one that does not count.
 */
export async function measureSingles(
  questions: readonly SingleQuestion[],
  surroundings: SingleSurroundings
): Promise<readonly SingleResult[]> {
  const results: SingleResult[] = [];
  for (const name of singleNames) {
    surroundings.say(`single read: ${name}`);
    results.push(await measureSingle(name, questions, surroundings));
  }
  return results;
}

async function measureSingle(
  name: SingleName,
  questions: readonly SingleQuestion[],
  surroundings: SingleSurroundings
): Promise<SingleResult> {
  const service = await start('single-process.ts', name, questions.length, surroundings);
  const workers = [service];
  try {
    // Leaves the trace, and warms up besides.
    await service.ask({ order: 'trace', questions });
    const raw = await start('raw-process.ts', name, questions.length, surroundings);
    workers.push(raw);
    const rounds: { readonly service: readonly number[]; readonly raw: readonly number[] }[] = [];
    for (let round = 0; round < SINGLE_ROUNDS; round += 1) {
      const ofRaw = resultSchema.parse(await raw.ask({ times: 1 }));
      const ofService = resultSchema.parse(await service.ask({ order: 'run', questions }));
      rounds.push({ service: ofService.milliseconds, raw: ofRaw.milliseconds });
    }
    return summarize(name, rounds);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

function start(
  program: string,
  name: SingleName,
  warmUp: number,
  { sage, directory }: SingleSurroundings
): Promise<Worker<unknown>> {
  return startWorker({
    program: join(import.meta.dirname, program),
    env: {
      READ: name,
      TRACE_FILE: join(directory, `single-${name.replaceAll(' ', '-')}.json`),
      WARM_UP: String(warmUp),
      ODBCINI: sage.odbcIniFile,
      SAGE_ODBC_CONNECTION_STRING: sage.connectionString
    },
    logFile: join(directory, `${program}.log`),
    ready: readySchema
  });
}

function summarize(
  name: SingleName,
  rounds: readonly { readonly service: readonly number[]; readonly raw: readonly number[] }[]
): SingleResult {
  const over = (share: number) => {
    const ratios = rounds.map(({ service, raw }) => percentile(service, share) / percentile(raw, share));
    return percentile(ratios, 0.5);
  };
  return {
    name,
    service: rounds.flatMap(({ service }) => service),
    raw: rounds.flatMap(({ raw }) => raw),
    p50Ratio: over(0.5),
    p99Ratio: over(0.99)
  };
}

/** All samples of both sides. */
export function singleMeasurements(results: readonly SingleResult[]): readonly Measurement[] {
  return results.flatMap(({ name, service, raw }) => [
    { what: `${name}, raw ODBC`, milliseconds: spread(raw) },
    { what: `${name}, service`, milliseconds: spread(service) }
  ]);
}

/** The ratios as a table. */
export function singleTable(results: readonly SingleResult[]): ResultTable {
  return {
    title: 'single reads: time of the service over its bare statements',
    head: ['read', 'p50', 'p99'],
    rows: results.map(({ name, p50Ratio, p99Ratio }) => [
      name,
      `${p50Ratio.toFixed(2)} ×`,
      `${p99Ratio.toFixed(2)} ×`
    ])
  };
}
