import {
  type CallOptions,
  Client,
  credentials,
  type ClientDuplexStream,
  Metadata,
  type MethodDefinition
} from '@grpc/grpc-js';
import { onTestFinished } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { startSession } from '../../testing/test-org.ts';
import { loadServiceDefinition } from '../grpc-service.ts';
import type { FetchRequest, FetchResponse } from '../messages.ts';
import { trailer } from './stream-client.ts';

/** How a call ended: gRPC status, text and the code in the trailers. */
export interface CallError {
  readonly code: number;
  readonly details: string;
  readonly errorCode: string;
}

/** A subscription made with nothing but gRPC, which shows the numbers that client libraries hide. */
export interface PlainSubscription {
  readonly responses: FetchResponse[];
  readonly errors: CallError[];
  readonly request: (request: Partial<FetchRequest>) => void;
}

/** A gRPC client that trusts the org's certificate, and nothing else. */
export class PlainClient {
  readonly #client: Client;
  readonly #metadata: Metadata;
  readonly #service = loadServiceDefinition();

  constructor(org: Pick<RunningOrg, 'pubSub'>, headers: Readonly<Record<string, string>>) {
    this.#client = new Client(
      org.pubSub.endpoint,
      credentials.createSsl(Buffer.from(org.pubSub.certificate))
    );
    this.#metadata = new Metadata();
    for (const [name, value] of Object.entries(headers)) this.#metadata.set(name, value);
    onTestFinished(() => this.#client.close());
  }

  /** Calls a method with one request; rejects with a CallError. */
  call(method: string, request: unknown): Promise<Record<string, unknown>> {
    const { path, requestSerialize, responseDeserialize } = this.#method(method);
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        this.#metadata,
        {} satisfies CallOptions,
        (error, response) => {
          if (error) reject(Object.assign(new Error(error.message), readError(error)));
          else resolve(Object.fromEntries(Object.entries(response ?? {})));
        }
      );
    });
  }

  /** Opens a stream of a method. */
  stream(method: string): ClientDuplexStream<unknown, unknown> {
    const { path, requestSerialize, responseDeserialize } = this.#method(method);
    return this.#client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, this.#metadata);
  }

  subscribe(first: Partial<FetchRequest>): PlainSubscription {
    const stream: ClientDuplexStream<unknown, unknown> = this.stream('Subscribe');
    const subscription: PlainSubscription = {
      responses: [],
      errors: [],
      request: (request) => void stream.write(request)
    };
    stream.on('data', (response: FetchResponse) => subscription.responses.push(response));
    stream.on('error', (error) => subscription.errors.push(readError(error)));
    subscription.request(first);
    onTestFinished(() => stream.cancel());
    return subscription;
  }

  #method(name: string): MethodDefinition<unknown, unknown> {
    const method = this.#service[name];
    if (!method) throw new Error(`There is no method ${name}`);
    return method;
  }
}

/** A plain client of a user. */
export async function plainClient(org: RunningOrg, username: string): Promise<PlainClient> {
  const { accessToken, instanceUrl } = await startSession(org, username);
  const tenantid = accessToken.split('!')[0] ?? '';
  return new PlainClient(org, { accesstoken: accessToken, instanceurl: instanceUrl, tenantid });
}

function readError(error: Error & { code?: number; details?: string; metadata?: unknown }): CallError {
  const { code = -1, details = '', metadata } = error;
  return { code, details, errorCode: trailer(metadata, 'error-code') };
}
