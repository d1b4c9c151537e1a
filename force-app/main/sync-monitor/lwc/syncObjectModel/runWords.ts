import LOCALE from '@salesforce/i18n/locale';
import COUNT_CREATED from '@salesforce/label/c.Sage_Objects_Count_Created';
import COUNT_FAILED from '@salesforce/label/c.Sage_Objects_Count_Failed';
import COUNT_READ from '@salesforce/label/c.Sage_Objects_Count_Read';
import COUNT_SKIPPED from '@salesforce/label/c.Sage_Objects_Count_Skipped';
import COUNT_UNCHANGED from '@salesforce/label/c.Sage_Objects_Count_Unchanged';
import COUNT_UPDATED from '@salesforce/label/c.Sage_Objects_Count_Updated';
import MODE_CHANGES from '@salesforce/label/c.Sage_Objects_Mode_Changes';
import MODE_FULL from '@salesforce/label/c.Sage_Objects_Mode_Full';
import MODE_RECONCILE from '@salesforce/label/c.Sage_Objects_Mode_Reconcile';
import { fillIn } from 'c/labelText';
import type { RunCounts, SyncRun } from 'c/syncRun';

export type RunMode = SyncRun['mode'];

/** What a run may be started as, in the order of what it costs. */
export const runModes: readonly RunMode[] = ['changes', 'full', 'reconcile'];

const MODES: Readonly<Record<RunMode, string>> = {
  changes: MODE_CHANGES,
  full: MODE_FULL,
  reconcile: MODE_RECONCILE
};
const COUNTS: readonly (readonly [keyof RunCounts, string])[] = [
  ['read', COUNT_READ],
  ['created', COUNT_CREATED],
  ['updated', COUNT_UPDATED],
  ['unchanged', COUNT_UNCHANGED],
  ['skipped', COUNT_SKIPPED],
  ['failed', COUNT_FAILED]
];

export function modeInWords(mode: RunMode): string {
  return MODES[mode];
}

/** What a run did, as `1,204 looked at, 3 created, 1 failed`: how many it looked at always, the rest where there is any. */
export function countsInWords(counts: RunCounts, locale: string = LOCALE): string {
  const format = new Intl.NumberFormat(locale);
  return COUNTS.filter(([name]) => name === 'read' || counts[name] > 0)
    .map(([name, words]) => fillIn(words, format.format(counts[name])))
    .join(', ');
}
