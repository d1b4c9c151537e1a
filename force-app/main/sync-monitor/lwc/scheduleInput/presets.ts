import CUSTOM from '@salesforce/label/c.Sage_Objects_Custom';
import NEVER_COMPARED from '@salesforce/label/c.Sage_Objects_Never_Compared';
import ONLY_WHEN_STARTED from '@salesforce/label/c.Sage_Objects_Only_When_Started';
import { changesInWords, cronInWords } from 'c/scheduleWords';
import type { ChangeSchedule } from 'c/scheduleWords';

/** What the schedule is for: looking at what changed, or comparing everything. */
export type ScheduleKind = 'changes' | 'compare';

export const CUSTOM_VALUE = 'custom';

export interface PresetOption {
  readonly value: string;
  readonly label: string;
}

const none: ChangeSchedule = { everySeconds: undefined, cron: '' };
const PRESETS: Readonly<Record<ScheduleKind, readonly ChangeSchedule[]>> = {
  changes: [
    ...[10, 60, 300, 900].map((everySeconds) => ({ everySeconds, cron: '' })),
    ...['15 * * * *', '0 6 * * *', '0 6 * * 1-5'].map((cron) => ({ everySeconds: undefined, cron })),
    none
  ],
  compare: [
    ...['0 2 * * *', '0 2 * * 1-5', '0 2 * * 0', '0 2 1 * *'].map((cron) => ({
      everySeconds: undefined,
      cron
    })),
    none
  ]
};

/** The presets of a kind, and at last one of one's own. */
export function presetOptions(kind: ScheduleKind): readonly PresetOption[] {
  const presets = PRESETS[kind].map((each) => ({ value: valueOf(each), label: wordsOf(kind, each) }));
  return [...presets, { value: CUSTOM_VALUE, label: CUSTOM }];
}

/** The preset that a schedule is; its own one where it is none. */
export function presetOf(kind: ScheduleKind, schedule: ChangeSchedule): string {
  const value = valueOf(schedule);
  return PRESETS[kind].some((each) => valueOf(each) === value) ? value : CUSTOM_VALUE;
}

/** The schedule of a preset; undefined for one of one's own. */
export function scheduleOf(kind: ScheduleKind, value: string): ChangeSchedule | undefined {
  return PRESETS[kind].find((each) => valueOf(each) === value);
}

function valueOf({ everySeconds, cron }: ChangeSchedule): string {
  return `${everySeconds ?? ''}|${cron.trim().replace(/\s+/g, ' ')}`;
}

function wordsOf(kind: ScheduleKind, schedule: ChangeSchedule): string {
  if (kind === 'changes') return schedule === none ? ONLY_WHEN_STARTED : changesInWords(schedule);
  return schedule === none ? NEVER_COMPARED : cronInWords(schedule.cron);
}
