import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { openLog } from './log-file.mjs';

/**
 * The full path of a command on PATH, or undefined. Looks at files only, which takes microseconds.
 * @param {string} name
 * @param {string} [searchPath]
 * @returns {string | undefined}
 */
export function findCommand(name, searchPath = process.env['PATH'] ?? '') {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const directory of searchPath.split(delimiter).filter((part) => part !== '')) {
    for (const ending of endings) {
      const candidate = join(directory, name + ending);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not executable: not a command, and that is the answer
  }
}

/** How long a stopped command may take to end by itself before it is killed, and then its pipes to close. */
const GRACE_MS = 3_000;

/**
 * @typedef {object} CommandResult
 * @property {number} exitCode 124 when it was stopped, 127 when the command does not exist, 128 when a signal ended it
 * @property {string} output stdout and stderr as they came
 * @property {string} stdout
 */

/**
 * Runs a command to its end and keeps what it wrote. When `stop` is aborted, the command and all that it started (they are
 * a process group of their own then) are asked to end, killed when they do not, and its reason stands in the output.
 * Rejects with a SetupFault, and ends the command, when its log cannot be written.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, logFile?: string, stop?: AbortSignal }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const onLogFault = /** @param {Error} fault */ (fault) => {
      reject(fault);
      child.kill('SIGKILL');
    };
    const log = options.logFile === undefined ? undefined : openLog(options.logFile, onLogFault);
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
      detached: options.stop !== undefined
    });
    let output = '';
    let stdout = '';
    /** @param {string} text */
    const take = (text) => {
      output += text;
      log?.write(text);
    };
    // Decoded by the streams, so that a character whose bytes come in two pieces stays whole.
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      take(text);
    });
    child.stderr.setEncoding('utf8').on('data', take);
    const stopped = stopWhenAsked(child, options.stop, take);
    /** @param {number} exitCode */
    const finish = (exitCode) => {
      const result = { exitCode, output, stdout };
      if (log === undefined) resolve(result);
      // That the last of it could not be written comes out after the command has ended, and is the log's own error then.
      else log.end(/** @param {Error | null} [error] */ (error) => (error ? undefined : resolve(result)));
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(stopped() ? 124 : (code ?? 128)));
  });
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {AbortSignal | undefined} stop
 * @param {(text: string) => void} take hears why it was stopped
 * @returns {() => boolean} whether it was stopped
 */
function stopWhenAsked(child, stop, take) {
  let stopped = false;
  const onAbort = () => {
    stopped = true;
    take(`\n${stop?.reason instanceof Error ? stop.reason.message : String(stop?.reason)}\n`);
    signalGroup(child.pid, 'SIGTERM');
    const kill = setTimeout(() => {
      signalGroup(child.pid, 'SIGKILL');
      // A process that left the group may hold the pipes for ever, and `close` would never come.
      child.stdout.destroy();
      child.stderr.destroy();
    }, GRACE_MS);
    child.on('close', () => {
      clearTimeout(kill);
      signalGroup(child.pid, 'SIGKILL'); // what it started and left behind
    });
  };
  if (stop?.aborted === true) onAbort();
  stop?.addEventListener('abort', onAbort, { once: true });
  child.on('close', () => stop?.removeEventListener('abort', onAbort));
  return () => stopped;
}

/**
 * Sends a signal to a process and to all of its group. Nobody left in the group is no fault.
 * @param {number | undefined} leader the process that leads the group; undefined when it never started
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    // Windows has no process groups.
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/**
 * The last lines of a text.
 * @param {string} text
 * @param {number} [count]
 * @returns {string}
 */
export function tail(text, count = 30) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
