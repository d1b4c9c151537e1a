import type { Contact } from '../../canonical/contact.ts';
import { parseCustomerKey } from '../../canonical/customer-key.ts';
import { comparableText, textOrNull } from '../../rules/address/comparable-text.ts';
import type { SourceContact } from '../order-out/order-source.ts';
import { freeContactCode, nameOf } from './contact-code.ts';
import { writerOf } from './created-customer.ts';
import { linkBoth } from './customer-links.ts';
import { newContactDraft } from './new-contact-draft.ts';
import { refuseFaults } from './refuse.ts';
import type { Resolving } from './resolving.ts';
import { lengthOf, sageColumns } from './sage-columns.ts';

/** The contact of an order in Sage. */
export interface ResolvedContact {
  /** As `01-ABF/ARTIE JOHN`; undefined when the person belongs to another customer, or several may be meant. */
  readonly contactKey: string | undefined;
  readonly story: string;
}

/**
 * The person among the customer's contacts: by the key on the contact, by the link, by e-mail, by name; else made. No order
 * waits because of a person: one who belongs to another customer, or who may be several, is left out, and it is told.
 */
export async function resolvedContact(
  customerNo: string,
  contact: SourceContact,
  resolving: Resolving
): Promise<ResolvedContact> {
  const { store } = resolving;
  const link = await store.links.bySalesforceId('contact', contact.id);
  const known = textOrNull(contact.sageContactKey) ?? link?.sageKey;
  if (known !== undefined && !known.startsWith(`${customerNo}/`))
    return { contactKey: undefined, story: `The contact belongs to another customer (${known}).` };
  const contacts = await contactsOf(customerNo, resolving);
  if (known !== undefined) return knownContact(known, { customerNo, contact, contacts }, resolving);
  const free = await notLinked(customerNo, contacts, resolving);
  const matches = matching(contact, free);
  const [match, ...others] = matches;
  if (others.length > 0)
    return { contactKey: undefined, story: `${matches.length} contacts in Sage match, so none was chosen.` };
  if (match === undefined) return createdContact(undefined, { customerNo, contact, contacts }, resolving);
  return linked(`${customerNo}/${match.contactCode}`, contact, resolving, 'was recognised');
}

interface Asked {
  readonly customerNo: string;
  readonly contact: SourceContact;
  /** Every contact that the customer has. */
  readonly contacts: readonly Contact[];
}

/** A key that Sage does not have any more is made again under its own code. */
async function knownContact(key: string, asked: Asked, resolving: Resolving): Promise<ResolvedContact> {
  const code = key.slice(asked.customerNo.length + 1);
  if (!asked.contacts.some(({ contactCode }) => contactCode === code))
    return createdContact(code, asked, resolving);
  return linked(key, asked.contact, resolving, 'is known');
}

async function createdContact(
  code: string | undefined,
  { customerNo, contact, contacts }: Asked,
  resolving: Resolving
): Promise<ResolvedContact> {
  const { sage, settings } = resolving;
  const columns = await sageColumns('AR_CustomerContact', settings.businessCountry, resolving);
  const taken = new Set(contacts.map(({ contactCode }) => contactCode));
  const length = lengthOf(columns.table, 'ContactCode') ?? 10;
  const contactCode = code ?? freeContactCode(nameOf(contact), taken, length);
  const { draft, faults, leftOut } = newContactDraft({ customerNo, contactCode }, contact, settings, columns);
  refuseFaults(faults, `Contact ${contact.id}`);
  const receipt = await writerOf(sage.writer).saveContact(draft);
  const made = await linked(receipt.key, contact, resolving, 'was made');
  if (leftOut.length === 0) return made;
  return { ...made, story: `${made.story} Too long for Sage, so left out: ${leftOut.join(', ')}.` };
}

async function linked(
  key: string,
  contact: SourceContact,
  { store }: Resolving,
  how: string
): Promise<ResolvedContact> {
  const pair = { entity: 'contact', salesforceId: contact.id, sageKey: key } as const;
  await linkBoth(store, { ...pair, agreed: null, held: contact.sageContactKey });
  return { contactKey: key, story: `Contact ${key} ${how}.` };
}

async function contactsOf(customerNo: string, { sage }: Resolving): Promise<readonly Contact[]> {
  const key = parseCustomerKey(customerNo);
  const contacts: Contact[] = [];
  if (key === undefined) return contacts;
  for await (const page of sage.records.contacts.of(key)) contacts.push(...page);
  return contacts;
}

/** Contacts that stand for no other person of Salesforce yet. */
async function notLinked(
  customerNo: string,
  contacts: readonly Contact[],
  { store }: Resolving
): Promise<readonly Contact[]> {
  const keys = contacts.map(({ contactCode }) => `${customerNo}/${contactCode}`);
  const links = await store.links.bySageKeys('contact', keys);
  const taken = new Set(links.map(({ sageKey }) => sageKey));
  return contacts.filter((_, index) => !taken.has(keys[index] ?? ''));
}

/** By e-mail, then by name; where one e-mail is several people's, the name decides among them. */
function matching(contact: SourceContact, contacts: readonly Contact[]): readonly Contact[] {
  const email = contact.email?.trim().toLowerCase() ?? '';
  const name = comparableText(nameOf(contact));
  const byEmail =
    email === '' ? [] : contacts.filter((each) => each.emailAddress?.trim().toLowerCase() === email);
  if (byEmail.length === 1) return byEmail;
  const among = byEmail.length > 1 ? byEmail : contacts;
  const byName = among.filter((each) => name !== '' && comparableText(each.contactName ?? '') === name);
  return byName.length > 0 ? byName : byEmail;
}
