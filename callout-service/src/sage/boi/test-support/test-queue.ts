import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BoiOptions } from '../options.ts';
import { WriteQueue } from '../write-queue.ts';
import { RecordingBoiObserver } from './recording-boi-observer.ts';

const BRIDGE = fileURLToPath(new URL('test-bridge.ts', import.meta.url));
export const USER = 'boi-user';
export const PASSWORD = 'Sésame, ouvre-toi "42"';

const entrySchema = z.looseObject({
  pid: z.number(),
  op: z.string(),
  member: z.string().optional(),
  args: z.array(z.unknown()).optional()
});
/** One step that a test bridge began, or its start or end. */
export type JournalEntry = z.infer<typeof entrySchema>;

/** A queue in front of test bridges, with all that a test looks at. */
export interface TestQueue {
  readonly queue: WriteQueue;
  readonly observer: RecordingBoiObserver;
  /** Everything that was logged, as one text. */
  readonly log: () => string;
  /** What all bridges did, in order. */
  readonly journal: () => Promise<readonly JournalEntry[]>;
}

/** Options for a test bridge that is told by its arguments what to do. */
export function testOptions(bridgeArguments: readonly string[], journal: string): BoiOptions {
  return {
    command: process.execPath,
    arguments: [BRIDGE, `--journal=${journal}`, ...bridgeArguments],
    homeDirectory: String.raw`C:\Sage\MAS90\Home`,
    login: { type: 'sage-user', user: USER, password: PASSWORD },
    companyCode: 'ABC',
    timeZone: 'America/Chicago',
    moduleDate: '2026-01-31',
    startTimeoutMs: 10_000,
    sessionTimeoutMs: 10_000,
    operationTimeoutMs: 10_000,
    silenceTimeoutMs: 10_000,
    closeGraceMs: 2_000,
    recycleAfterHours: 4,
    recycleAfterOperations: 1_000,
    closeWhenIdleMinutes: 10,
    maxWaiting: 200
  };
}

/** Runs a test with a queue, and ends every bridge of it. */
export async function withQueue(
  bridgeArguments: readonly string[],
  changes: Partial<BoiOptions>,
  test: (testQueue: TestQueue) => Promise<void>
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-boi-'));
  const journal = join(directory, 'journal.jsonl');
  const observer = new RecordingBoiObserver();
  const lines: string[] = [];
  const log = (fields: object, message: string): void => {
    lines.push(`${message} ${JSON.stringify(fields, errorsToo)}`);
  };
  const options = {
    ...testOptions(bridgeArguments, journal),
    observer,
    logger: { info: log, warn: log },
    ...changes
  };
  const queue = new WriteQueue(options);
  try {
    await test({ queue, observer, log: () => lines.join('\n'), journal: () => readJournal(journal) });
  } finally {
    await queue.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function readJournal(path: string): Promise<JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entrySchema.parse(JSON.parse(line)));
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value;
}
