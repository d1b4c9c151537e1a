import type { FetchRequest } from './messages.ts';
import {
  asPubSubError,
  CallContext,
  type ServiceParts,
  type SubscribeCall,
  type SubscribeHandler
} from './grpc-service.ts';
import { CutConnection, strikeCall } from './stream-faults.ts';
import { Subscription } from './subscription.ts';

/** Subscribe: the first request opens the subscription, all ask for events. */
export function subscribe(parts: ServiceParts): SubscribeHandler {
  return (call) => {
    const context = new CallContext(parts, call, 'Subscribe');
    const stream = new SubscribeStream(parts, call, context);
    const end = () => stream.end();
    parts.openStreams.add(end);
    call.on('close', () => parts.openStreams.delete(end));
    // Opening takes time where a fault says so; requests are served in their order all the same.
    let previous = Promise.resolve();
    call.on('data', (request: FetchRequest) => {
      previous = previous.then(() => stream.serve(request));
    });
    call.on('drain', () => stream.subscription?.onDrained());
    for (const over of ['end', 'cancelled', 'error']) call.on(over, end);
  };
}

class SubscribeStream {
  subscription: Subscription | undefined;
  readonly #parts: ServiceParts;
  readonly #call: SubscribeCall;
  readonly #context: CallContext;
  #topicName = '';
  #ended = false;

  constructor(parts: ServiceParts, call: SubscribeCall, context: CallContext) {
    this.#parts = parts;
    this.#call = call;
    this.#context = context;
  }

  async serve(request: FetchRequest): Promise<void> {
    if (this.#ended) return;
    const startedAt = performance.now();
    this.#topicName ||= request.topicName;
    try {
      this.subscription ??= await this.#open(request);
      this.subscription?.request(request);
      this.#context.note(this.#topicName, 0, startedAt, 0);
    } catch (error) {
      const status = error instanceof CutConnection ? null : asPubSubError(error).status;
      this.#context.note(this.#topicName, 0, startedAt, status);
      this.#fail(error);
    }
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.subscription?.end();
    this.#call.end();
  }

  async #open(request: FetchRequest): Promise<Subscription | undefined> {
    const { org, codecs, keepAliveMs } = this.#parts;
    const { userId } = this.#context.caller();
    const custom = request.replayPreset === 'CUSTOM' ? (['replay-id'] as const) : [];
    await strikeCall(org, `Subscribe ${request.topicName}`, custom);
    if (this.#ended) return undefined;
    const subscriber = {
      userId,
      rpcId: this.#context.rpcId,
      send: this.#call.write.bind(this.#call),
      fail: (error: unknown) => this.#fail(error),
      cutAfterSending: () => setImmediate(() => this.#fail(new CutConnection()))
    };
    return new Subscription(org, codecs, subscriber, request, keepAliveMs);
  }

  #fail(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.subscription?.end();
    if (error instanceof CutConnection) this.#context.cut();
    else this.#call.emit('error', this.#context.refusal(asPubSubError(error)));
  }
}
