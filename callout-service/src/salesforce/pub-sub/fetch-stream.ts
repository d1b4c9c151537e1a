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
    let isSilent = false;
    const watchdog = setTimeout(() => {
      isSilent = true;
      this.#call.cancel();
    }, silenceTimeoutMs);
    try {
      const result = await this.#responses.next();
      if (result.done !== true) return fetchResponseSchema.parse(result.value);
    } catch (error) {
      if (!isSilent) throw error;
    } finally {
      clearTimeout(watchdog);
    }
    throw new LedgerBridgeError('LB711', {
      detail: isSilent
        ? `Salesforce gave no sign for ${silenceTimeoutMs} ms.`
        : 'Salesforce closed the stream of events.'
    });
  }

  cancel(): void {
    this.#call.cancel();
  }
}
