import Bottleneck from 'bottleneck';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** Lets so many requests be under way at once; the others wait in their order. */
export class Places {
  readonly #limiter: Bottleneck;
  #end: Promise<void> | undefined;

  constructor(most: number) {
    this.#limiter = new Bottleneck({ maxConcurrent: most });
  }

  /** @throws LedgerBridgeError LB701 when the service stops before its turn comes. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#end !== undefined) throw stopping();
    try {
      return await this.#limiter.schedule(work);
    } catch (error) {
      throw error instanceof Bottleneck.BottleneckError ? stopping() : error;
    }
  }

  /** Sends those away that wait, and waits for those under way. */
  close(): Promise<void> {
    this.#end ??= this.#limiter.stop({ dropWaitingJobs: true });
    return this.#end;
  }
}

function stopping(): LedgerBridgeError {
  return new LedgerBridgeError('LB701', { detail: 'The request was not sent: the service is stopping.' });
}
