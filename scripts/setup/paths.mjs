import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Everything that runs here writes below this directory; git ignores it. */
export const runDirectory = join(projectRoot, '.run');

/** Logs of the set-up, of the demo's processes and of the test stages. */
export const logDirectory = join(runDirectory, 'logs');
