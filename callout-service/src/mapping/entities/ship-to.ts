import type { ShipToAddress } from '../../canonical/ship-to-address.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { addressFields, ALWAYS, fieldsOf, stampFields, WHEN_NEW } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('SO_ShipToAddress');
const { text, code, flag } = of;

/** SO_ShipToAddress. Whose address it is follows from the parent account. */
export const shipToEntity = describeEntity<ShipToAddress>({
  entity: 'ship-to',
  label: 'Ship-to address',
  table: 'SO_ShipToAddress',
  fields: [
    text('customerKey', 'Customer with division', null),
    text('arDivisionNo', 'Division', 'ARDivisionNo'),
    text('customerNo', 'Customer number', 'CustomerNo'),
    code('shipToCode', 'Ship-to code', 'ShipToCode', { ...WHEN_NEW, required: true }),
    text('name', 'Name', 'ShipToName', ALWAYS),
    ...addressFields(of, { name: 'address', columns: 'ShipTo', options: ALWAYS }),
    flag('residential', 'Residential address', 'ResidentialAddress'),
    text('telephoneNo', 'Phone', 'TelephoneNo', ALWAYS),
    text('telephoneExt', 'Phone extension', 'TelephoneExt', ALWAYS),
    text('faxNo', 'Fax', 'FaxNo', ALWAYS),
    text('emailAddress', 'E-mail', 'EmailAddress', ALWAYS),
    code('contactCode', 'Contact', 'ContactCode', ALWAYS),
    code('salesperson', 'Salesperson', 'SalespersonNo', ALWAYS),
    code('warehouseCode', 'Warehouse', 'WarehouseCode', ALWAYS),
    code('taxSchedule', 'Tax schedule', 'TaxSchedule', ALWAYS),
    code('shipVia', 'Ship via', 'ShipVia', ALWAYS),
    ...stampFields(of)
  ],
  keyOf: recordKeys.shipTo,
  workedOut: (shipTo) => ({ customerKey: recordKeys.customer(shipTo) }),
  changedAt: lastStamp
});
