import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type handleBidiStreamingCall,
  type handleUnaryCall,
  Metadata,
  type ServerDuplexStream,
  type ServiceDefinition
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org.ts';
import { callerOf } from './caller.ts';
import type { EventCodecs } from './event-codecs.ts';
import type * as messages from './messages.ts';
import { PubSubError, refusals } from './pubsub-error.ts';
import { CutConnection } from './stream-faults.ts';

/** What calls work with. */
export interface ServiceParts {
  readonly org: Org;
  readonly codecs: EventCodecs;
  /** Longest time in which a subscription says nothing. */
  readonly keepAliveMs: number;
  /** Cuts the connection of a peer (`address:port`). */
  readonly cut: (peer: string) => void;
  /** Ends of the streams that are open, for when the org closes. */
  readonly openStreams: Set<() => void>;
}

export type SubscribeCall = ServerDuplexStream<messages.FetchRequest, messages.FetchResponse>;
export type PublishCall = ServerDuplexStream<messages.PublishRequest, messages.PublishResponse>;
export type SubscribeHandler = handleBidiStreamingCall<messages.FetchRequest, messages.FetchResponse>;
export type PublishHandler = handleBidiStreamingCall<messages.PublishRequest, messages.PublishResponse>;

const serviceName = 'eventbus.v1.PubSub';

/** Reads the service's definition. Bytes are Buffers, enums their names, and what is not sent has its default. */
export function loadServiceDefinition(): ServiceDefinition {
  const definition = loadSync(join(import.meta.dirname, 'pubsub_api.proto'), {
    enums: String,
    longs: String,
    defaults: true
  })[serviceName];
  if (definition === undefined || 'format' in definition) throw new Error(`There is no ${serviceName}`);
  return definition;
}

interface AnyCall {
  readonly metadata: Metadata;
  readonly getPeer: () => string;
}

/** One call: who makes it, and how it ends. */
export class CallContext {
  readonly rpcId = randomUUID();
  readonly #parts: ServiceParts;
  readonly #call: AnyCall;
  readonly #method: string;
  #user: string | null = null;

  constructor(parts: ServiceParts, call: AnyCall, method: string) {
    this.#parts = parts;
    this.#call = call;
    this.#method = method;
  }

  /** Throws PubSubError. */
  caller(): UserAccess {
    const access = callerOf(this.#parts.org, {
      accesstoken: this.#header('accesstoken'),
      instanceurl: this.#header('instanceurl'),
      tenantid: this.#header('tenantid')
    });
    this.#user = String(access.user.Username);
    return access;
  }

  cut(): void {
    this.#parts.cut(this.#call.getPeer());
  }

  /** Notes a request of this call in the org's request log. */
  note(path: string, requestBytes: number, startedAt: number, status: number | null): void {
    this.#parts.org.requests.note({
      api: 'pubsub',
      user: this.#user,
      method: this.#method,
      path,
      requestBytes,
      status,
      durationMs: Math.round(performance.now() - startedAt),
      counted: false
    });
  }

  /** The error as gRPC answers it, with the call's id in the text and in the trailers. */
  refusal(error: PubSubError) {
    const metadata = new Metadata();
    if (error.errorCode !== '') metadata.set('error-code', error.errorCode);
    metadata.set('rpc-id', this.rpcId);
    const details = error.errorCode === '' ? error.message : `${error.message} rpcId: ${this.rpcId}`;
    return Object.assign(new Error(details), { code: error.status, details, metadata });
  }

  #header(name: string): string | undefined {
    const value = this.#call.metadata.get(name)[0];
    return typeof value === 'string' ? value : undefined;
  }
}

/** Any error as the Pub/Sub API's; a defect of the local org becomes INTERNAL with its text. */
export function asPubSubError(error: unknown): PubSubError {
  if (error instanceof PubSubError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new PubSubError(13, '', `The local org failed: ${message}`);
}

/** A call with one request and one answer. `subject` is what its faults and the request log name it by. */
export function unary<Request, Response>(
  parts: ServiceParts,
  method: string,
  subject: (request: Request) => string,
  work: (request: Request, context: CallContext) => Promise<Response>
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const context = new CallContext(parts, call, method);
    const startedAt = performance.now();
    const note = (status: number | null) => context.note(subject(call.request), 0, startedAt, status);
    work(call.request, context)
      .then((response) => {
        note(0);
        callback(null, response);
      })
      .catch((error: unknown) => {
        if (error instanceof CutConnection) {
          note(null);
          context.cut();
          return;
        }
        const refused = asPubSubError(error);
        note(refused.status);
        callback(context.refusal(refused));
      });
  };
}

/** ManagedSubscribe, which is in beta. */
export function unsupported(parts: ServiceParts, what: string) {
  return (call: AnyCall & { readonly emit: (event: 'error', error: Error) => boolean }) => {
    const context = new CallContext(parts, call, what);
    const error = refusals.notSupported(what);
    context.note('', 0, performance.now(), error.status);
    call.emit('error', context.refusal(error));
  };
}
