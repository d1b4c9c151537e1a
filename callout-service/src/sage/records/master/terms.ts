import type { Terms } from '../../../canonical/terms.ts';
import { arTermsCode } from '../../catalogue/ar-terms-code.ts';
import { flag } from '../../decode/code-value.ts';
import { defineRecord } from '../definition.ts';
import { code } from '../key-segments.ts';

/** AR_TermsCode. */
export const terms = defineRecord({
  table: arTermsCode,
  segments: (termsCode: string) => [code(termsCode)],
  toEntity: ({ row, stamps }): Terms => ({
    termsCode: row.TermsCode,
    description: row.TermsCodeDesc,
    dueOnDayOfMonth: flag(row.DueDateADayOfTheMonth),
    daysBeforeDue: Number(row.DaysBeforeDue),
    discountOnDayOfMonth: flag(row.DiscountDateADayOfTheMo),
    daysBeforeDiscountDue: Number(row.DaysBeforeDiscountDue),
    discountRate: row.DiscountRate,
    ...stamps
  })
});
