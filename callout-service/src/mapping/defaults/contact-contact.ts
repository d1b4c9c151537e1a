import type { MappingContent } from '../mapping-content.ts';
import { addressBothWays } from './address-maps.ts';
import { bothWays, neverEmptied } from './field-maps.ts';
import { nationalPhone } from './shared-transforms.ts';

/** People at customers, who are kept in both systems; the newer change prevails. */
export const contactContact: MappingContent = {
  object: 'Contact-contact',
  direction: 'both',
  master: 'sage',
  create: { inSalesforce: true, inSage: true },
  filter: { sage: [], salesforce: [] },
  matchKeys: [['email'], ['name']],
  fields: [
    neverEmptied(
      bothWays('name', 'contactName', ['FirstName', 'LastName'], 'newest', { kind: 'person-name' })
    ),
    bothWays('salutation', 'salutation', 'Salutation', 'newest'),
    bothWays('title', 'contactTitle', 'Title', 'newest'),
    bothWays('email', 'emailAddress', 'Email', 'newest'),
    bothWays('phone', ['telephoneNo1', 'telephoneExt1'], 'Phone', 'newest', nationalPhone),
    bothWays('second-phone', ['telephoneNo2', 'telephoneExt2'], 'OtherPhone', 'newest', nationalPhone),
    bothWays('fax', 'faxNo', 'Fax', 'newest', nationalPhone),
    ...addressBothWays('address', 'Mailing', 'newest'),
    bothWays('notes', 'notes', 'Description', 'newest')
  ]
};
