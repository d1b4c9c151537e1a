import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../open-store.ts';
import type { Store } from '../port/store.ts';

/** An embedded store in a folder of its own, for tests of what stands on the store. */
export interface EmbeddedStore {
  readonly store: Store;
  readonly directory: string;
  /** Closes it, unless the test has done that, and removes the folder. */
  remove(): Promise<void>;
}

/** Opens one; with few pages of 4 KiB its disk is soon full. */
export async function openEmbeddedStore(
  options: { readonly maxPages?: number } = {}
): Promise<EmbeddedStore> {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-embedded-'));
  const store = await openStore({
    database: {
      engine: 'sqlite',
      file: join(directory, 'store.sqlite'),
      use: 'exclusive',
      clock: Date.now,
      busyTimeoutMs: 5_000,
      ...options
    },
    companyCode: 'ABC',
    retryPolicyOf: () => ({ maxAttempts: 5, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 })
  });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= store.close());
  return {
    store: { ...store, close },
    directory,
    async remove() {
      await close();
      rmSync(directory, { recursive: true });
    }
  };
}
