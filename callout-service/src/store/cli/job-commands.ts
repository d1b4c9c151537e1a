import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { JobHistory, JobRecord, JobState } from '../port/job.ts';
import { say, withStore } from './with-store.ts';

const STATES: readonly JobState[] = ['waiting', 'ready', 'active', 'done', 'dead', 'skipped'];

interface ListOptions {
  readonly lane?: string;
  readonly key?: string;
  readonly state: JobState;
  readonly limit: number;
  readonly after?: number;
}

/** `jobs`, `job`, `replay` and `skip`: what a person needs to decide on a dead job. */
export function addJobCommands(program: Command): void {
  const operator = new Option('--operator <name>', 'who decides, for the audit').default(userInfo().username);
  program
    .command('jobs')
    .description('list jobs, dead ones unless told otherwise')
    .option('--lane <lane>')
    .option('--key <key>')
    .addOption(new Option('--state <state>').choices(STATES).default('dead'))
    .option('--after <id>', 'go on after this job', wholeNumber)
    .option('--limit <count>', 'at most 500', wholeNumber, 50)
    .action((options: ListOptions) => listJobs(options));
  program
    .command('job')
    .description('show one job with its payload and all that went wrong')
    .argument('<id>', '', wholeNumber)
    .action((id: number) => showJob(id));
  program
    .command('replay')
    .description('let a dead job begin anew, at its old place')
    .argument('<id>', '', wholeNumber)
    .option('--payload <file>', 'JSON that replaces the payload; the first one is kept')
    .addOption(operator)
    .action((id: number, options: { payload?: string; operator: string }) => replayJob(id, options));
  program
    .command('skip')
    .description('give a dead job up, so that the next of its key has its turn')
    .argument('<id>', '', wholeNumber)
    .requiredOption('--reason <words>')
    .addOption(operator)
    .action((id: number, options: { reason: string; operator: string }) => skipJob(id, options));
}

async function listJobs({ state, ...filter }: ListOptions): Promise<void> {
  await withStore(async (store) => {
    const jobs = await store.jobs.list({ ...filter, states: [state] });
    for (const job of jobs) say(lineOf(job));
    say(
      jobs.length === filter.limit
        ? `${jobs.length} jobs; there may be more, see --after`
        : `${jobs.length} jobs`
    );
  });
}

async function showJob(id: number): Promise<void> {
  await withStore(async (store) => {
    const job = await store.jobs.find(id);
    if (job === undefined) throw new Error(`There is no job ${id}.`);
    for (const line of linesOf(job)) say(line);
  });
}

async function replayJob(
  id: number,
  { payload, operator }: { payload?: string; operator: string }
): Promise<void> {
  const edited =
    payload === undefined
      ? {}
      : {
          payload: JSON.parse(
            readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), payload), 'utf8')
          ) as unknown
        };
  await withStore(async (store) => {
    const result = await store.jobs.replay(id, { operator, ...edited });
    say(result.outcome === 'replayed' ? `Job ${id} begins anew.` : `Job ${id} is ${result.state}, not dead.`);
    if (result.outcome === 'not-dead') process.exitCode = 1;
  });
}

async function skipJob(id: number, request: { reason: string; operator: string }): Promise<void> {
  await withStore(async (store) => {
    const result = await store.jobs.skip(id, request);
    say(result.outcome === 'skipped' ? `Job ${id} is given up.` : `Job ${id} is ${result.state}, not dead.`);
    if (result.outcome === 'not-dead') process.exitCode = 1;
  });
}

function lineOf({ id, lane, key, state, attempts, lastErrorCode, enqueuedAt }: JobRecord): string {
  const of = key === undefined ? '' : ` of ${key}`;
  return `${id}  ${state}  ${lane}${of}, enqueued ${enqueuedAt}, ${attempts} attempts, ${lastErrorCode ?? 'no error'}`;
}

function linesOf(job: JobHistory): readonly string[] {
  return [
    lineOf(job),
    ...(job.heldUp > 0 ? [`holds up ${job.heldUp} jobs of its key`] : []),
    ...(job.skipReason === undefined ? [] : [`skipped: ${job.skipReason}`]),
    `payload  ${JSON.stringify(job.payload)}`,
    ...(job.originalPayload === undefined ? [] : [`at first ${JSON.stringify(job.originalPayload)}`]),
    ...job.errors.map(
      ({ at, attempt, kind, code, message }) => `${at}  attempt ${attempt}, ${kind}, ${code}: ${message}`
    )
  ];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(text);
}
