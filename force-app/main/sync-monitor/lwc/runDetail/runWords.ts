import BACK from '@salesforce/label/c.Sage_Monitor_Run_Back';
import CAUSES from '@salesforce/label/c.Sage_Monitor_Run_Causes';
import CHANGES from '@salesforce/label/c.Sage_Monitor_Run_Mode_Changes';
import COUNT from '@salesforce/label/c.Sage_Monitor_Run_Count';
import CREATED from '@salesforce/label/c.Sage_Monitor_Created';
import FAILED from '@salesforce/label/c.Sage_Monitor_Failed';
import FINISHED from '@salesforce/label/c.Sage_Monitor_Run_Finished';
import FULL from '@salesforce/label/c.Sage_Monitor_Run_Mode_Full';
import MAPPING from '@salesforce/label/c.Sage_Monitor_Run_Mapping';
import MODE from '@salesforce/label/c.Sage_Monitor_Run_Mode';
import NO_STORY from '@salesforce/label/c.Sage_Monitor_Run_No_Story';
import NOT_YET from '@salesforce/label/c.Sage_Monitor_Run_Not_Yet';
import PACKAGED from '@salesforce/label/c.Sage_Monitor_Run_Packaged';
import READ from '@salesforce/label/c.Sage_Monitor_Run_Read';
import REASON from '@salesforce/label/c.Sage_Monitor_Run_Reason';
import RECONCILE from '@salesforce/label/c.Sage_Monitor_Run_Mode_Reconcile';
import RECORDS from '@salesforce/label/c.Sage_Monitor_Run_Records';
import SKIPPED from '@salesforce/label/c.Sage_Monitor_Run_Skipped';
import STARTED from '@salesforce/label/c.Sage_Monitor_Run_Started';
import STATE from '@salesforce/label/c.Sage_Monitor_Run_State';
import STATE_FAILED from '@salesforce/label/c.Sage_Monitor_Run_State_Failed';
import STATE_INTERRUPTED from '@salesforce/label/c.Sage_Monitor_Run_State_Interrupted';
import STATE_RUNNING from '@salesforce/label/c.Sage_Monitor_Run_State_Running';
import STATE_STOPPED from '@salesforce/label/c.Sage_Monitor_Run_State_Stopped';
import STATE_SUCCEEDED from '@salesforce/label/c.Sage_Monitor_Run_State_Succeeded';
import STORY from '@salesforce/label/c.Sage_Monitor_Run_Story';
import TITLE from '@salesforce/label/c.Sage_Monitor_Run_Title';
import TRIGGER from '@salesforce/label/c.Sage_Monitor_Run_Trigger';
import UNCHANGED from '@salesforce/label/c.Sage_Monitor_Run_Unchanged';
import UPDATED from '@salesforce/label/c.Sage_Monitor_Updated';
import WATERMARK_AFTER from '@salesforce/label/c.Sage_Monitor_Run_Watermark_After';
import WATERMARK_BEFORE from '@salesforce/label/c.Sage_Monitor_Run_Watermark_Before';
import { formatMoment } from 'c/calendarDay';
import { fillIn } from 'c/labelText';
import type { RunState } from 'c/syncRun';
import type { RunReport } from './runReport';

export const labels = {
  back: BACK,
  causes: CAUSES,
  count: COUNT,
  noStory: NO_STORY,
  records: RECORDS,
  story: STORY
};

const MODES = { changes: CHANGES, full: FULL, reconcile: RECONCILE };
const STATES: Readonly<Record<RunState, string>> = {
  running: STATE_RUNNING,
  succeeded: STATE_SUCCEEDED,
  failed: STATE_FAILED,
  stopped: STATE_STOPPED,
  interrupted: STATE_INTERRUPTED
};

/** A fact of a run, with its name. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

export function stateInWords(state: RunState): string {
  return STATES[state];
}

/** The run's number and what it was over. */
export function titleOf({ runId, label }: RunReport): string {
  return fillIn(TITLE, `${runId}`, label);
}

/** What is known of the run beside its counts; what it does not have is left out. */
export function factsOf(run: RunReport): readonly Fact[] {
  const facts = [
    { name: STATE, value: stateInWords(run.state) },
    { name: REASON, value: run.reason },
    { name: MODE, value: MODES[run.mode] },
    { name: TRIGGER, value: run.trigger },
    { name: STARTED, value: formatMoment(run.startedAt) },
    { name: FINISHED, value: run.finishedAt === undefined ? NOT_YET : formatMoment(run.finishedAt) },
    { name: MAPPING, value: run.mappingVersion === undefined ? PACKAGED : `${run.mappingVersion}` },
    { name: WATERMARK_BEFORE, value: run.watermarkBefore },
    { name: WATERMARK_AFTER, value: run.watermarkAfter }
  ];
  return facts.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}

/** The run's records by what became of them. */
export function countsOf({
  counts
}: RunReport): readonly { readonly name: string; readonly count: number }[] {
  return [
    { name: READ, count: counts.read },
    { name: CREATED, count: counts.created },
    { name: UPDATED, count: counts.updated },
    { name: UNCHANGED, count: counts.unchanged },
    { name: SKIPPED, count: counts.skipped },
    { name: FAILED, count: counts.failed }
  ];
}
