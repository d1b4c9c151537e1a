import COLLECTING from '@salesforce/label/c.Sage_Failures_Collecting';
import DECIDED_BEFORE from '@salesforce/label/c.Sage_Failures_Decided_Before';
import DENIED from '@salesforce/label/c.Sage_Failures_Denied';
import EMPTY from '@salesforce/label/c.Sage_Failures_Empty';
import EMPTY_HINT from '@salesforce/label/c.Sage_Failures_Empty_Hint';
import FILTERS from '@salesforce/label/c.Sage_Failures_Filters';
import FILTER_AGE from '@salesforce/label/c.Sage_Failures_Filter_Age';
import FILTER_ANY_AGE from '@salesforce/label/c.Sage_Failures_Filter_Any_Age';
import FILTER_ANY_WORK from '@salesforce/label/c.Sage_Failures_Filter_Any_Work';
import FILTER_CLEAR from '@salesforce/label/c.Sage_Failures_Filter_Clear';
import FILTER_LAST_DAY from '@salesforce/label/c.Sage_Failures_Filter_Last_Day';
import FILTER_LAST_HOUR from '@salesforce/label/c.Sage_Failures_Filter_Last_Hour';
import FILTER_OLDER_DAY from '@salesforce/label/c.Sage_Failures_Filter_Older_Day';
import FILTER_OLDER_WEEK from '@salesforce/label/c.Sage_Failures_Filter_Older_Week';
import FILTER_TEXT from '@salesforce/label/c.Sage_Failures_Filter_Text';
import FILTER_TEXT_HINT from '@salesforce/label/c.Sage_Failures_Filter_Text_Hint';
import FILTER_WORK from '@salesforce/label/c.Sage_Failures_Filter_Work';
import FOUND from '@salesforce/label/c.Sage_Failures_Found';
import LOADING from '@salesforce/label/c.Sage_Failures_Loading';
import NONE_FOUND from '@salesforce/label/c.Sage_Failures_None_Found';
import REFRESH from '@salesforce/label/c.Sage_Failures_Refresh';
import REPLAY from '@salesforce/label/c.Sage_Failures_Replay';
import SELECTED_ONE from '@salesforce/label/c.Sage_Failures_Selected_One';
import SELECTED_OTHER from '@salesforce/label/c.Sage_Failures_Selected_Other';
import SELECTION from '@salesforce/label/c.Sage_Failures_Selection';
import SELECT_CAUSE from '@salesforce/label/c.Sage_Failures_Select_Cause';
import SELECT_FOUND from '@salesforce/label/c.Sage_Failures_Select_Found';
import SKIP from '@salesforce/label/c.Sage_Failures_Skip';
import SKIP_TITLE_ONE from '@salesforce/label/c.Sage_Failures_Skip_Title_One';
import SKIP_TITLE_OTHER from '@salesforce/label/c.Sage_Failures_Skip_Title_Other';
import SUBTITLE from '@salesforce/label/c.Sage_Failures_Subtitle';
import TAB_OPEN from '@salesforce/label/c.Sage_Failures_Tab_Open';
import TAB_SETTLED from '@salesforce/label/c.Sage_Failures_Tab_Settled';
import TITLE from '@salesforce/label/c.Sage_Failures_Title';
import TOO_MANY from '@salesforce/label/c.Sage_Failures_Too_Many';
import UNSELECT from '@salesforce/label/c.Sage_Failures_Unselect';
import WAS_REPLAYED from '@salesforce/label/c.Sage_Failures_Was_Replayed';
import WAS_SKIPPED from '@salesforce/label/c.Sage_Failures_Was_Skipped';
import type { Decision } from 'c/failureModel';
import { countInWords } from 'c/labelText';
import type { Age } from './deskState';

/** Words of the component, in the language of the reader. */
export const labels = {
  title: TITLE,
  subtitle: SUBTITLE,
  loading: LOADING,
  refresh: REFRESH,
  open: TAB_OPEN,
  settled: TAB_SETTLED,
  work: FILTER_WORK,
  anyWork: FILTER_ANY_WORK,
  text: FILTER_TEXT,
  textHint: FILTER_TEXT_HINT,
  age: FILTER_AGE,
  anyAge: FILTER_ANY_AGE,
  lastHour: FILTER_LAST_HOUR,
  lastDay: FILTER_LAST_DAY,
  olderDay: FILTER_OLDER_DAY,
  olderWeek: FILTER_OLDER_WEEK,
  clear: FILTER_CLEAR,
  filters: FILTERS,
  empty: EMPTY,
  emptyHint: EMPTY_HINT,
  noneFound: NONE_FOUND,
  denied: DENIED,
  selectedOne: SELECTED_ONE,
  selectedOther: SELECTED_OTHER,
  selectCause: SELECT_CAUSE,
  selectFound: SELECT_FOUND,
  unselect: UNSELECT,
  replay: REPLAY,
  skip: SKIP,
  collecting: COLLECTING,
  tooMany: TOO_MANY,
  selection: SELECTION,
  skipOne: SKIP_TITLE_ONE,
  skipOther: SKIP_TITLE_OTHER,
  found: FOUND,
  wasReplayed: WAS_REPLAYED,
  wasSkipped: WAS_SKIPPED,
  decidedBefore: DECIDED_BEFORE
} as const;

export const ageOptions: readonly { readonly label: string; readonly value: Age }[] = [
  { label: labels.anyAge, value: 'any' },
  { label: labels.lastHour, value: 'last-hour' },
  { label: labels.lastDay, value: 'last-day' },
  { label: labels.olderDay, value: 'older-day' },
  { label: labels.olderWeek, value: 'older-week' }
];

export function selectedInWords(count: number): string {
  return countInWords(count, { one: labels.selectedOne, other: labels.selectedOther });
}

export function skipTitle(count: number): string {
  return countInWords(count, { one: labels.skipOne, other: labels.skipOther });
}

/** What came of a decision. */
export function decisionInWords({ outcome }: Decision): string {
  if (outcome === 'not-dead') return labels.decidedBefore;
  return outcome === 'replayed' ? labels.wasReplayed : labels.wasSkipped;
}
