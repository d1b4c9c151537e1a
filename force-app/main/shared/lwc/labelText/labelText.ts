/** Puts values into the words of custom labels. */
import LOCALE from '@salesforce/i18n/locale';

/** The forms of a counted noun. A language without its own form for a count takes `other`. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Replaces `{0}`, `{1}`, … by the values. A mark without a value stays, so that a wrong label is seen. */
export function fillIn(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (mark, index: string) => values[Number(index)] ?? mark);
}

/** The form that belongs to the count in the user's language, with the count in place of `{0}`. */
export function countInWords(count: number, forms: PluralForms, locale: string = LOCALE): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return fillIn(form, new Intl.NumberFormat(locale).format(count));
}
