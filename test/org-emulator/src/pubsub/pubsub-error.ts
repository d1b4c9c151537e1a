/** gRPC status codes that the Pub/Sub API answers with. */
export const grpcStatus = {
  invalidArgument: 3,
  notFound: 5,
  permissionDenied: 7,
  resourceExhausted: 8,
  unimplemented: 12,
  unavailable: 14,
  unauthenticated: 16
} as const;

const prefix = 'sfdc.platform.eventbus.grpc.';

/**
 * A refusal of the Pub/Sub API: gRPC status, text, and the code in the trailer `error-code` (Pub/Sub API Guide, "Handle
 * Errors"). Status and text of those whose texts nobody published are ours.
 */
export class PubSubError extends Error {
  readonly status: number;
  /** Empty where Salesforce gives none. */
  readonly errorCode: string;

  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.name = 'PubSubError';
    this.status = status;
    this.errorCode = errorCode;
  }
}

function refusal(status: keyof typeof grpcStatus, code: string, message: string): PubSubError {
  return new PubSubError(grpcStatus[status], `${prefix}${code}`, message);
}

/** The refusals, each named after what is wrong. */
export const refusals = {
  authentication: () =>
    refusal(
      'unauthenticated',
      'service.auth.error',
      'An authentication exception occurred. Provide valid authentication via metadata headers.'
    ),
  headers: () =>
    refusal(
      'unauthenticated',
      'service.auth.headers.invalid',
      "The authentication headers are invalid. Ensure that accesstoken, instanceurl and tenantid are valid and aren't blank."
    ),
  blankTopic: (publish: boolean) =>
    refusal(
      'invalidArgument',
      publish ? 'publish.topic.validation.empty' : 'topic.validation.empty',
      "Topic validation failed. The topic name can't be blank."
    ),
  noTopic: (tenant: string, topic: string) =>
    refusal(
      'notFound',
      'topic.not.found',
      `The topic information for org ${tenant} and topic ${topic} not found. Ensure the topic name is correct and that the topic exists.`
    ),
  noTopicAccess: (tenant: string, topic: string) =>
    refusal(
      'permissionDenied',
      'topic.meta.permission',
      `An error occurred while getting the metadata for org ${tenant} and topic ${topic}. Ensure the credentials and topic name are correct.`
    ),
  cannotSubscribe: (topic: string) =>
    refusal(
      'permissionDenied',
      'subscription.topic.cannot.subscribe',
      `The user doesn't have permission to subscribe to the topic ${topic}.`
    ),
  topicChanged: (publish: boolean) =>
    refusal(
      'invalidArgument',
      publish ? 'publish.topic.mismatch' : 'subscription.fetch.topic.mismatch',
      'The topic name must be the same in all requests of a stream.'
    ),
  blankSchemaId: () =>
    refusal(
      'invalidArgument',
      'schema.validation.failed',
      "Schema validation failed. The schema ID can't be blank."
    ),
  noSchema: (schemaId: string) =>
    refusal(
      'notFound',
      'schema.meta.permission',
      `An error occurred while getting the schema ${schemaId}. Ensure the credentials and schema ID are correct.`
    ),
  noEvents: () =>
    refusal(
      'invalidArgument',
      'publish.event.count.invalid',
      'The publish request must contain at least one event.'
    ),
  requestedEvents: () =>
    refusal(
      'invalidArgument',
      'subscription.fetch.requested.events.invalid',
      'The number of requested events must be greater than 0 and not greater than 100.'
    ),
  noReplayId: () =>
    refusal(
      'invalidArgument',
      'subscription.fetch.replayid.validation.failed',
      'The Replay ID validation failed. A Replay ID is required with the CUSTOM replay preset.'
    ),
  replayId: () =>
    refusal(
      'invalidArgument',
      'subscription.fetch.replayid.corrupted',
      'The Replay ID validation failed. Ensure that the Replay ID is valid.'
    ),
  delivered: () =>
    refusal(
      'resourceExhausted',
      'subscription.limit.exceeded',
      'You have exceeded the event delivery limit for your org.'
    ),
  /** What Salesforce's proxy answers; no error code comes with it. */
  requestTooLarge: () =>
    new PubSubError(
      grpcStatus.unavailable,
      '',
      'upstream connect error or disconnect/reset before headers. reset reason: remote reset'
    ),
  notSupported: (what: string) =>
    refusal('unimplemented', 'service.unavailable', `The local org does not support ${what}.`)
} as const;
