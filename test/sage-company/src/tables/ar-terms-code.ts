import { defineTable } from './table-definition.ts';

/** Terms codes. */
export const arTermsCode = defineTable({
  name: 'AR_TermsCode',
  key: 'TermsCode',
  columns: `
    TermsCode:s2 TermsCodeDesc:s30 DueDateADayOfTheMonth:s1 DiscountDateADayOfTheMo:s1
    DiscountCalculationMethod:s1 DaysBeforeDue:n3.0 MinimumDaysAllowedInv:n3.0 DaysBeforeDiscountDue:n3.0
    MinimumDaysAllowedDisc:n3.0 DiscountRate:n8.3 DateCreated:d TimeCreated:s8 UserCreatedKey:s10
    DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
