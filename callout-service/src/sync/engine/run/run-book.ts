import type { Store } from '../../../store/port/store.ts';
import type { SyncRun } from '../../../store/port/sync-runs.ts';
import type { SyncRunJob } from '../payloads.ts';
import { beginRun, factsOf } from './start-run.ts';

/** How often a run shows that it lives while a page takes long, as a bulk job of Salesforce may. */
const SIGN_MS = 60_000;

/**
 * The entry of a run. One that looks every few seconds has none before it finds something, so that looks in vain fill
 * neither the store nor the log.
 */
export class RunBook {
  readonly #store: Store;
  readonly #asked: SyncRunJob;
  #run: SyncRun | undefined;

  constructor(store: Store, asked: SyncRunJob, run: SyncRun | undefined) {
    this.#store = store;
    this.#asked = asked;
    this.#run = run;
  }

  get run(): SyncRun | undefined {
    return this.#run;
  }

  /** The run, which begins now if it has not; with this version of the mapping, else with that in force. */
  async begin(mappingVersion?: number): Promise<SyncRun> {
    if (this.#run !== undefined) return this.#run;
    const { pair, mode, trigger } = this.#asked;
    const facts = await factsOf(this.#store, pair);
    const version = mappingVersion === undefined ? {} : { mappingVersion };
    this.#run = await beginRun(this.#store, { pair, mode, trigger }, { ...facts, ...version });
    return this.#run;
  }

  /** The run as it stands in the store now. */
  async now(): Promise<SyncRun | undefined> {
    return this.#run && this.#store.syncRuns.find(this.#run.id);
  }

  /** Shows that the run lives for as long as work takes. */
  async whileWorking<T>(run: SyncRun, work: Promise<T>): Promise<T> {
    // Where the sign cannot be given, the commit of the page tells why.
    const sign = setInterval(() => void this.#store.syncRuns.add(run.id, {}).catch(() => undefined), SIGN_MS);
    try {
      return await work;
    } finally {
      clearInterval(sign);
    }
  }
}
