import path from 'node:path';

/** The folder of the preview itself. */
export const PREVIEW_ROOT = path.resolve(import.meta.dirname, '..');
/** Browser modules: the shell (`preview/*`) and what base components lack (`lightning/*`). */
export const MODULES_DIRECTORY = path.join(PREVIEW_ROOT, 'modules');
/** The browser's entry and the page that loads it. */
export const BROWSER_DIRECTORY = path.join(MODULES_DIRECTORY, 'page');
