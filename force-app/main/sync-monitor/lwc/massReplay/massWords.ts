import MASS_AGAIN from '@salesforce/label/c.Sage_Failures_Mass_Again';
import MASS_BEFORE from '@salesforce/label/c.Sage_Failures_Mass_Before';
import MASS_CLOSE from '@salesforce/label/c.Sage_Failures_Mass_Close';
import MASS_DONE from '@salesforce/label/c.Sage_Failures_Mass_Done';
import MASS_FINISHED from '@salesforce/label/c.Sage_Failures_Mass_Finished';
import MASS_LOOK from '@salesforce/label/c.Sage_Failures_Mass_Look';
import MASS_LOOKING from '@salesforce/label/c.Sage_Failures_Mass_Looking';
import MASS_OPEN from '@salesforce/label/c.Sage_Failures_Mass_Open';
import MASS_PROGRESS from '@salesforce/label/c.Sage_Failures_Mass_Progress';
import MASS_REFUSED from '@salesforce/label/c.Sage_Failures_Mass_Refused';
import MASS_REPLAY_HEADING from '@salesforce/label/c.Sage_Failures_Mass_Replay_Heading';
import MASS_RUNNING from '@salesforce/label/c.Sage_Failures_Mass_Running';
import MASS_SKIPPED from '@salesforce/label/c.Sage_Failures_Mass_Skipped';
import MASS_SKIP_HEADING from '@salesforce/label/c.Sage_Failures_Mass_Skip_Heading';
import MASS_STOP from '@salesforce/label/c.Sage_Failures_Mass_Stop';
import MASS_STOPPED from '@salesforce/label/c.Sage_Failures_Mass_Stopped';

/** Words of the component, in the language of the reader. */
export const labels = {
  replayHeading: MASS_REPLAY_HEADING,
  skipHeading: MASS_SKIP_HEADING,
  progress: MASS_PROGRESS,
  stop: MASS_STOP,
  close: MASS_CLOSE,
  stopped: MASS_STOPPED,
  finished: MASS_FINISHED,
  looking: MASS_LOOKING,
  look: MASS_LOOK,
  done: MASS_DONE,
  running: MASS_RUNNING,
  again: MASS_AGAIN,
  refused: MASS_REFUSED,
  before: MASS_BEFORE,
  skipped: MASS_SKIPPED,
  open: MASS_OPEN
} as const;
