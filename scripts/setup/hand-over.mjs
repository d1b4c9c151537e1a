import { spawn } from 'node:child_process';
import { toolEnvironment } from './node-24.mjs';
import { projectRoot } from './paths.mjs';

/**
 * Runs a TypeScript program on Node.js 24 in place of this one: same terminal, same arguments, its exit code. Signals are
 * passed on: Ctrl-C reaches the program through the terminal as well, a signal to this process alone would not.
 * @param {string} node
 * @param {string} program relative to the root
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export function handOver(node, program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [program, ...args], {
      cwd: projectRoot,
      env: toolEnvironment(),
      stdio: 'inherit'
    });
    process.on('SIGINT', () => child.kill('SIGINT'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
