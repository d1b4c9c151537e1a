import AFTER from '@salesforce/label/c.Sage_Objects_After';
import COMPARED from '@salesforce/label/c.Sage_Objects_Compared';
import COMPARED_NEVER from '@salesforce/label/c.Sage_Objects_Compared_Never';
import EDIT from '@salesforce/label/c.Sage_Objects_Edit';
import EDIT_PAIR from '@salesforce/label/c.Sage_Objects_Edit_Pair';
import EVERY_RECORD from '@salesforce/label/c.Sage_Objects_Every_Record';
import FILTER from '@salesforce/label/c.Sage_Objects_Filter';
import FILTER_BOTH from '@salesforce/label/c.Sage_Objects_Filter_Both';
import FILTER_SAGE from '@salesforce/label/c.Sage_Objects_Filter_Sage';
import FILTER_SALESFORCE from '@salesforce/label/c.Sage_Objects_Filter_Salesforce';
import IMAGE_BOTH from '@salesforce/label/c.Sage_Objects_Image_Both';
import IMAGE_SAGE from '@salesforce/label/c.Sage_Objects_Image_Sage';
import IMAGE_SALESFORCE from '@salesforce/label/c.Sage_Objects_Image_Salesforce';
import LAST_RUN from '@salesforce/label/c.Sage_Objects_Last_Run';
import LOOKED from '@salesforce/label/c.Sage_Objects_Looked';
import MAPPING from '@salesforce/label/c.Sage_Objects_Mapping';
import MAPPING_OF_PACKAGE from '@salesforce/label/c.Sage_Objects_Mapping_Of_Package';
import MAPPING_PAIR from '@salesforce/label/c.Sage_Objects_Mapping_Pair';
import MAPPING_VERSION from '@salesforce/label/c.Sage_Objects_Mapping_Version';
import NEEDS from '@salesforce/label/c.Sage_Objects_Needs';
import NEVER_RAN from '@salesforce/label/c.Sage_Objects_Never_Ran';
import NEXT_RUN from '@salesforce/label/c.Sage_Objects_Next_Run';
import NOT_SET_UP from '@salesforce/label/c.Sage_Objects_Not_Set_Up';
import NOT_SET_UP_HINT from '@salesforce/label/c.Sage_Objects_Not_Set_Up_Hint';
import OFF from '@salesforce/label/c.Sage_Objects_Off';
import ON from '@salesforce/label/c.Sage_Objects_On';
import PROGRESS from '@salesforce/label/c.Sage_Objects_Progress';
import SET_UP from '@salesforce/label/c.Sage_Objects_Set_Up';
import SET_UP_PAIR from '@salesforce/label/c.Sage_Objects_Set_Up_Pair';
import START from '@salesforce/label/c.Sage_Objects_Start';
import START_HINT_OFF from '@salesforce/label/c.Sage_Objects_Start_Hint_Off';
import START_PAIR from '@salesforce/label/c.Sage_Objects_Start_Pair';
import STATE_FAILED from '@salesforce/label/c.Sage_Objects_State_Failed';
import STATE_INTERRUPTED from '@salesforce/label/c.Sage_Objects_State_Interrupted';
import STATE_RUNNING from '@salesforce/label/c.Sage_Objects_State_Running';
import STATE_STOPPED from '@salesforce/label/c.Sage_Objects_State_Stopped';
import STATE_STOPPING from '@salesforce/label/c.Sage_Objects_State_Stopping';
import STATE_SUCCEEDED from '@salesforce/label/c.Sage_Objects_State_Succeeded';
import STATE_WAITING from '@salesforce/label/c.Sage_Objects_State_Waiting';
import STOP from '@salesforce/label/c.Sage_Objects_Stop';
import STOP_PAIR from '@salesforce/label/c.Sage_Objects_Stop_Pair';
import SWITCH_PAIR from '@salesforce/label/c.Sage_Objects_Switch_Pair';
import WAITS_FOR from '@salesforce/label/c.Sage_Objects_Waits_For';
import WARNING from '@salesforce/label/c.Sage_Objects_Warning';
import LOCALE from '@salesforce/i18n/locale';
import { fillIn } from 'c/labelText';
import { changesInWords, cronInWords, formatMinute, nextRunOf } from 'c/scheduleWords';
import {
  directionInWords,
  filterInWords,
  masterInWords,
  modeInWords,
  pairInWords,
  pairs
} from 'c/syncObjectModel';
import type { PairName, PairRow, SyncObject } from 'c/syncObjectModel';

/** The words that never change. */
export const labels = {
  compared: COMPARED,
  edit: EDIT,
  filter: FILTER,
  lastRun: LAST_RUN,
  looked: LOOKED,
  mapping: MAPPING,
  neverRan: NEVER_RAN,
  notSetUp: NOT_SET_UP,
  notSetUpHint: NOT_SET_UP_HINT,
  off: OFF,
  on: ON,
  setUp: SET_UP,
  start: START,
  stop: STOP,
  warning: WARNING
};

