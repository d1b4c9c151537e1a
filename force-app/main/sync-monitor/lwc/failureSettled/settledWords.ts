import SETTLED_AT from '@salesforce/label/c.Sage_Failures_Settled_At';
import SETTLED_BY from '@salesforce/label/c.Sage_Failures_Settled_By';
import SETTLED_CAPTION from '@salesforce/label/c.Sage_Failures_Settled_Caption';
import SETTLED_CAUSE from '@salesforce/label/c.Sage_Failures_Settled_Cause';
import SETTLED_EMPTY from '@salesforce/label/c.Sage_Failures_Settled_Empty';
import SETTLED_LOADING from '@salesforce/label/c.Sage_Failures_Settled_Loading';
import SETTLED_NOBODY from '@salesforce/label/c.Sage_Failures_Settled_Nobody';
import SETTLED_RECORD from '@salesforce/label/c.Sage_Failures_Settled_Record';
import SETTLED_REPLAYED from '@salesforce/label/c.Sage_Failures_Settled_Replayed';
import SETTLED_RESOLVED from '@salesforce/label/c.Sage_Failures_Settled_Resolved';
import SETTLED_SKIPPED from '@salesforce/label/c.Sage_Failures_Settled_Skipped';
import SETTLED_STATE from '@salesforce/label/c.Sage_Failures_Settled_State';

/** Words of the component, in the language of the reader. */
export const labels = {
  caption: SETTLED_CAPTION,
  record: SETTLED_RECORD,
  cause: SETTLED_CAUSE,
  state: SETTLED_STATE,
  by: SETTLED_BY,
  at: SETTLED_AT,
  nobody: SETTLED_NOBODY,
  resolved: SETTLED_RESOLVED,
  skippedState: SETTLED_SKIPPED,
  replayedState: SETTLED_REPLAYED,
  loading: SETTLED_LOADING,
  empty: SETTLED_EMPTY
} as const;

const STATES: Readonly<Record<string, string>> = {
  Resolved: labels.resolved,
  Skipped: labels.skippedState,
  Replayed: labels.replayedState
};

export function stateInWords(state: string): string {
  return STATES[state] ?? state;
}
