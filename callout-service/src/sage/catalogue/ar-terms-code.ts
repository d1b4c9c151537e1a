import { decimal, string } from './column-type.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Payment terms; a few dozen rows. Source: Sage 100 file layouts, Accounts Receivable, AR_TermsCode. */
export const arTermsCode = defineTable({
  name: 'AR_TermsCode',
  key: ['TermsCode'],
  columns: {
    TermsCode: string(2),
    TermsCodeDesc: string(30),
    DueDateADayOfTheMonth: string(1),
    DiscountDateADayOfTheMo: string(1),
    DaysBeforeDue: decimal(3, 0),
    DaysBeforeDiscountDue: decimal(3, 0),
    DiscountRate: decimal(8, 3),
    ...stampColumns
  }
});
