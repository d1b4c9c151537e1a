import { field, mandatory, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

const amount = { precision: 18, scale: 2 } as const;

/** A product on an order. Its price comes from a price book entry of the order's price book. */
export const orderItem = new ObjectDefinition({
  name: 'OrderItem',
  label: 'Order Product',
  labelPlural: 'Order Products',
  keyPrefix: '802',
  custom: false,
  fields: [
    ...identityFields('Order Product'),
    reference('Product2Id', 'Product ID', 'Product2', 'Product2', {
      updateable: false,
      childRelationshipName: 'OrderItems'
    }),
    reference('OrderId', 'Order ID', 'Order', 'Order', {
      ...mandatory,
      updateable: false,
      masterDetail: true,
      deleteConstraint: 'Cascade',
      childRelationshipName: 'OrderItems'
    }),
    reference('PricebookEntryId', 'Price Book Entry ID', 'PricebookEntry', 'PricebookEntry', {
      updateable: false,
      childRelationshipName: 'OrderItems'
    }),
    reference('OriginalOrderItemId', 'Order Product ID', 'OrderItem', 'OriginalOrderItem', {
      updateable: false,
      childRelationshipName: 'OrderItems'
    }),
    field('AvailableQuantity', 'Available Quantity', 'double', { ...amount, ...readOnly }),
    field('Quantity', 'Quantity', 'double', amount),
    field('UnitPrice', 'Unit Price', 'currency', amount),
    field('ListPrice', 'List Price', 'currency', { ...amount, ...readOnly }),
    field('TotalPrice', 'Total Price', 'currency', { ...amount, ...readOnly }),
    field('ServiceDate', 'Start Date', 'date'),
    field('EndDate', 'End Date', 'date'),
    textField('Description', 'Line Description', 255),
    ...systemFields,
    textField('OrderItemNumber', 'Order Product Number', 30, {
      ...readOnly,
      nillable: false,
      nameField: true,
      autoNumber: '{0000000000}'
    })
  ]
});
