import { company, salespersons, termsCodes, warehouses } from '../abc/company.ts';
import { arSalesperson } from '../tables/ar-salesperson.ts';
import { arTermsCode } from '../tables/ar-terms-code.ts';
import { imWarehouse } from '../tables/im-warehouse.ts';
import { syCompany } from '../tables/sy-company.ts';
import { syUser } from '../tables/sy-user.ts';
import { stamps, userKey } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { inventPerson } from './customer-profile.ts';
import { writeFieldDefinitions } from './field-definitions.ts';

/** Writes what a company is set up with before it trades: itself, users, terms, warehouses, salespersons. */
export function writeSetUp(draft: CompanyDraft): void {
  const random = draft.random.fork('set-up');
  draft.writer.write(syCompany, company);
  writeFieldDefinitions(draft);
  for (let position = 1; position <= draft.profile.users; position += 1) writeUser(draft, position);
  for (const terms of termsCodes)
    draft.writer.write(arTermsCode, {
      TermsCode: terms.code,
      TermsCodeDesc: terms.description,
      DueDateADayOfTheMonth: 'N',
      DaysBeforeDue: terms.daysBeforeDue,
      DaysBeforeDiscountDue: terms.daysBeforeDiscountDue,
      DiscountRate: terms.discountRate,
      ...stamps(draft, random)
    });
  for (const { code, description } of warehouses.slice(0, draft.profile.warehouses))
    draft.writer.write(imWarehouse, {
      WarehouseCode: code,
      WarehouseDesc: description,
      ...stamps(draft, random)
    });
  for (const { divisionNo, no, name } of salespersons)
    draft.writer.write(arSalesperson, {
      SalespersonDivisionNo: divisionNo,
      SalespersonNo: no,
      SalespersonName: name,
      CommissionRate: '5',
      ...stamps(draft, random)
    });
}

function writeUser(draft: CompanyDraft, position: number): void {
  const { given, family } = inventPerson(draft.random.fork(`user ${position}`));
  draft.writer.write(syUser, {
    UserKey: userKey(position),
    UserCode: `${given.slice(0, 1)}${family.slice(0, 2)}`.toUpperCase(),
    UserLogon: `${given}${position}`.toLowerCase(),
    FirstName: given,
    LastName: family,
    Active: 'Y',
    Locked: 'N',
    External: 'N',
    EnableCSODBC: position === 1 ? 'Y' : 'N',
    EnableWebServicesForUser: 'N',
    EmailAddress: `${given}.${family}@abc.example`.toLowerCase()
  });
}
