import { parseCustomerKey } from '../../../canonical/customer-key.ts';
import type { Contact } from '../../../canonical/contact.ts';
import { contactDraftSchema } from '../../../canonical/drafts/contact-draft.ts';
import { collect } from '../../../inquiry/collect.ts';
import { contactEntity } from '../../../mapping/entities/contact.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { SageWriter, WriteReceipt } from '../../../sage/port/sage-writer.ts';
import { freeContactCode } from '../../customer/contact-code.ts';
import { createOneAtATime } from '../../customer/one-at-a-time.ts';
import type { NewRecordParts, SageTarget } from '../object-pair.ts';
import { customerOf } from './customer-of.ts';
import { draftOf, draftParts } from './draft-of.ts';

/** AR_CustomerContact.ContactCode, where the data source does not tell its length. */
const CODE_LENGTH = 10;

/** Two new contacts of a customer at the same moment would find the same code free. */
const turns = createOneAtATime();

/**
 * Writes a contact of the account's customer. The code of a new one is made from the name. Sage keeps no key of a request
 * for a contact, so one that says exactly the same and is nobody else's is taken for that of an earlier try.
 */
export async function saveContact(
  writer: SageWriter,
  values: FieldValues,
  target: SageTarget
): Promise<WriteReceipt> {
  const { customerNo, code } = customerOf(target, 'AccountId');
  const subject =
    target.key === undefined ? `Contact ${target.salesforceId}` : `AR_CustomerContact ${target.key}`;
  const parts = draftParts(contactEntity, values, { isNew: code === undefined, subject });
  const write = (contactCode: string) =>
    writer.saveContact(draftOf(contactDraftSchema, { ...parts, customerNo, contactCode }, subject));
  if (code !== undefined) return write(code);
  return turns.run(customerNo, async () => write(await codeFor(customerNo, values, target.forNew)));
}

async function codeFor(customerNo: string, values: FieldValues, parts: NewRecordParts): Promise<string> {
  const contacts = await contactsOf(customerNo, parts);
  const same = contacts.filter((contact) => says(contact, values));
  const linked = await parts.linked(same.map((contact) => contactEntity.keyOf(contact)));
  const earlier = same.find((contact) => !linked.has(contactEntity.keyOf(contact)));
  if (earlier !== undefined) return earlier.contactCode;
  const table = await parts.catalogue.describe('AR_CustomerContact');
  const length = table?.columns.find(({ name }) => name === 'ContactCode')?.length ?? CODE_LENGTH;
  const taken = new Set(contacts.map(({ contactCode }) => contactCode));
  return freeContactCode(String(values['contactName'] ?? ''), taken, length);
}

async function contactsOf(customerNo: string, { records }: NewRecordParts): Promise<readonly Contact[]> {
  const customer = parseCustomerKey(customerNo);
  return customer === undefined ? [] : collect(records.contacts.of(customer));
}

function says(contact: Contact, values: FieldValues): boolean {
  const known = contactEntity.valuesOf(contact);
  return Object.entries(values).every(([name, value]) => value === (known[name] ?? null));
}