/** The settings of a pair that is set up. */
export interface SettingWords {
  /** Which way, who is the master, and which mapping. */
  readonly line: string;
  readonly looked: string;
  /** Undefined where it cannot be told, or the pair is off. */
  readonly nextLook: string | undefined;
  readonly compared: string;
  readonly nextCompared: string | undefined;
  readonly filter: string;
}

/** A row's own names of what can be done, for those who hear them out of their place. */
export interface ActionWords {
  readonly switch: string;
  readonly start: string;
  readonly stop: string;
  readonly edit: string;
  readonly mapping: string;
  readonly setUp: string;
  /** Why it cannot be started; undefined where it can. */
  readonly startHint: string | undefined;
}

const ARROWS = {
  'To Salesforce': { icon: 'utility:back', words: IMAGE_SALESFORCE },
  'To Sage': { icon: 'utility:forward', words: IMAGE_SAGE },
  Both: { icon: 'utility:sync', words: IMAGE_BOTH }
} as const;

/** How the arrow between both sides looks, and what it says. */
export function arrowOf({ object, pair }: PairRow): { readonly icon: string; readonly words: string } {
  return ARROWS[object?.direction ?? (pairs[pair].goesBothWays ? 'Both' : 'To Salesforce')];
}

export function settingsInWords(object: SyncObject, row: PairRow, now: number): SettingWords {
  const next = (cron: string): string | undefined => {
    const moment = object.active ? nextRunOf(cron, row.sageZone, now) : undefined;
    return moment === undefined ? undefined : fillIn(NEXT_RUN, formatMinute(moment));
  };
  const parts = [directionInWords(object.direction), masterInWords(object.master), mappingInWords(row)];
  return {
    line: parts.filter((part) => part !== undefined).join(' · '),
    looked: changesInWords({ everySeconds: object.everySeconds, cron: object.schedule }),
    nextLook: next(object.schedule),
    compared: object.reconcileSchedule === '' ? COMPARED_NEVER : cronInWords(object.reconcileSchedule),
    nextCompared: next(object.reconcileSchedule),
    filter: filtersInWords(object)
  };
}

export function actionsInWords({ pair, object }: PairRow): ActionWords {
  const name = pairInWords(pair);
  return {
    switch: fillIn(SWITCH_PAIR, name),
    start: fillIn(START_PAIR, name),
    stop: fillIn(STOP_PAIR, name),
    edit: fillIn(EDIT_PAIR, name),
    mapping: fillIn(MAPPING_PAIR, name),
    setUp: fillIn(SET_UP_PAIR, name),
    startHint: object?.active === false ? START_HINT_OFF : undefined
  };
}

/** What a pair waits for, or would. */
export interface DependencyWords {
  readonly words: string;
  readonly isWarning: boolean;
}

/** Undefined for a pair that depends on none. */
export function dependencyInWords({ pair, object, on, running }: PairRow): DependencyWords | undefined {
  const { dependsOn } = pairs[pair];
  if (dependsOn.length === 0) return undefined;
  const missing = dependsOn.filter((each) => !on.includes(each));
  if (object?.active === true && missing.length > 0) {
    return { words: fillIn(NEEDS, listOf(missing)), isWarning: true };
  }
  const underWay = dependsOn.filter((each) => running.includes(each));
  if (running.includes(pair) && underWay.length > 0) {
    return { words: fillIn(WAITS_FOR, listOf(underWay)), isWarning: false };
  }
  return { words: fillIn(AFTER, listOf(dependsOn)), isWarning: false };
}

/** Pairs as `Accounts and Customers, Products and Items`. */
function listOf(names: readonly PairName[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'unit' }).format(names.map(pairInWords));
}

function mappingInWords({ mappingVersion }: PairRow): string | undefined {
  if (mappingVersion === undefined) return undefined;
  return mappingVersion === 0 ? MAPPING_OF_PACKAGE : fillIn(MAPPING_VERSION, `${mappingVersion}`);
}

function filtersInWords({ sageFilter, salesforceFilter }: SyncObject): string {
  const [sage, salesforce] = [filterInWords(sageFilter), filterInWords(salesforceFilter)];
  if (sage === '' && salesforce === '') return EVERY_RECORD;
  if (salesforce === '') return fillIn(FILTER_SAGE, sage);
  return sage === '' ? fillIn(FILTER_SALESFORCE, salesforce) : fillIn(FILTER_BOTH, sage, salesforce);
}

/** Words of a run's states; what is shown of a run is in `runLook`. */
export const stateWords = {
  waiting: STATE_WAITING,
  running: STATE_RUNNING,
  stopping: STATE_STOPPING,
  succeeded: STATE_SUCCEEDED,
  failed: STATE_FAILED,
  stopped: STATE_STOPPED,
  interrupted: STATE_INTERRUPTED
} as const;

/** `Everything: 1,204 of about 5,000`. */
export function progressInWords(mode: Parameters<typeof modeInWords>[0], counts: string): string {
  return fillIn(PROGRESS, modeInWords(mode), counts);
}
