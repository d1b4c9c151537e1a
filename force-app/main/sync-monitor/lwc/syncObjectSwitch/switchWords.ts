import CANCEL from '@salesforce/label/c.Sage_Objects_Cancel';
import SWITCH_ESTIMATE from '@salesforce/label/c.Sage_Objects_Switch_Estimate';
import SWITCH_ESTIMATE_NONE from '@salesforce/label/c.Sage_Objects_Switch_Estimate_None';
import SWITCH_ESTIMATING from '@salesforce/label/c.Sage_Objects_Switch_Estimating';
import SWITCH_FIRST_LOOK from '@salesforce/label/c.Sage_Objects_Switch_First_Look';
import SWITCH_HEADING from '@salesforce/label/c.Sage_Objects_Switch_Heading';
import SWITCH_NEEDS from '@salesforce/label/c.Sage_Objects_Switch_Needs';
import SWITCH_NO_SCHEDULE from '@salesforce/label/c.Sage_Objects_Switch_No_Schedule';
import SWITCH_ON from '@salesforce/label/c.Sage_Objects_Switch_On';
import SWITCH_SCHEDULE from '@salesforce/label/c.Sage_Objects_Switch_Schedule';
import SWITCH_STORAGE from '@salesforce/label/c.Sage_Objects_Switch_Storage';
import SWITCH_TO_SAGE from '@salesforce/label/c.Sage_Objects_Switch_To_Sage';
import SWITCH_UNKNOWN from '@salesforce/label/c.Sage_Objects_Switch_Unknown';
import WARNING from '@salesforce/label/c.Sage_Objects_Warning';
import LOCALE from '@salesforce/i18n/locale';
import { fillIn } from 'c/labelText';
import { changesInWords } from 'c/scheduleWords';
import { directionInWords, masterInWords, pairInWords, pairs } from 'c/syncObjectModel';
import type { Estimate, PairRow } from 'c/syncObjectModel';

export const labels = {
  cancel: CANCEL,
  estimating: SWITCH_ESTIMATING,
  heading: SWITCH_HEADING,
  switchOn: SWITCH_ON,
  unknown: SWITCH_UNKNOWN,
  warning: WARNING
};

/** What switching a pair on will do, one sentence each. */
export function consequencesOf({ object, pair }: PairRow): readonly string[] {
  if (object === undefined) return [];
  const { everySeconds, schedule } = object;
  const hasSchedule = everySeconds !== undefined || schedule !== '';
  const when = changesInWords({ everySeconds, cron: schedule });
  const { salesforce, sage } = pairs[pair];
  return [
    fillIn(SWITCH_FIRST_LOOK, sage, salesforce),
    `${directionInWords(object.direction)} · ${masterInWords(object.master)}.`,
    ...(object.direction === 'To Salesforce' ? [] : [fillIn(SWITCH_TO_SAGE, salesforce, sage)]),
    hasSchedule ? fillIn(SWITCH_SCHEDULE, when) : SWITCH_NO_SCHEDULE
  ];
}

/** What it comes to, as far as it can be told beforehand. */
export function estimateInWords({
  records,
  linked,
  apiRequests,
  storageMegabytes
}: Estimate): readonly string[] {
  const number = new Intl.NumberFormat(LOCALE);
  if (records === 0) return [SWITCH_ESTIMATE_NONE];
  return [
    fillIn(SWITCH_ESTIMATE, number.format(records), number.format(linked), number.format(apiRequests)),
    fillIn(SWITCH_STORAGE, number.format(storageMegabytes))
  ];
}

/** Undefined where all pairs that it depends on are on. */
export function needsInWords({ pair, on }: PairRow): string | undefined {
  const missing = pairs[pair].dependsOn.filter((each) => !on.includes(each));
  if (missing.length === 0) return undefined;
  const names = new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(missing.map(pairInWords));
  return fillIn(SWITCH_NEEDS, names);
}
