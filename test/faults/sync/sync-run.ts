import type { OrderWorld } from '../orders/world/order-world.ts';
import type { PairName } from '../../../callout-service/src/sync/pairs/pair-names.ts';
import { judgeCustomers, type CustomerEdit } from './cases/customer-edits.ts';
import { judgeSync, STUCK_MS, type SyncVerdict } from './verdict/sync-verdict.ts';
import { bringToRest } from './verdict/at-rest.ts';
import { startSyncWorld } from './world/sync-world.ts';

/** Two that people change on both sides, one that hangs on another, and two that only come from Sage: each way there is. */
export const FAULT_PAIRS: readonly PairName[] = [
  'Account-customer',
  'Contact-contact',
  'Product2-item',
  'Sage_Inventory__c-inventory',
  'Sage_Vendor__c-vendor'
];

export interface SyncRunOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly instances: number;
  /** How often the service looks into Sage by itself; only when it is asked to unless given. */
  readonly lookEverySeconds?: number;
}

/** A world whose systems are in step, and what people changed in it since. */
export class SyncRun {
  readonly world: OrderWorld;
  readonly #edits: CustomerEdit[] = [];

  private constructor(world: OrderWorld) {
    this.world = world;
  }

  /** Loads everything once; the services run. @throws Error when the first load is not clean. */
  static async start(options: SyncRunOptions): Promise<SyncRun> {
    const world = await startSyncWorld({ ...options, pairs: FAULT_PAIRS });
    try {
      await world.startServices();
      const runs = await bringToRest(world, 'full', STUCK_MS);
      const unclean = runs.filter(({ state, counts }) => state !== 'succeeded' || counts.failed > 0);
      if (unclean.length > 0) throw new Error(`The first load: ${JSON.stringify(unclean)}`);
      return new SyncRun(world);
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  /** Forgets what was edited before: what comes now may change the same records. */
  beginCase(): void {
    this.#edits.length = 0;
  }

  /** Edits whose outcome is to be judged; one of a customer that is edited again counts no more. */
  noteEdits(edits: readonly CustomerEdit[]): void {
    const again = new Set(edits.map(({ customerNo }) => customerNo));
    const kept = this.#edits.filter(({ customerNo }) => !again.has(customerNo));
    this.#edits.splice(0, this.#edits.length, ...kept, ...edits);
  }

  /** Brings everything to rest and judges all that was done so far, and what is given besides; the services are stopped then. */
  verdict(more: () => Promise<readonly string[]> = () => Promise.resolve([])): Promise<SyncVerdict> {
    return judgeSync(this.world, FAULT_PAIRS, async () => [
      ...(await judgeCustomers(this.world, this.#edits)),
      ...(await more())
    ]);
  }
}
