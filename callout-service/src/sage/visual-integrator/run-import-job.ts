import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a job ended. */
export type JobEnd =
  | { readonly type: 'ended'; readonly exitCode: number | null }
  | { readonly type: 'overdue' }
  | { readonly type: 'not-started'; readonly cause: unknown };

/** A job with its files. */
export interface ImportJob {
  readonly command: string;
  /** `{job}`, `{file}` and `{log}` in them stand for the three below. */
  readonly arguments: readonly string[];
  readonly job: string;
  readonly file: string;
  readonly log: string;
  readonly timeoutMs: number;
}

/**
 * Runs the job without a shell, and kills it past its time. Its output is not read: it may hold the password that such
 * jobs take on their command line.
 */
export async function runImportJob(job: ImportJob): Promise<JobEnd> {
  const values: Readonly<Record<string, string>> = { job: job.job, file: job.file, log: job.log };
  const args = job.arguments.map((argument) =>
    argument.replace(/\{(job|file|log)\}/g, (_all, name: string) => values[name] ?? '')
  );
  const child = spawn(job.command, args, { stdio: 'ignore', shell: false, windowsHide: true });
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort();
    child.kill('SIGKILL');
  }, job.timeoutMs);
  try {
    await once(child, 'exit');
    return deadline.signal.aborted ? { type: 'overdue' } : { type: 'ended', exitCode: child.exitCode };
  } catch (cause) {
    return { type: 'not-started', cause };
  } finally {
    clearTimeout(timer);
  }
}
