import { optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/** The companies of an installation, in MAS_SYSTEM. Source: Sage 100, Library Master, Company Maintenance. */
export const syCompany = defineTable({
  name: 'SY_Company',
  key: ['CompanyCode'],
  columns: { CompanyCode: string(3), CompanyName: optionalString(50) }
});
