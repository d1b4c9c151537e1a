import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultReport } from '../../test/faults/store/fault-report.ts';
import { table } from '../demo/welcome.ts';
import { runDirectory } from '../setup/paths.mjs';

/** One scenario as lines: a row for each engine, with what was violated below. */
export function reportLines(reports: readonly FaultReport[]): string[] {
  const heads = [...new Set(reports.flatMap(({ figures }) => Object.keys(figures)))];
  const rows = reports.map(({ engine, figures }) => [
    engine,
    ...heads.map((head) => String(figures[head] ?? '-'))
  ]);
  const columns = ['engine', ...heads];
  // Upright where it would be wider than a terminal.
  const lines =
    columns.length <= MAX_COLUMNS
      ? table(columns, rows)
      : table(
          ['', ...rows.map(([engine]) => engine ?? '')],
          heads.map((head, index) => [head, ...rows.map((row) => row[index + 1] ?? '')])
        );
  const violations = reports.flatMap(({ engine, violations: all }) =>
    all.slice(0, MAX_SHOWN).map((each) => `  VIOLATED, ${engine}: ${each}`)
  );
  return [...lines, ...violations];
}

const MAX_COLUMNS = 8;
const MAX_SHOWN = 20;

/** Writes the whole run below `.run/faults`; gives the file. */
export function writeReport(subject: string, startedAt: string, report: object): string {
  const directory = join(runDirectory, 'faults');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${subject}-${startedAt.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  return file;
}
