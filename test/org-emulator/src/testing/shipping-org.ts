import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg, StartOptions } from '../index.ts';
import { connect, startTestOrg } from './test-org.ts';

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

/** Starts an org with the shipping package on a free port. */
export function startShippingOrg(options: Partial<StartOptions> = {}): Promise<RunningOrg> {
  return startTestOrg({
    packageDirectory: shippingPackage,
    certificates: {},
    externalClientApps: [],
    users: [shipper],
    ...options
  });
}

/** jsforce as the shipper. */
export function connectShipper(org: RunningOrg): Promise<Connection> {
  return connect(org, shipper.username);
}

/** Creates a record by jsforce and answers its id; rejects with jsforce's error. */
export async function create(
  connection: Connection,
  object: string,
  values: Record<string, unknown>
): Promise<string> {
  const result = await connection.sobject(object).create(values);
  if (!result.success) throw new Error(JSON.stringify(result.errors));
  return result.id;
}
