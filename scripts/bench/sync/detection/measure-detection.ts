import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SageCompany } from '../../../../test/sage-company/src/index.ts';
import type { LookName } from './looks.ts';
import { measureLook, type LookResult } from './measure-look.ts';
import { changePosted, changeStamped, fillStock } from './stock-rows.ts';

/** What had changed when changes were looked for. */
export const situations = ['nothing', '1 %', 'nothing more'] as const;

/** One look among so many rows. */
export interface DetectionResult extends LookResult {
  readonly look: LookName;
  readonly changed: (typeof situations)[number];
  readonly rows: number;
}

interface Surroundings {
  readonly sage: SageCompany;
  readonly directory: string;
  readonly say: (line: string) => void;
}

interface Step {
  readonly look: LookName;
  readonly changed: DetectionResult['changed'];
  /** What happens in Sage before it. */
  readonly change?: (databaseFile: string) => void;
}

/** In this order, so that every look finds its own changes and nothing that another one left. */
const steps: readonly Step[] = [
  { look: 'every column', changed: 'nothing' },
  { look: 'figures', changed: 'nothing' },
  { look: 'stamps', changed: 'nothing' },
  { look: 'stamps', changed: '1 %', change: changeStamped },
  // The overlap brings the same rows again; their digests tell that they are known.
  { look: 'stamps', changed: 'nothing more' },
  { look: 'figures', changed: '1 %', change: changePosted },
  { look: 'every column', changed: '1 %' }
];

/** Each look at each number of rows, each in a process of its own. @throws Error when one does not find what changed. */
export async function measureDetection(
  sizes: readonly number[],
  { sage, directory, say }: Surroundings
): Promise<readonly DetectionResult[]> {
  const results: DetectionResult[] = [];
  for (const rows of sizes) {
    say(`detection: ${rows} stock rows are made`);
    fillStock(sage.databaseFile, rows);
    mkdirSync(join(directory, String(rows)));
    const place = { sage, directory, storeFile: join(directory, String(rows), 'store.sqlite') };
    await measureLook('first', place);
    for (const { look, changed, change } of steps) {
      change?.(sage.databaseFile);
      const result = { look, changed, rows, ...(await measureLook(look, place)) };
      check(result);
      say(inWords(result));
      results.push(result);
    }
  }
  return results;
}

function check(result: DetectionResult): void {
  const { changed, rows, found, vanished } = result;
  const expected = changed === '1 %' ? Math.floor(rows / 100) : 0;
  if (found !== expected || vanished !== 0) throw new Error(`${inWords(result)}; ${expected} had changed`);
}

function inWords({ look, changed, rows, found, elapsedMs, peakMib }: DetectionResult): string {
  return `detection, ${rows} rows, ${look}, ${changed}: ${found} found, ${(elapsedMs / 1_000).toFixed(1)} s, ${peakMib.toFixed(0)} MiB`;
}
