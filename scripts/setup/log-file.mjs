import { createWriteStream, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { SetupFault } from './setup-fault.mjs';

/**
 * Opens a log anew, with its directory. Throws a SetupFault when it cannot be opened.
 * @param {string} file
 * @param {(fault: SetupFault) => void} onFault hears at most once that it can no longer be written, as on a full disk
 * @returns {import('node:fs').WriteStream}
 */
export function openLog(file, onFault) {
  const log = createWriteStream(file, { fd: openForWriting(file) });
  log.once('error', (error) => onFault(cannotWrite(file, error)));
  return log;
}

/** @param {string} file */
function openForWriting(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'w');
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/**
 * @param {string} file
 * @param {unknown} error
 */
function cannotWrite(file, error) {
  return new SetupFault(
    `the log ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    'Make room on the disk, and see that the file and its directory are yours.'
  );
}
