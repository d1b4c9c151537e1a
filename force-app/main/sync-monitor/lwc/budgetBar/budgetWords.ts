import EXPECTED from '@salesforce/label/c.Sage_Monitor_Budget_Expected';
import HELD from '@salesforce/label/c.Sage_Monitor_Budget_Held';
import KEY_EXPECTED from '@salesforce/label/c.Sage_Monitor_Budget_Key_Expected';
import KEY_RESERVE from '@salesforce/label/c.Sage_Monitor_Budget_Key_Reserve';
import KEY_USED from '@salesforce/label/c.Sage_Monitor_Budget_Key_Used';
import NO_FORECAST from '@salesforce/label/c.Sage_Monitor_Budget_No_Forecast';
import RESERVE from '@salesforce/label/c.Sage_Monitor_Budget_Reserve';
import UNKNOWN from '@salesforce/label/c.Sage_Monitor_Budget_Unknown';
import USED from '@salesforce/label/c.Sage_Monitor_Budget_Used';
import USED_UP from '@salesforce/label/c.Sage_Monitor_Budget_Used_Up';
import LOCALE from '@salesforce/i18n/locale';
import { formatMoment } from 'c/calendarDay';
import { fillIn } from 'c/labelText';
import type { Budget } from './budgetBar';

export const labels = { expected: KEY_EXPECTED, reserve: KEY_RESERVE, unknown: UNKNOWN, used: KEY_USED };

/** What the bar shows, one fact a sentence. */
export function budgetWords({ used, limit, reserve, heldUntil, forecast }: Budget): readonly string[] {
  const words = [fillIn(USED, number(used), number(limit)), fillIn(RESERVE, number(reserve))];
  if (heldUntil !== undefined) words.push(fillIn(HELD, formatMoment(heldUntil)));
  if (forecast === undefined) return [...words, NO_FORECAST];
  words.push(fillIn(EXPECTED, number(forecast.used), formatMoment(forecast.at)));
  if (forecast.usedUpAt !== undefined) words.push(fillIn(USED_UP, formatMoment(forecast.usedUpAt)));
  return words;
}

function number(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}
