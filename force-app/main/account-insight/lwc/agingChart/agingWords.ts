import BASIS_DUE from '@salesforce/label/c.Sage_Aging_Basis_Due_Date';
import BASIS_INVOICE from '@salesforce/label/c.Sage_Aging_Basis_Invoice_Date';
import CHOICE_COMPUTED from '@salesforce/label/c.Sage_Aging_Choice_Computed';
import CHOICE_SAVED from '@salesforce/label/c.Sage_Aging_Choice_Saved';
import CHOICE_STORED from '@salesforce/label/c.Sage_Aging_Choice_Stored';
import COMPUTED from '@salesforce/label/c.Sage_Aging_Caption_Computed';
import COMPUTED_ONE from '@salesforce/label/c.Sage_Aging_Caption_Computed_One';
import CURRENT from '@salesforce/label/c.Sage_Aging_Current';
import DAYS from '@salesforce/label/c.Sage_Aging_Days';
import NUMBERED from '@salesforce/label/c.Sage_Aging_Numbered';
import OVER from '@salesforce/label/c.Sage_Aging_Over';
import SAVED from '@salesforce/label/c.Sage_Aging_Caption_Saved';
import STORED from '@salesforce/label/c.Sage_Aging_Caption_Stored';
import STORED_NEVER from '@salesforce/label/c.Sage_Aging_Caption_Stored_Never';
import { formatDay } from 'c/calendarDay';
import { countInWords, fillIn } from 'c/labelText';
import type { Aging, AgingBucket } from './agingChart';

/** The name of a way of aging in the choice. */
export function agingChoice(kind: Aging['kind']): string {
  return { computed: CHOICE_COMPUTED, stored: CHOICE_STORED, saved: CHOICE_SAVED }[kind];
}

/** Where the amounts come from and what day each is of, in one sentence. */
export function agingCaption(aging: Aging): string {
  const day = aging.day === undefined ? undefined : formatDay(aging.day);
  if (aging.kind === 'saved') return SAVED;
  if (aging.kind === 'stored') return day === undefined ? STORED_NEVER : fillIn(STORED, day);
  const invoices = countInWords(aging.openInvoiceCount ?? 0, { one: COMPUTED_ONE, other: COMPUTED });
  const basis = aging.basis === 'due-date' ? BASIS_DUE : BASIS_INVOICE;
  return [invoices, fillIn(basis, day ?? '')].join(' ');
}

/** The name of a period by its days; by its number, counted from the current one, where they are not known. */
export function bucketName({ fromDays, toDays }: AgingBucket, index: number): string {
  if (fromDays !== undefined && toDays !== undefined) return fillIn(DAYS, `${fromDays}`, `${toDays}`);
  if (fromDays !== undefined) return fillIn(OVER, `${fromDays - 1}`);
  return index === 0 ? CURRENT : fillIn(NUMBERED, `${index}`);
}
