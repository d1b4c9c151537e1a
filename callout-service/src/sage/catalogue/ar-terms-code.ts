import { string } from './column-type.ts';
import { defineTable } from './table.ts';

/** Payment terms; a few dozen rows. Source: Sage 100 file layouts, Accounts Receivable, AR_TermsCode. */
export const arTermsCode = defineTable({
  name: 'AR_TermsCode',
  key: ['TermsCode'],
  columns: {
    TermsCode: string(2),
    TermsCodeDesc: string(30)
  }
});
