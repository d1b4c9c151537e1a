import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

/**
 * The world outside of the store that jobs have effects in: a file to which every process appends. A line is written
 * with one call in append mode, so the order of lines is the order in which things happened.
 */
const noteSchema = z.object({
  /** `found`: an earlier attempt had the effect already, so it was not done again. */
  what: z.enum(['begin', 'effect', 'found', 'end']),
  job: z.number(),
  key: z.string().nullable(),
  process: z.string(),
  mustLookUp: z.boolean()
});

export type EffectNote = z.infer<typeof noteSchema>;

export interface EffectsLedger {
  note(note: EffectNote): void;
  hasEffectOf(job: number): boolean;
  close(): void;
}

export function openLedger(file: string): EffectsLedger {
  const descriptor = openSync(file, 'a');
  return {
    note: (note) => void writeSync(descriptor, `${JSON.stringify(note)}\n`),
    hasEffectOf: (job) => readLedger(file).some((note) => note.what === 'effect' && note.job === job),
    close: () => closeSync(descriptor)
  };
}

/** Everything that happened so far, in its order. */
export function readLedger(file: string): readonly EffectNote[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => noteSchema.parse(JSON.parse(line)));
}

/** What a ledger shows of jobs that had more than their one effect, or had it out of their turn. */
export interface LedgerFigures {
  readonly effects: ReadonlySet<number>;
  readonly doneTwice: number;
  /** Effects of a key's jobs that came after that of a younger job. */
  readonly outOfOrder: number;
  /** Times that two jobs of a key were worked on at once. */
  readonly overlaps: number;
  /** Attempts that began with a look-up, as work is done at least once. */
  readonly runAgain: number;
  /** Effects that the look-up kept from being done twice. */
  readonly found: number;
}

/** @param ended processes that were killed or stood still: what they had begun does not count as being at work. */
export function judgeLedger(
  notes: readonly EffectNote[],
  ended: ReadonlySet<string> = new Set()
): LedgerFigures {
  const effects = notes.filter(({ what }) => what === 'effect');
  return {
    effects: new Set(effects.map(({ job }) => job)),
    doneTwice: effects.length - new Set(effects.map(({ job }) => job)).size,
    outOfOrder: countOutOfOrder(effects),
    overlaps: countOverlaps(notes, ended),
    runAgain: notes.filter(({ what, mustLookUp }) => what === 'begin' && mustLookUp).length,
    found: notes.filter(({ what }) => what === 'found').length
  };
}

function countOutOfOrder(effects: readonly EffectNote[]): number {
  const youngest = new Map<string, number>();
  let count = 0;
  for (const { key, job } of effects) {
    if (key === null) continue;
    if (job < (youngest.get(key) ?? 0)) count += 1;
    else youngest.set(key, job);
  }
  return count;
}

function countOverlaps(notes: readonly EffectNote[], ended: ReadonlySet<string>): number {
  const atWork = new Map<string, EffectNote>();
  let count = 0;
  for (const note of notes) {
    if (note.key === null || ended.has(note.process)) continue;
    if (note.what === 'begin') {
      if (atWork.has(note.key)) count += 1;
      atWork.set(note.key, note);
    } else if (note.what === 'end') atWork.delete(note.key);
  }
  return count;
}
