import DOWN from '@salesforce/label/c.Sage_Monitor_Availability_Down';
import DOWN_ICON from '@salesforce/label/c.Sage_Monitor_Availability_Down_Icon';
import LASTS from '@salesforce/label/c.Sage_Monitor_Availability_Lasts';
import OUTAGE from '@salesforce/label/c.Sage_Monitor_Availability_Outage';
import OUTAGES from '@salesforce/label/c.Sage_Monitor_Availability_Outages';
import SAGE from '@salesforce/label/c.Sage_Monitor_System_Sage';
import SALESFORCE from '@salesforce/label/c.Sage_Monitor_System_Salesforce';
import SINCE from '@salesforce/label/c.Sage_Monitor_Availability_Since';
import UNKNOWN from '@salesforce/label/c.Sage_Monitor_Availability_Unknown';
import UP_ICON from '@salesforce/label/c.Sage_Monitor_Availability_Up_Icon';
import LOCALE from '@salesforce/i18n/locale';
import { formatMoment } from 'c/calendarDay';
import { fillIn } from 'c/labelText';
import type { Outage, Presence } from './drawOutages';

export const labels = { down: DOWN_ICON, outages: OUTAGES, unknown: UNKNOWN, up: UP_ICON };

export function systemName(system: Presence['system']): string {
  return { sage: SAGE, salesforce: SALESFORCE }[system];
}

/** The share of time in which it was there, and since when that is known. */
export function presenceInWords({ system, since, upPercent, outages }: Presence): string {
  const percent = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 }).format(upPercent);
  const share = fillIn(SINCE, systemName(system), percent, formatMoment(since));
  const lasting = outages.find(({ to }) => to === undefined);
  return lasting === undefined ? share : `${fillIn(DOWN, formatMoment(lasting.from))} ${share}`;
}

/** From when to when it was away, and the code of the reason where it is known. */
export function outageInWords({ from, to, because }: Outage): string {
  const words =
    to === undefined
      ? fillIn(LASTS, formatMoment(from))
      : fillIn(OUTAGE, formatMoment(from), formatMoment(to));
  return because === undefined ? words : `${words} (${because})`;
}
