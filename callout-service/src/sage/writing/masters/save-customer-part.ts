import { formatCustomerKey } from '../../../canonical/customer-key.ts';
import type { ContactDraft } from '../../../canonical/drafts/contact-draft.ts';
import type { ShipToDraft } from '../../../canonical/drafts/ship-to-draft.ts';
import { contactValues, shipToValues } from '../../../rules/written-values/master-values.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import type { WriteReceipt } from '../../port/sage-writer.ts';
import { code } from '../../records/key-segments.ts';
import type { WritingParts } from '../writing-parts.ts';
import { customerKeyOf, customerKeyValues, keyValue } from './customer-keys.ts';
import { referenceFaults } from './references.ts';
import { saveMaster } from './save-master.ts';

/** Creates or changes a contact of a customer. */
export async function saveContact(draft: ContactDraft, parts: WritingParts): Promise<WriteReceipt> {
  const customer = customerKeyOf(draft.customerNo);
  return saveMaster(
    {
      table: 'AR_CustomerContact',
      kind: businessObjectKinds.contact,
      key: [...customerKeyValues(customer), keyValue('ContactCode', 'contactCode', code(draft.contactCode))],
      displayKey: `${formatCustomerKey(customer)}/${code(draft.contactCode)}`,
      values: contactValues(draft),
      requiredWhenNew: { ContactName: 'contactName' },
      referenceFaults: () => referenceFaults({ customerNo: draft.customerNo }, parts.records)
    },
    parts
  );
}

/** Creates or changes a ship-to address of a customer. */
export async function saveShipTo(draft: ShipToDraft, parts: WritingParts): Promise<WriteReceipt> {
  const customer = customerKeyOf(draft.customerNo);
  return saveMaster(
    {
      table: 'SO_ShipToAddress',
      kind: businessObjectKinds.shipTo,
      key: [...customerKeyValues(customer), keyValue('ShipToCode', 'shipToCode', code(draft.shipToCode))],
      displayKey: `${formatCustomerKey(customer)}/${code(draft.shipToCode)}`,
      values: shipToValues(draft),
      requiredWhenNew: {},
      referenceFaults: () => referenceFaults(draft, parts.records)
    },
    parts
  );
}
