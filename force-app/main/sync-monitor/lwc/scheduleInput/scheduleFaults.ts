import FAULT_CRON_COUNT from '@salesforce/label/c.Sage_Objects_Fault_Cron_Count';
import FAULT_CRON_DAY from '@salesforce/label/c.Sage_Objects_Fault_Cron_Day';
import FAULT_CRON_HOUR from '@salesforce/label/c.Sage_Objects_Fault_Cron_Hour';
import FAULT_CRON_MINUTE from '@salesforce/label/c.Sage_Objects_Fault_Cron_Minute';
import FAULT_CRON_MONTH from '@salesforce/label/c.Sage_Objects_Fault_Cron_Month';
import FAULT_CRON_WEEKDAY from '@salesforce/label/c.Sage_Objects_Fault_Cron_Weekday';
import FAULT_SECONDS from '@salesforce/label/c.Sage_Objects_Fault_Seconds';
import { fillIn } from 'c/labelText';
import { FEWEST_SECONDS, MOST_SECONDS, readCron } from 'c/scheduleWords';
import type { CronField } from 'c/scheduleWords';

const FAULTS: Readonly<Record<CronField, string>> = {
  minute: FAULT_CRON_MINUTE,
  hour: FAULT_CRON_HOUR,
  day: FAULT_CRON_DAY,
  month: FAULT_CRON_MONTH,
  weekday: FAULT_CRON_WEEKDAY
};

/** What is wrong with a cron expression; empty where nothing is. None at all is fine. */
export function cronFault(cron: string): string {
  if (cron.trim() === '') return '';
  const reading = readCron(cron);
  if (reading.kind === 'times') return '';
  return reading.field === undefined ? FAULT_CRON_COUNT : fillIn(FAULTS[reading.field], reading.text);
}

/** What is wrong with the seconds between looks; empty where nothing is. */
export function secondsFault(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const isFine = Number.isInteger(seconds) && seconds >= FEWEST_SECONDS && seconds <= MOST_SECONDS;
  return isFine ? '' : fillIn(FAULT_SECONDS, `${FEWEST_SECONDS}`, `${MOST_SECONDS}`);
}
