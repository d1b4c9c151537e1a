import { loadStoreConfiguration, storeOptionsOf } from '../../config/store-configuration.ts';
import { openStore, type StoreOptions } from '../open-store.ts';
import type { Store } from '../port/store.ts';

/** The store that the environment names. `shared`: beside a running service; `exclusive`: only while none runs. */
export function storeOptions(use: 'shared' | 'exclusive'): StoreOptions {
  return storeOptionsOf(loadStoreConfiguration(process.env), { use });
}

/** Opens the store beside a running service, and closes it whatever happens. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(storeOptions('shared'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A line for people. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
