import { fork, type ChildProcess } from 'node:child_process';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { signalGroup } from '../setup/commands.mjs';
import { openLog } from '../setup/log-file.mjs';
import type { SetupFault } from '../setup/setup-fault.mjs';

/** How to start one of the demo's processes. */
export interface ChildPlan<Ready> {
  /** As it appears in the table, before its lines and in the name of its log. */
  readonly name: string;
  /** The program, relative to the working directory. */
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment of the demo. */
  readonly env: Readonly<Record<string, string>>;
  /** The shape of the message with which the process says that it is ready. */
  readonly ready: z.ZodType<Ready>;
}

/** Where children write, and who hears their lines. */
export interface ChildSurroundings {
  readonly logDirectory: string;
  readonly onLine: (name: string, line: string) => void;
}

/** A process of the demo, from its start on. */
export interface Child<Ready> {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** What the process said when it was ready; rejects with its last lines when it ended, or said nothing, before that. */
  readonly ready: Promise<Ready>;
  /** Resolves when the process has ended, with a sentence that says how and its last lines. */
  readonly ended: Promise<string>;
  /** Asks the process to stop, and kills it when it has not after ten seconds. */
  stop(): Promise<void>;
}

const STARTUP_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const KEPT_LINES = 15;

/**
 * Starts a process. It leads its own process group, so that Ctrl-C reaches only the demo, which stops its children in
 * order. Throws a SetupFault when its log cannot be opened; a log that can no longer be written ends the process.
 */
export function startChild<Ready>(plan: ChildPlan<Ready>, surroundings: ChildSurroundings): Child<Ready> {
  const logFile = join(surroundings.logDirectory, `${plan.name}.log`);
  let logFault: SetupFault | undefined;
  const log = openLog(logFile, (fault) => {
    logFault = fault;
    void stopChild(child, ended);
  });
  const child = fork(plan.program, plan.args, {
    env: { ...process.env, ...plan.env },
    execArgv: [],
    silent: true,
    detached: true
  });
  const lastLines = followLines(child, log, (line) => {
    surroundings.onLine(plan.name, line);
  });
  const ended = endOf(child, plan.name, lastLines, log).then((how) =>
    logFault === undefined ? how : `${plan.name} was stopped: ${logFault.message} ${logFault.remedy}`
  );
  const ready = firstOf(readyMessage(child, plan), ended);
  ready.catch(() => undefined); // whoever waits for it hears of it; nobody does when the demo is being stopped
  return { name: plan.name, pid: child.pid ?? 0, logFile, ready, ended, stop: () => stopChild(child, ended) };
}

function followLines(
  child: ChildProcess,
  log: WriteStream,
  onLine: (line: string) => void
): readonly string[] {
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      lastLines.push(line);
      if (lastLines.length > KEPT_LINES) lastLines.shift();
      onLine(line);
    });
  }
  return lastLines;
}

function endOf(
  child: ChildProcess,
  name: string,
  lastLines: readonly string[],
  log: WriteStream
): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve(`${name} could not be started: ${error.message}`);
    });
    // `close` comes after the last output, `exit` does not.
    child.on('close', (code, signal) => {
      const how = signal === null ? `with exit code ${String(code)}` : `by ${signal}`;
      const said = lastLines.length === 0 ? 'It wrote nothing.' : `Its last lines:\n${lastLines.join('\n')}`;
      // The log is whole when somebody who waited for the end reads it.
      log.end(() => {
        resolve(`${name} ended ${how}. ${said}`);
      });
    });
  });
}

function readyMessage<Ready>(child: ChildProcess, plan: ChildPlan<Ready>): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new Error(`${plan.name} did not say that it is ready within ${String(STARTUP_LIMIT_MS / 1000)} s.`)
      );
    }, STARTUP_LIMIT_MS);
    child.on('close', () => {
      clearTimeout(timer);
    });
    child.on('message', (message) => {
      if (!isReadyMessage(message)) return;
      clearTimeout(timer);
      const parsed = plan.ready.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else reject(new Error(`${plan.name} is ready, but says it wrongly: ${z.prettifyError(parsed.error)}`));
    });
  });
}

function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

function firstOf<Ready>(ready: Promise<Ready>, ended: Promise<string>): Promise<Ready> {
  const failed = ended.then((how): never => {
    throw new Error(how);
  });
  return Promise.race([ready, failed]);
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => {
    signalGroup(child.pid, 'SIGKILL');
  }, STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}
