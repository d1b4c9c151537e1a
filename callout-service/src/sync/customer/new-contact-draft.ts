import { contactDraftSchema, type ContactDraft } from '../../canonical/drafts/contact-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { toSagePhone } from '../../rules/phone/phone.ts';
import { contactValues } from '../../rules/written-values/master-values.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import { valueFaults } from '../../rules/written-values/value-faults.ts';
import type { SourceContact } from '../order-out/order-source.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { nameOf } from './contact-code.ts';
import { pairedValues } from './field-pair-values.ts';
import { optionalValues } from './optional-values.ts';
import { lengthOf, type SageColumns } from './sage-columns.ts';

/** A contact to be made, what is at fault with it, and what was left out, for people. */
export interface NewContactDraft {
  readonly draft: ContactDraft;
  readonly faults: readonly FieldFault[];
  readonly leftOut: readonly string[];
}

/** A name that does not fit is a fault; a title, salutation, phone or e-mail that does not fit is left out. */
export function newContactDraft(
  key: { readonly customerNo: string; readonly contactCode: string },
  contact: SourceContact,
  settings: IntegrationSettings,
  { table, addresses }: SageColumns
): NewContactDraft {
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
  const optional = optionalValues(table, [
    { name: 'title', field: 'contactTitle', column: 'ContactTitle', value: contact.title },
    { name: 'salutation', field: 'salutation', column: 'Salutation', value: contact.salutation },
    { name: 'e-mail', field: 'emailAddress', column: 'EmailAddress', value: contact.email },
    { name: 'phone', field: 'telephoneNo1', column: 'TelephoneNo1', value: phone.telephoneNo },
    { name: 'extension', field: 'telephoneExt1', column: 'TelephoneExt1', value: phone.telephoneExt },
    { name: 'mobile phone', field: 'telephoneNo2', column: 'TelephoneNo2', value: mobile.telephoneNo }
  ]);
  const pairs = pairedValues(settings.fieldPairs, 'Contact', contact.row);
  const { userDefinedFields } = pairs;
  const wanted = {
    contactName: nameOf(contact),
    ...optional.values,
    ...pairs.fields,
    ...key,
    ...(Object.keys(userDefinedFields).length > 0 && { userDefinedFields })
  };
  const { draft, faults } = parsed(wanted, key);
  return {
    draft,
    faults: [...valueFaults(contactValues(draft), table), ...pairs.faults, ...faults],
    leftOut: optional.leftOut
  };
}

function parsed(
  wanted: { readonly customerNo: string; readonly contactCode: string } & Readonly<Record<string, unknown>>,
  key: { readonly customerNo: string; readonly contactCode: string }
): { draft: ContactDraft; faults: readonly FieldFault[] } {
  const read = contactDraftSchema.safeParse(wanted);
  if (read.success) return { draft: read.data, faults: [] };
  const faults = read.error.issues.map(({ path, message }) =>
    fieldFault('LB756', { field: path.join('.'), value: '' }, message)
  );
  return { draft: key, faults };
}
