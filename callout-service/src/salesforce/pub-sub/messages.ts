import { join } from 'node:path';
import type { MethodDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { z } from 'zod';

/** The messages of `pubsub-api.proto` as they arrive. */
export const topicInfoSchema = z.object({ canSubscribe: z.boolean() });

export const schemaInfoSchema = z.object({ schemaJson: z.string() });

const consumerEventSchema = z.object({
  event: z.object({ id: z.string(), schemaId: z.string(), payload: z.instanceof(Buffer) }),
  replayId: z.instanceof(Buffer)
});

export const fetchResponseSchema = z.object({
  events: z.array(consumerEventSchema),
  latestReplayId: z.instanceof(Buffer)
});

export type ConsumerEvent = z.infer<typeof consumerEventSchema>;
export type FetchResponse = z.infer<typeof fetchResponseSchema>;

/** A request of a subscription. Topic and place count in the first one alone. */
export interface FetchRequest {
  readonly topicName?: string;
  readonly replayPreset?: 'CUSTOM' | 'EARLIEST';
  readonly replayId?: Buffer;
  readonly numRequested: number;
}

/** A call of the service, as gRPC wants it. */
export type PubSubMethod = MethodDefinition<object, object>;

/** The calls of the service. Bytes are buffers, and what was not sent has its default. */
export function loadMethods(): Readonly<Record<'GetSchema' | 'GetTopic' | 'Subscribe', PubSubMethod>> {
  const file = join(import.meta.dirname, 'pubsub-api.proto');
  const service = loadSync(file, { enums: String, defaults: true })['eventbus.v1.PubSub'];
  if (service === undefined || 'format' in service) throw new Error(`${file} holds no service PubSub`);
  const { GetSchema, GetTopic, Subscribe } = service;
  if (!GetSchema || !GetTopic || !Subscribe) throw new Error(`${file} holds not all calls`);
  return { GetSchema, GetTopic, Subscribe };
}
