import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { Upkeep } from '../port/upkeep.ts';
import type { StoreContext } from '../store-context.ts';
import { checkStore } from './check.ts';
import { exportStore } from './export.ts';
import { retain } from './retention.ts';

/** What keeps a store small, sound and copied. */
export function createUpkeep(opened: OpenedDatabase, context: StoreContext): Upkeep {
  return {
    retain: (policy) => retain(opened, context, policy),
    check: () => checkStore(opened, context),
    export: (write) => exportStore(opened, write),
    async backup(file) {
      if (opened.backup !== undefined) return opened.backup(file);
      throw new LedgerBridgeError('LB619', {
        detail: 'A store in PostgreSQL is not copied as a file: back the server up, or export the store.'
      });
    }
  };
}
