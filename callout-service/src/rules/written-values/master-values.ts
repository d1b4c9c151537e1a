import type { ContactDraft } from '../../canonical/drafts/contact-draft.ts';
import type { CustomerDraft } from '../../canonical/drafts/customer-draft.ts';
import type { ItemDraft } from '../../canonical/drafts/item-draft.ts';
import type { ShipToDraft } from '../../canonical/drafts/ship-to-draft.ts';
import { ValueList, type WrittenValue } from './written-value.ts';

type AddressDraft = CustomerDraft['address'];

/** Source: Sage 100 file layouts, AR_Customer. */
export function customerValues(draft: CustomerDraft): readonly WrittenValue[] {
  const list = new ValueList().add('text', 'CustomerName', 'customerName', draft.customerName);
  addAddress(list, draft.address, '');
  return list
    .add('text', 'TelephoneNo', 'telephoneNo', draft.telephoneNo)
    .add('text', 'TelephoneExt', 'telephoneExt', draft.telephoneExt)
    .add('text', 'FaxNo', 'faxNo', draft.faxNo)
    .add('text', 'EmailAddress', 'emailAddress', draft.emailAddress)
    .add('text', 'URLAddress', 'urlAddress', draft.urlAddress)
    .add('code', 'ContactCode', 'contactCode', draft.contactCode)
    .add('code', 'TermsCode', 'termsCode', draft.termsCode)
    .addSalesperson('salesperson', draft.salesperson)
    .add('text', 'TaxSchedule', 'taxSchedule', draft.taxSchedule)
    .add('code', 'PriceLevel', 'priceLevel', draft.priceLevel)
    .add('code', 'CustomerType', 'customerType', draft.customerType)
    .add('text', 'ShipMethod', 'shipMethod', draft.shipMethod)
    .add('text', 'Comment', 'comment', draft.comment)
    .add('text', 'SortField', 'sortField', draft.sortField)
    .add('number', 'CreditLimit', 'creditLimit', draft.creditLimit)
    .addFlag('CreditHold', 'creditHold', draft.creditHold)
    .addUserDefined(draft.userDefinedFields).values;
}

/** Source: Sage 100 file layouts, AR_CustomerContact. */
export function contactValues(draft: ContactDraft): readonly WrittenValue[] {
  const list = new ValueList().add('text', 'ContactName', 'contactName', draft.contactName);
  addAddress(list, draft.address, '');
  return list
    .add('text', 'ContactTitle', 'contactTitle', draft.contactTitle)
    .add('text', 'Salutation', 'salutation', draft.salutation)
    .add('text', 'TelephoneNo1', 'telephoneNo1', draft.telephoneNo1)
    .add('text', 'TelephoneExt1', 'telephoneExt1', draft.telephoneExt1)
    .add('text', 'TelephoneNo2', 'telephoneNo2', draft.telephoneNo2)
    .add('text', 'TelephoneExt2', 'telephoneExt2', draft.telephoneExt2)
    .add('text', 'FaxNo', 'faxNo', draft.faxNo)
    .add('text', 'EmailAddress', 'emailAddress', draft.emailAddress)
    .add('text', 'ContactNotes', 'notes', draft.notes)
    .addUserDefined(draft.userDefinedFields).values;
}

/** Source: Sage 100 file layouts, SO_ShipToAddress; its address columns carry a prefix. */
export function shipToValues(draft: ShipToDraft): readonly WrittenValue[] {
  const list = new ValueList().add('text', 'ShipToName', 'name', draft.name);
  addAddress(list, draft.address, 'ShipTo');
  return list
    .add('text', 'TelephoneNo', 'telephoneNo', draft.telephoneNo)
    .add('text', 'TelephoneExt', 'telephoneExt', draft.telephoneExt)
    .add('text', 'FaxNo', 'faxNo', draft.faxNo)
    .add('text', 'EmailAddress', 'emailAddress', draft.emailAddress)
    .add('code', 'ContactCode', 'contactCode', draft.contactCode)
    .addSalesperson('salesperson', draft.salesperson)
    .add('code', 'WarehouseCode', 'warehouseCode', draft.warehouseCode)
    .add('text', 'TaxSchedule', 'taxSchedule', draft.taxSchedule)
    .add('text', 'ShipVia', 'shipVia', draft.shipVia)
    .addUserDefined(draft.userDefinedFields).values;
}

const PRODUCT_TYPES = { finished: 'F', raw: 'R', discontinued: 'D', kit: 'K' } as const;

/** Source: Sage 100 file layouts, CI_Item. */
export function itemValues(draft: ItemDraft): readonly WrittenValue[] {
  return new ValueList()
    .add('text', 'ItemCodeDesc', 'itemCodeDesc', draft.itemCodeDesc)
    .add('code', 'ProductLine', 'productLine', draft.productLine)
    .add('code', 'ProductType', 'productType', draft.productType && PRODUCT_TYPES[draft.productType])
    .add('code', 'StandardUnitOfMeasure', 'standardUnitOfMeasure', draft.standardUnitOfMeasure)
    .add('code', 'SalesUnitOfMeasure', 'salesUnitOfMeasure', draft.salesUnitOfMeasure)
    .add('code', 'PurchaseUnitOfMeasure', 'purchaseUnitOfMeasure', draft.purchaseUnitOfMeasure)
    .add('number', 'StandardUnitPrice', 'standardUnitPrice', draft.standardUnitPrice)
    .add('number', 'StandardUnitCost', 'standardUnitCost', draft.standardUnitCost)
    .add('number', 'SuggestedRetailPrice', 'suggestedRetailPrice', draft.suggestedRetailPrice)
    .add('code', 'PriceCode', 'priceCode', draft.priceCode)
    .add('code', 'TaxClass', 'taxClass', draft.taxClass)
    .add('code', 'DefaultWarehouseCode', 'defaultWarehouseCode', draft.defaultWarehouseCode)
    .addFlag('InactiveItem', 'inactive', draft.inactive)
    .addUserDefined(draft.userDefinedFields).values;
}

/** Ship-to addresses say Address1 where all others say AddressLine1. */
function addAddress(list: ValueList, address: AddressDraft, prefix: '' | 'ShipTo'): void {
  const line = prefix === '' ? 'AddressLine' : 'ShipToAddress';
  list
    .add('text', `${line}1`, 'address.addressLine1', address?.addressLine1)
    .add('text', `${line}2`, 'address.addressLine2', address?.addressLine2)
    .add('text', `${line}3`, 'address.addressLine3', address?.addressLine3)
    .add('text', `${prefix}City`, 'address.city', address?.city)
    .add('text', `${prefix}State`, 'address.state', address?.state)
    .add('text', `${prefix}ZipCode`, 'address.zipCode', address?.zipCode)
    .add('text', `${prefix}CountryCode`, 'address.countryCode', address?.countryCode);
}
