import type { Store } from '../../../store/port/store.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import { Place } from './place.ts';

/** Where a pair stands, for people: up to which moment changes were found, or how far the first load has come. */
export async function watermarkOf(store: Pick<Store, 'cursors'>, pair: PairName): Promise<string | null> {
  const [changes, full] = await Promise.all([
    Place.open(store, pair, 'changes'),
    Place.open(store, pair, 'full')
  ]);
  const { since } = changes.value;
  const seen = full.value.look?.looked;
  if (seen === undefined) return since ?? null;
  return `${seen} records seen${since === undefined ? '' : `, changes up to ${since}`}`;
}
