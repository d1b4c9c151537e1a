import ACT_BY from '@salesforce/label/c.Sage_Failures_Act_By';
import ACT_REPLAY from '@salesforce/label/c.Sage_Failures_Act_Replay';
import ACT_REPLAY_EDITED from '@salesforce/label/c.Sage_Failures_Act_Replay_Edited';
import ACT_SKIP from '@salesforce/label/c.Sage_Failures_Act_Skip';
import DETAIL_ACTS from '@salesforce/label/c.Sage_Failures_Detail_Acts';
import DETAIL_ATTEMPT from '@salesforce/label/c.Sage_Failures_Detail_Attempt';
import DETAIL_ATTEMPTS from '@salesforce/label/c.Sage_Failures_Detail_Attempts';
import DETAIL_BACK from '@salesforce/label/c.Sage_Failures_Detail_Back';
import DETAIL_COMPARE from '@salesforce/label/c.Sage_Failures_Detail_Compare';
import DETAIL_COMPARISON from '@salesforce/label/c.Sage_Failures_Detail_Comparison';
import DETAIL_CONTENT from '@salesforce/label/c.Sage_Failures_Detail_Content';
import DETAIL_EDIT from '@salesforce/label/c.Sage_Failures_Detail_Edit';
import DETAIL_FACTS from '@salesforce/label/c.Sage_Failures_Detail_Facts';
import DETAIL_FAILURES from '@salesforce/label/c.Sage_Failures_Detail_Failures';
import DETAIL_FIX from '@salesforce/label/c.Sage_Failures_Detail_Fix';
import DETAIL_HELD_UP from '@salesforce/label/c.Sage_Failures_Detail_Held_Up';
import DETAIL_HISTORY from '@salesforce/label/c.Sage_Failures_Detail_History';
import DETAIL_HISTORY_HEADING from '@salesforce/label/c.Sage_Failures_Detail_History_Heading';
import DETAIL_KEY from '@salesforce/label/c.Sage_Failures_Detail_Key';
import DETAIL_LAST_FAILED from '@salesforce/label/c.Sage_Failures_Detail_Last_Failed';
import DETAIL_NO_ACTS from '@salesforce/label/c.Sage_Failures_Detail_No_Acts';
import DETAIL_NO_FAILURES from '@salesforce/label/c.Sage_Failures_Detail_No_Failures';
import DETAIL_OPEN_RECORD from '@salesforce/label/c.Sage_Failures_Detail_Open_Record';
import DETAIL_REPLAY from '@salesforce/label/c.Sage_Failures_Detail_Replay';
import DETAIL_REPLAYS from '@salesforce/label/c.Sage_Failures_Detail_Replays';
import DETAIL_SAGE_KEY from '@salesforce/label/c.Sage_Failures_Detail_Sage_Key';
import DETAIL_SINCE from '@salesforce/label/c.Sage_Failures_Detail_Since';
import DETAIL_SKIP from '@salesforce/label/c.Sage_Failures_Detail_Skip';
import DETAIL_STATE from '@salesforce/label/c.Sage_Failures_Detail_State';
import DETAIL_WHY from '@salesforce/label/c.Sage_Failures_Detail_Why';
import DETAIL_WORK from '@salesforce/label/c.Sage_Failures_Detail_Work';
import KIND_AMBIGUOUS from '@salesforce/label/c.Sage_Failures_Kind_Ambiguous';
import KIND_PERMANENT from '@salesforce/label/c.Sage_Failures_Kind_Permanent';
import KIND_TRANSIENT from '@salesforce/label/c.Sage_Failures_Kind_Transient';
import STATE_ACTIVE from '@salesforce/label/c.Sage_Failures_State_Active';
import STATE_DEAD from '@salesforce/label/c.Sage_Failures_State_Dead';
import STATE_DONE from '@salesforce/label/c.Sage_Failures_State_Done';
import STATE_READY from '@salesforce/label/c.Sage_Failures_State_Ready';
import STATE_SKIPPED from '@salesforce/label/c.Sage_Failures_State_Skipped';
import STATE_WAITING from '@salesforce/label/c.Sage_Failures_State_Waiting';
import { fillIn } from 'c/labelText';
import type { Act, JobState } from 'c/failureModel';

/** Words of the component, in the language of the reader. */
export const labels = {
  back: DETAIL_BACK,
  openRecord: DETAIL_OPEN_RECORD,
  why: DETAIL_WHY,
  fix: DETAIL_FIX,
  facts: DETAIL_FACTS,
  work: DETAIL_WORK,
  key: DETAIL_KEY,
  since: DETAIL_SINCE,
  lastFailed: DETAIL_LAST_FAILED,
  attempts: DETAIL_ATTEMPTS,
  replays: DETAIL_REPLAYS,
  heldUp: DETAIL_HELD_UP,
  state: DETAIL_STATE,
  sageKey: DETAIL_SAGE_KEY,
  replay: DETAIL_REPLAY,
  edit: DETAIL_EDIT,
  skip: DETAIL_SKIP,
  content: DETAIL_CONTENT,
  failures: DETAIL_FAILURES,
  noFailures: DETAIL_NO_FAILURES,
  attempt: DETAIL_ATTEMPT,
  acts: DETAIL_ACTS,
  noActs: DETAIL_NO_ACTS,
  compare: DETAIL_COMPARE,
  history: DETAIL_HISTORY,
  comparison: DETAIL_COMPARISON,
  historyHeading: DETAIL_HISTORY_HEADING,
  stateWaiting: STATE_WAITING,
  stateReady: STATE_READY,
  stateActive: STATE_ACTIVE,
  stateDone: STATE_DONE,
  stateDead: STATE_DEAD,
  stateSkipped: STATE_SKIPPED,
  transient: KIND_TRANSIENT,
  permanent: KIND_PERMANENT,
  ambiguous: KIND_AMBIGUOUS,
  actReplay: ACT_REPLAY,
  actReplayEdited: ACT_REPLAY_EDITED,
  actSkip: ACT_SKIP,
  by: ACT_BY
} as const;

const STATES: Readonly<Record<JobState, string>> = {
  waiting: labels.stateWaiting,
  ready: labels.stateReady,
  active: labels.stateActive,
  done: labels.stateDone,
  dead: labels.stateDead,
  skipped: labels.stateSkipped
};

export function stateInWords(state: JobState): string {
  return STATES[state];
}

/** What somebody did, with the reason of a skip. */
export function actInWords({ action, isEdited, reason }: Act): string {
  if (action === 'skip') return fillIn(labels.actSkip, reason ?? '');
  if (action !== 'replay') return action;
  return isEdited ? labels.actReplayEdited : labels.actReplay;
}
