import type { ContactDraft } from '../../canonical/drafts/contact-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { pairedValues } from '../../rules/order-draft/paired-values.ts';
import { toSagePhone } from '../../rules/phone/phone.ts';
import { contactValues } from '../../rules/written-values/master-values.ts';
import { valueFaults } from '../../rules/written-values/value-faults.ts';
import type { SourceContact } from '../order-out/order-source.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { pairableContactFields } from '../settings/pairable-fields.ts';
import { nameOf } from './contact-code.ts';
import { optionalValues, withoutBlanks } from './optional-values.ts';
import { lengthOf, type SageColumns } from './sage-columns.ts';

/** A contact to be made, what is at fault with it, and what was left out, for people. */
export interface NewContactDraft {
  readonly draft: ContactDraft;
  readonly faults: readonly FieldFault[];
  readonly leftOut: readonly string[];
}

interface ContactPlace {
  readonly customerNo: string;
  readonly contactCode: string;
}

/** A name that does not fit is a fault; a title, salutation, phone or e-mail that does not fit is left out. */
export function newContactDraft(
  key: ContactPlace,
  contact: SourceContact,
  settings: IntegrationSettings,
  columns: SageColumns
): NewContactDraft {
  const optional = optionalPart(contact, columns);
  const ofContacts = settings.fieldPairs.filter(({ object }) => object === 'Contact');
  const pairs = pairedValues(ofContacts, contact.row, pairableContactFields, columns.timeZone);
  const userDefinedFields = withoutBlanks(pairs.userDefinedFields);
  const draft = {
    contactName: nameOf(contact),
    ...optional.values,
    ...withoutBlanks(pairs.fields),
    ...key,
    ...(Object.keys(userDefinedFields).length > 0 && { userDefinedFields })
  };
  const faults = [...valueFaults(contactValues(draft), columns.table), ...pairs.faults];
  return { draft, faults, leftOut: optional.leftOut };
}

function optionalPart(contact: SourceContact, { table, addresses }: SageColumns) {
  const { businessCountry } = addresses;
  const lengths = {
    telephoneNo: lengthOf(table, 'TelephoneNo1') ?? 17,
    telephoneExt: lengthOf(table, 'TelephoneExt1') ?? 5
  };
  const dialled = (text: string | null) => {
    const answer = toSagePhone(text, { lengths, country: null, businessCountry });
    return answer.fits ? answer.phone : { telephoneNo: text, telephoneExt: null };
  };
  const [phone, mobile] = [dialled(contact.phone), dialled(contact.mobilePhone)];
  return optionalValues(table, [
    { name: 'title', field: 'contactTitle', column: 'ContactTitle', value: contact.title },
    { name: 'salutation', field: 'salutation', column: 'Salutation', value: contact.salutation },
    { name: 'e-mail', field: 'emailAddress', column: 'EmailAddress', value: contact.email },
    { name: 'phone', field: 'telephoneNo1', column: 'TelephoneNo1', value: phone.telephoneNo },
    { name: 'extension', field: 'telephoneExt1', column: 'TelephoneExt1', value: phone.telephoneExt },
    { name: 'mobile phone', field: 'telephoneNo2', column: 'TelephoneNo2', value: mobile.telephoneNo }
  ]);
}
