import { spawn } from 'node:child_process';
import { accessSync, constants, createWriteStream, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

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

/**
 * @typedef {object} CommandResult
 * @property {number} exitCode 127 when the command does not exist, 128 when a signal ended it
 * @property {string} output stdout and stderr as they came
 * @property {string} stdout
 */

/**
 * Runs a command to its end and keeps what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, logFile?: string, onLine?: (line: string) => void }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  const log = options.logFile === undefined ? undefined : openLog(options.logFile);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd')
    });
    let output = '';
    let stdout = '';
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      const text = chunk.toString();
      output += text;
      log?.write(text);
      for (const line of text.split('\n')) if (line.trim() !== '') options.onLine?.(line);
    };
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
      take(chunk);
    });
    child.stderr.on('data', take);
    /** @param {number} exitCode */
    const finish = (exitCode) => {
      log?.end();
      resolve({ exitCode, output, stdout });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 128));
  });
}

/** @param {string} file */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  return createWriteStream(file);
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
