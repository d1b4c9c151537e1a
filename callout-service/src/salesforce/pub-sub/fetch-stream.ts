import { setTimeout as wait } from 'node:timers/promises';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fetchResponseSchema, type FetchRequest, type FetchResponse } from './messages.ts';

/** A subscription's stream, read one response at a time: what is not read holds the sender back. */
export class FetchStream {
  readonly #call: ClientDuplexStream<object, object>;
  readonly #responses: AsyncIterator<unknown>;

  constructor(call: ClientDuplexStream<object, object>) {
    this.#call = call;
    this.#responses = call[Symbol.asyncIterator]();
    // Whoever waits for a response is told; an end that nobody waits for is told to the next who does.
    call.on('error', () => undefined);
  }

  request(request: FetchRequest): void {
    this.#call.write(request);
  }

  /**
   * The next response, keep-alives included.
   * @throws the error of gRPC; LedgerBridgeError LB711 when nothing comes in time or the stream was closed.
   */
  async next(silenceTimeoutMs: number): Promise<FetchResponse> {
    const watchdog = new AbortController();
    const silence = wait(silenceTimeoutMs, 'silence' as const, { signal: watchdog.signal });
    try {
      const result = await Promise.race([this.#responses.next(), silence]);
      if (result === 'silence') throw interruption(`Salesforce gave no sign for ${silenceTimeoutMs} ms.`);
      if (result.done === true) throw interruption('Salesforce closed the stream of events.');
      return fetchResponseSchema.parse(result.value);
    } finally {
      watchdog.abort();
      // The wait that is given up rejects: that is its end, not a failure.
      silence.catch(() => undefined);
    }
  }

  cancel(): void {
    this.#call.cancel();
  }
}

function interruption(detail: string): LedgerBridgeError {
  return new LedgerBridgeError('LB711', { detail });
}
