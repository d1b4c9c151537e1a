/** The messages of `pubsub_api.proto`, as they are in this process. */

export interface TopicRequest {
  readonly topicName: string;
}

export interface TopicInfo {
  readonly topicName: string;
  readonly tenantGuid: string;
  readonly canPublish: boolean;
  readonly canSubscribe: boolean;
  readonly schemaId: string;
  readonly rpcId: string;
}

export interface SchemaRequest {
  readonly schemaId: string;
}

export interface SchemaInfo {
  readonly schemaJson: string;
  readonly schemaId: string;
  readonly rpcId: string;
}

export interface ProducerEvent {
  /** The publisher's own name for the event, or a random one. */
  readonly id: string;
  readonly schemaId: string;
  readonly payload: Buffer;
}

export interface ConsumerEvent {
  readonly event: ProducerEvent;
  readonly replayId: Buffer;
}

export interface FetchRequest {
  readonly topicName: string;
  readonly replayPreset: 'CUSTOM' | 'EARLIEST' | 'LATEST';
  readonly replayId: Buffer;
  readonly numRequested: number;
}

export interface FetchResponse {
  readonly events: readonly ConsumerEvent[];
  readonly latestReplayId: Buffer;
  readonly rpcId: string;
  readonly pendingNumRequested: number;
}

export interface PublishRequest {
  readonly topicName: string;
  readonly events: readonly ProducerEvent[];
}

export interface PublishResult {
  readonly replayId?: Buffer;
  readonly error?: { readonly code: 'PUBLISH'; readonly msg: string };
  readonly correlationKey: string;
}

export interface PublishResponse {
  readonly results: readonly PublishResult[];
  readonly schemaId: string;
  readonly rpcId: string;
}
