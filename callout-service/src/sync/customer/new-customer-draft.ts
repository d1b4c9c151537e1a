import type { CustomerDraft } from '../../canonical/drafts/customer-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { addressDraft, toSageAddress } from '../../rules/address/to-sage-address.ts';
import { pairedValues } from '../../rules/order-draft/paired-values.ts';
import { toSagePhone } from '../../rules/phone/phone.ts';
import { customerValues } from '../../rules/written-values/master-values.ts';
import { valueFaults } from '../../rules/written-values/value-faults.ts';
import type { SourceAccount } from '../order-out/order-source.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { pairableCustomerFields } from '../settings/pairable-fields.ts';
import { addressOf } from './company-facts.ts';
import { optionalValues, withoutBlanks } from './optional-values.ts';
import { fieldOfSalesforce } from './refuse.ts';
import { lengthOf, type SageColumns } from './sage-columns.ts';

/** A customer to be made, everything that is at fault with it, and what was left out, for people. */
export interface NewCustomerDraft {
  readonly draft: CustomerDraft;
  readonly faults: readonly FieldFault[];
  readonly leftOut: readonly string[];
}

/**
 * The customer that an account becomes: name, address, phone, and the defaults of the configuration, over which field
 * pairs win. A name, address or phone that does not fit is a fault, never cut off; fax, e-mail and website that do not fit
 * are left out, and it is told, since no order should wait for them.
 */
export function newCustomerDraft(
  account: SourceAccount,
  settings: IntegrationSettings,
  columns: SageColumns
): NewCustomerDraft {
  const address = addressPart(account, columns);
  const phone = phonePart(account, columns);
  const extras = extraPart(account, columns);
  const pairs = accountPairs(account, settings, columns);
  const draft = {
    requestKey: account.id,
    customerName: account.name.trim(),
    ...address.values,
    ...phone.values,
    ...extras.values,
    ...defaultsOf(settings),
    ...pairs.fields,
    arDivisionNo: settings.newCustomer.division,
    ...(Object.keys(pairs.userDefinedFields).length > 0 && { userDefinedFields: pairs.userDefinedFields })
  };
  const written = valueFaults(customerValues(draft), columns.table);
  const renamed = written.map((fault) => ({ ...fault, field: fieldOfSalesforce(fault.field) }));
  return {
    draft,
    faults: [...renamed, ...address.faults, ...phone.faults, ...pairs.faults],
    leftOut: extras.leftOut
  };
}

/** What is blank in Salesforce is left out, so that Sage fills it in. */
function accountPairs(
  account: SourceAccount,
  { fieldPairs }: IntegrationSettings,
  { timeZone }: SageColumns
) {
  const pairs = fieldPairs.filter(({ object }) => object === 'Account');
  const { fields, userDefinedFields, faults } = pairedValues(
    pairs,
    account.row,
    pairableCustomerFields,
    timeZone
  );
  return { fields: withoutBlanks(fields), userDefinedFields: withoutBlanks(userDefinedFields), faults };
}

/** The parts of an account's address in Sage's shape, with faults named as the fields of Salesforce are. */
function addressPart(account: SourceAccount, { addresses }: SageColumns) {
  const { address, prefix } = addressOf(account);
  const answer = toSageAddress(address, addresses);
  if (answer.fits) return { values: { address: addressDraft(answer.address) }, faults: [] };
  return {
    values: {},
    faults: answer.faults.map((fault) => ({ ...fault, field: named(prefix, fault.field) }))
  };
}

function named(prefix: 'Billing' | 'Shipping', field: string): string {
  return `${prefix}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

/** How a phone number of the account is read and written. */
export function phoneSettings(account: SourceAccount, { table, addresses }: SageColumns) {
  const lengths = {
    telephoneNo: lengthOf(table, 'TelephoneNo') ?? 17,
    telephoneExt: lengthOf(table, 'TelephoneExt') ?? 5
  };
  return { lengths, country: addressOf(account).address.country, businessCountry: addresses.businessCountry };
}

function phonePart(account: SourceAccount, columns: SageColumns) {
  const answer = toSagePhone(account.phone, phoneSettings(account, columns));
  if (!answer.fits)
    return { values: {}, faults: answer.faults.map((fault) => ({ ...fault, field: 'Phone' })) };
  const { telephoneNo, telephoneExt } = answer.phone;
  return { values: telephoneNo === null ? {} : { telephoneNo, telephoneExt }, faults: [] };
}

function extraPart(account: SourceAccount, columns: SageColumns) {
  const fax = toSagePhone(account.fax, phoneSettings(account, columns));
  const wanted = [
    { name: 'fax', field: 'faxNo', column: 'FaxNo', value: fax.fits ? fax.phone.telephoneNo : account.fax },
    { name: 'e-mail', field: 'emailAddress', column: 'EmailAddress', value: account.email },
    { name: 'website', field: 'urlAddress', column: 'URLAddress', value: account.website }
  ];
  return optionalValues(columns.table, wanted);
}

function defaultsOf({ newCustomer }: IntegrationSettings) {
  const { termsCode, taxSchedule, salesperson } = newCustomer;
  return {
    ...(termsCode !== null && { termsCode }),
    ...(taxSchedule !== null && { taxSchedule }),
    ...(salesperson !== null && { salesperson })
  };
}
