import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceBulk } from '../port/salesforce-bulk.ts';
import type { SalesforceRecords } from '../port/salesforce-records.ts';
import type { PackageNamer } from '../records/package-namer.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';

export interface BulkOptions {
  readonly mostBytes: number;
}

export interface BulkParts {
  readonly gateway: RestGateway;
  readonly namer: PackageNamer;
  readonly records: SalesforceRecords;
}

export function createBulk(_parts: BulkParts, _options: Partial<BulkOptions> = {}): SalesforceBulk {
  return {
    ingest: () => Promise.reject(new LedgerBridgeError('LB714', { detail: 'Bulk jobs are not there yet.' }))
  };
}
