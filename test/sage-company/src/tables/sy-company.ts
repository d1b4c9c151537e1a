import { defineTable } from './table-definition.ts';

/** Companies (in MAS_SYSTEM at a real site). Only the columns that were seen. */
export const syCompany = defineTable({
  name: 'SY_Company',
  key: 'CompanyCode',
  columns: `
    CompanyCode:s3 CompanyName:s50
  `
});
