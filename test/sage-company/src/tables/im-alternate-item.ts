import { defineTable } from './table-definition.ts';

/** Items to offer in place of another, the first priority first. Columns and keys as in the release 4.40 layout. */
export const imAlternateItem = defineTable({
  name: 'IM_AlternateItem',
  key: 'ItemCode+Priority',
  indexes: ['AlternateItem+ItemCode+Priority'],
  columns: `
    ItemCode:s30 Priority:s14 AlternateItem:s30 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
