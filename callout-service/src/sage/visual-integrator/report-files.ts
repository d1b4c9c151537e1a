import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { ReportFile, ReportFiles } from '../port/report-files.ts';
import { csvLine, fitsCsv } from './csv.ts';

const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}]+/gu;

/** Import files of Visual Integrator in one directory: comma separated, every field in quotes, names of columns first. */
export function createReportFiles(directory: string): ReportFiles {
  return {
    async deliver(file) {
      if (!FILE_NAME.test(file.fileName)) throw refused(`${file.fileName} is no name of a file.`);
      const path = join(directory, file.fileName);
      const part = `${path}.${process.pid}.part`;
      try {
        await mkdir(directory, { recursive: true });
        await writeFile(part, textOf(file), { flush: true, mode: 0o640 });
        await rename(part, path);
      } catch (cause) {
        await rm(part, { force: true }).catch(() => undefined);
        throw refused('The directory of reports for Sage cannot be written.', cause);
      }
    }
  };
}

function textOf({ columns, rows }: ReportFile): string {
  return [columns, ...rows].map((row) => csvLine(row.map((value) => fitting(value ?? '')))).join('');
}

/** On one line; a blank before what a spreadsheet would take for a formula, which imports pass over. */
function fitting(value: string): string {
  const line = value.replace(CONTROL_CHARACTERS, ' ');
  return fitsCsv(line) ? line : ` ${line}`;
}

function refused(detail: string, cause?: unknown): LedgerBridgeError {
  return new LedgerBridgeError('LB513', { detail, cause });
}
