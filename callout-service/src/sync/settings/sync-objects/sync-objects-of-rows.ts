import { pairNames } from '../../pairs/pair-names.ts';
import { settingsFault, settingsRefused } from '../settings-faults.ts';
import type { SyncObjectSettings } from '../sync-object-settings.ts';
import { readSyncObject } from './sync-object-row.ts';

/** Settings in the order of dependencies. @throws LedgerBridgeError LB751 with everything that is wrong at once. */
export function syncObjectsOfRows(
  rows: readonly unknown[],
  companyCode: string
): readonly SyncObjectSettings[] {
  const read = rows.map(readSyncObject);
  const all = read.flatMap((each) => ('settings' in each ? [each.settings] : []));
  const faults = [...read.flatMap((each) => ('faults' in each ? each.faults : [])), ...doubleFaults(all)];
  if (faults.length > 0) throw settingsRefused(companyCode, faults);
  return all.toSorted((one, other) => pairNames.indexOf(one.pair) - pairNames.indexOf(other.pair));
}

function doubleFaults(all: readonly SyncObjectSettings[]) {
  const doubles = all.filter(({ pair }, index) => all.findIndex((each) => each.pair === pair) !== index);
  return doubles.map(({ pair }) =>
    settingsFault('Sync_Object__c', pair, `${pair} is there twice.`, 'Delete one of both.')
  );
}
