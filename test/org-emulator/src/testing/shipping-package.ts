import { join } from 'node:path';

/** A package with a master, details, formulas, rules and summaries. */
export const shippingPackage = join(import.meta.dirname, '../../fixtures/data-rules');

/** An administrator who may write all of the shipping package's fields. */
export const shipper = {
  username: 'shipper@ledger-bridge.example',
  firstName: 'Sheila',
  lastName: 'Shipper',
  alias: 'shipper',
  profile: 'System Administrator',
  permissionSets: ['Shipping']
};
