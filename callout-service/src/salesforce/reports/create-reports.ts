import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceReports } from '../port/salesforce-reports.ts';
import type { PackageNamer } from '../records/package-namer.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';

export function createReports(_gateway: RestGateway, _namer: PackageNamer): SalesforceReports {
  return {
    run: () => Promise.reject(new LedgerBridgeError('LB714', { detail: 'Reports are not there yet.' }))
  };
}
