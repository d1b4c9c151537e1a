import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { SalesforceSchema } from '../../salesforce/port/salesforce-schema.ts';
import type { SageCatalogue } from '../../sage/port/sage-catalogue.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import { pairNames, type PairName } from '../pairs/pair-names.ts';
import type { IntegrationSettingsSource } from '../settings/integration-settings.ts';
import type { SyncObjectsSource } from '../settings/sync-object-settings.ts';

/** What everything that deals with versions of mappings works with. */
export interface MappingParts {
  readonly pairOf: (name: PairName) => ObjectPair;
  readonly source: SyncObjectsSource;
  readonly integration: Pick<IntegrationSettingsSource, 'current'>;
  readonly store: Store;
  readonly sage: { readonly catalogue: SageCatalogue };
  readonly salesforce: {
    readonly records: Pick<SalesforceRecords, 'all' | 'update' | 'upsert'>;
    readonly schema: SalesforceSchema;
  };
  readonly companyCode: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** @throws LedgerBridgeError LB787 */
export function pairNamed(name: string): PairName {
  const pair = pairNames.find((each) => each === name);
  if (pair !== undefined) return pair;
  throw new LedgerBridgeError('LB787', { detail: `There is no object pair ${name}.` });
}
