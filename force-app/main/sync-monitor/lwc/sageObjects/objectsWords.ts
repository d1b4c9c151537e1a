import ANNOUNCE_ENDED from '@salesforce/label/c.Sage_Objects_Announce_Ended';
import ANNOUNCE_OFF from '@salesforce/label/c.Sage_Objects_Announce_Off';
import ANNOUNCE_ON from '@salesforce/label/c.Sage_Objects_Announce_On';
import ANNOUNCE_SAVED from '@salesforce/label/c.Sage_Objects_Announce_Saved';
import ANNOUNCE_SET_UP from '@salesforce/label/c.Sage_Objects_Announce_Set_Up';
import ANNOUNCE_STARTED from '@salesforce/label/c.Sage_Objects_Announce_Started';
import ANNOUNCE_STARTED_ALL from '@salesforce/label/c.Sage_Objects_Announce_Started_All';
import ANNOUNCE_STOPPING from '@salesforce/label/c.Sage_Objects_Announce_Stopping';
import DIALOG_EDIT from '@salesforce/label/c.Sage_Objects_Dialog_Edit';
import DIALOG_SWITCH from '@salesforce/label/c.Sage_Objects_Dialog_Switch';
import EMPTY_ACTION from '@salesforce/label/c.Sage_Objects_Empty_Action';
import EMPTY_TITLE from '@salesforce/label/c.Sage_Objects_Empty_Title';
import LIST from '@salesforce/label/c.Sage_Objects_List';
import LOADING from '@salesforce/label/c.Sage_Objects_Loading';
import NO_ACCESS_ACTION from '@salesforce/label/c.Sage_Objects_No_Access_Action';
import NO_ACCESS_TITLE from '@salesforce/label/c.Sage_Objects_No_Access_Title';
import OPEN_SET_UP from '@salesforce/label/c.Sage_Objects_Open_Set_Up';
import REFRESH from '@salesforce/label/c.Sage_Objects_Refresh';
import REFRESHING from '@salesforce/label/c.Sage_Objects_Refreshing';
import SAGE_CLOCK from '@salesforce/label/c.Sage_Objects_Sage_Clock';
import START_ALL from '@salesforce/label/c.Sage_Objects_Start_All';
import SUMMARY from '@salesforce/label/c.Sage_Objects_Summary';
import TITLE from '@salesforce/label/c.Sage_Objects_Title';
import LOCALE from '@salesforce/i18n/locale';
import { fillIn } from 'c/labelText';
import { asPairName, countsInWords, pairInWords } from 'c/syncObjectModel';
import type { PairName, PairRow } from 'c/syncObjectModel';
import type { SyncRun } from 'c/syncRun';
import type { Started } from './questions';

/** The words that never change. */
export const labels = {
  emptyAction: EMPTY_ACTION,
  emptyTitle: EMPTY_TITLE,
  list: LIST,
  loading: LOADING,
  noAccessAction: NO_ACCESS_ACTION,
  noAccessTitle: NO_ACCESS_TITLE,
  openSetUp: OPEN_SET_UP,
  refresh: REFRESH,
  refreshing: REFRESHING,
  startAll: START_ALL,
  title: TITLE
};

/** Company, and how many pairs are on, run, and are not set up. */
export function summaryInWords(companyCode: string, rows: readonly PairRow[]): string {
  const count = (test: (row: PairRow) => boolean): string => `${rows.filter(test).length}`;
  return fillIn(
    SUMMARY,
    companyCode,
    count(({ object }) => object?.active === true),
    `${rows.length}`,
    count(({ pair, running }) => running.includes(pair))
  );
}

/** On whose clock schedules are. */
export function clockInWords(sageZone: string | undefined): string | undefined {
  return sageZone === undefined ? undefined : fillIn(SAGE_CLOCK, sageZone);
}

/** Titles of the dialogs. */
export const titles = {
  edit: (pair: PairName): string => fillIn(DIALOG_EDIT, pairInWords(pair)),
  switchOn: (pair: PairName): string => fillIn(DIALOG_SWITCH, pairInWords(pair))
};

/** What a screen reader is told when something was done. */
export const announcements = {
  off: (pair: PairName): string => fillIn(ANNOUNCE_OFF, pairInWords(pair)),
  on: (pair: PairName): string => fillIn(ANNOUNCE_ON, pairInWords(pair)),
  saved: (pair: PairName): string => fillIn(ANNOUNCE_SAVED, pairInWords(pair)),
  setUp: (pair: PairName): string => fillIn(ANNOUNCE_SET_UP, pairInWords(pair)),
  started: (pair: PairName): string => fillIn(ANNOUNCE_STARTED, pairInWords(pair)),
  startedAll: ({ started, alreadyRunning }: Started): string =>
    fillIn(ANNOUNCE_STARTED_ALL, `${started}`, `${alreadyRunning}`),
  stopping: (pair: PairName): string => fillIn(ANNOUNCE_STOPPING, pairInWords(pair)),
  /** Runs that have come to their end. */
  ended: (runs: readonly SyncRun[]): string =>
    new Intl.ListFormat(LOCALE, { type: 'unit' }).format(runs.map(endedInWords))
} as const;

function endedInWords({ pair, label, counts }: SyncRun): string {
  const name = asPairName(pair);
  return fillIn(ANNOUNCE_ENDED, name === undefined ? label : pairInWords(name), countsInWords(counts));
}
