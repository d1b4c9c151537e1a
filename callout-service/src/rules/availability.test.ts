import { describe, expect, it } from 'vitest';
import type { InventoryLevel } from '../canonical/inventory-level.ts';
import { availability, availableQuantity } from './availability.ts';

function level(quantities: Partial<InventoryLevel> = {}): InventoryLevel {
  return {
    itemCode: '6655',
    warehouseCode: '000',
    binLocation: null,
    quantityOnHand: '100.000000',
    quantityOnSalesOrder: '30.000000',
    quantityOnBackOrder: '5.500000',
    quantityOnPurchaseOrder: '40.000000',
    quantityOnWorkOrder: '20.000000',
    quantityRequiredForWorkOrder: '12.000000',
    quantityInShipping: '7.000000',
    reorderPointQuantity: '0.000000',
    averageCost: '10.000000',
    createdAt: null,
    updatedAt: null,
    ...quantities
  };
}

describe('availableQuantity', () => {
  it.each([
    { includePurchaseOrders: false, includeWorkOrders: false, available: '64.500000' },
    { includePurchaseOrders: true, includeWorkOrders: false, available: '104.500000' },
    { includePurchaseOrders: false, includeWorkOrders: true, available: '72.500000' },
    { includePurchaseOrders: true, includeWorkOrders: true, available: '112.500000' }
  ])(
    'when purchase orders count: $includePurchaseOrders, work orders: $includeWorkOrders, then $available',
    ({ available, ...settings }) => {
      expect(availableQuantity(level(), settings)).toBe(available);
    }
  );

  it('when more is sold than there is, then what is available is negative', () => {
    const short = level({ quantityOnHand: '1.000000' });
    expect(availableQuantity(short, { includePurchaseOrders: false, includeWorkOrders: false })).toBe(
      '-34.500000'
    );
  });

  it('when goods are in shipping, then they change nothing', () => {
    const settings = { includePurchaseOrders: false, includeWorkOrders: false };
    expect(availableQuantity(level({ quantityInShipping: '99.000000' }), settings)).toBe('64.500000');
  });
});

describe('availability', () => {
  const settings = { includePurchaseOrders: true, includeWorkOrders: false };

  it('when an item lies in several warehouses, then the total is the sum of what each can promise', () => {
    const east = level({
      warehouseCode: '001',
      quantityOnHand: '0.250000',
      quantityOnSalesOrder: '0.000000'
    });
    const answer = availability('6655', [level(), east], settings);
    expect(answer.warehouses.map(({ warehouseCode, available }) => [warehouseCode, available])).toEqual([
      ['000', '104.500000'],
      ['001', '34.750000']
    ]);
    expect(answer).toMatchObject({
      available: '139.250000',
      onHand: '100.250000',
      onPurchaseOrder: '80.000000',
      rule: 'available-1+purchase-orders'
    });
  });

  it('when an item lies nowhere, then nothing is available', () => {
    expect(availability('6655', [], settings)).toMatchObject({ available: '0.000000', warehouses: [] });
  });
});
