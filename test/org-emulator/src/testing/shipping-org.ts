import type { Connection } from '@jsforce/jsforce-node';
import type { RunningOrg, StartOptions } from '../index.ts';
import { shipper, shippingPackage } from './shipping-package.ts';
import { connect, startTestOrg } from './test-org.ts';

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
