import { readFile } from 'node:fs/promises';

/** What the log of a job says. */
export interface JobLog {
  /** Lines about records that were not imported, and errors. */
  readonly rejects: readonly string[];
  /** Whether some record was imported, as far as the log counts them. */
  readonly imported: boolean;
}

// The log of Visual Integrator has no documented form: these are the words of its screens. A line that counts nothing,
// as "0 records rejected", is no reject.
const REJECT = /\b(reject(ed|s)?|errors?|invalid|failed|not (on file|found))\b/i;
const NONE = /(^|\D)0+ (records? )?(rejected|errors?|rejects)|\b(rejected|errors?|rejects)\D{0,3}\b0+\b/i;
const SUMMARY = /^import complete\b/i;
const IMPORTED = /(?<count>\d+) (records? )?(imported|accepted)|(imported|accepted)\D{0,3}(?<after>\d+)/i;

/** Undefined when there is no log. */
export async function readJobLog(path: string): Promise<JobLog | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined || text.trim() === '') return undefined;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const { count, after } = IMPORTED.exec(text)?.groups ?? {};
  return {
    rejects: lines.filter((line) => REJECT.test(line) && !NONE.test(line) && !SUMMARY.test(line)),
    imported: Number(count ?? after ?? 0) > 0
  };
}
