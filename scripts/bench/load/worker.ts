import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A process that a benchmark starts: a program of this repository, relative to its root. */
export interface WorkerPlan<Ready> {
  readonly program: string;
  readonly arguments?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it writes. A file, not a pipe: reading its lines would take time from whoever measures. */
  readonly logFile: string;
  readonly ready: z.ZodType<Ready>;
}

/** A process that has said that it is ready. */
export interface Worker<Ready> {
  readonly pid: number;
  readonly ready: Ready;
  /** Sends a message and resolves with the next one that comes back. */
  ask(message: object): Promise<unknown>;
  stop(): Promise<void>;
}

const readyType = z.object({ type: z.literal('ready') });

/** Starts a process and waits until it is ready. Rejects, naming its log, when it ends before that. */
export async function startWorker<Ready>(plan: WorkerPlan<Ready>): Promise<Worker<Ready>> {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = openSync(plan.logFile, 'w');
  const child = fork(plan.program, plan.arguments ?? [], {
    env: { ...process.env, ...plan.env },
    execArgv: [],
    stdio: ['ignore', log, log, 'ipc']
  });
  closeSync(log);
  const ready = await nextMessage(child, plan);
  readyType.parse(ready);
  return {
    pid: child.pid ?? 0,
    ready: plan.ready.parse(ready),
    ask: (message) => {
      const answer = nextMessage(child, plan);
      child.send(message);
      return answer;
    },
    stop: () => stop(child)
  };
}

function nextMessage(child: ChildProcess, plan: WorkerPlan<unknown>): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const onExit = (): void => reject(new Error(`${plan.program} ended; see ${plan.logFile}`));
  child.once('message', resolve);
  child.once('exit', onExit);
  return promise.finally(() => {
    child.off('message', resolve);
    child.off('exit', onExit);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
