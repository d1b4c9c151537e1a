import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { tenantGuid } from './tenant.ts';
import type { EventCodec } from './event-codec.ts';
import type { EventCodecs } from './event-codecs.ts';
import type { ProducerEvent, PublishRequest, PublishResult } from './messages.ts';
import { refusals } from './pubsub-error.ts';
import { replayIdBytes } from './replay-id-bytes.ts';
import { canPublish, findTopic } from './topics.ts';

const largestEvent = 1024 * 1024;
const largestRequest = 4 * 1024 * 1024;

/** What a publish request came to. */
export interface Published {
  readonly results: readonly PublishResult[];
  readonly schemaId: string;
}

/**
 * Publishes a request's events, each by itself: one that fails has an error in its result (Pub/Sub API Guide, "Publish
 * RPC Method", and for sizes "Pub/Sub API and Event Allocations"). As in an org, required fields are not asked for.
 * Throws PubSubError for the request as a whole.
 */
export function publish(
  org: Org,
  codecs: EventCodecs,
  access: UserAccess,
  request: PublishRequest
): Published {
  if (request.topicName === '') throw refusals.blankTopic(true);
  if (request.events.length === 0) throw refusals.noEvents();
  if (sizeOf(request) > largestRequest) throw refusals.requestTooLarge();
  const topic = findTopic(org, request.topicName);
  if (!topic) throw refusals.noTopic(tenantGuid(org), request.topicName);
  if (!topic.object || !canPublish(access, topic)) {
    throw refusals.noTopicAccess(tenantGuid(org), topic.name);
  }
  const codec = codecs.of(topic.object);
  const isActive = activeUsers(org);
  return {
    schemaId: codec.schemaId,
    results: request.events.map((event) => publishOne(org, codecs, codec, event, isActive))
  };
}

function sizeOf({ events }: PublishRequest): number {
  return events.reduce((size, { payload }) => size + payload.length, 0);
}

function publishOne(
  org: Org,
  codecs: EventCodecs,
  current: EventCodec,
  event: ProducerEvent,
  isActive: (userId: string) => boolean
): PublishResult {
  const correlationKey = event.id;
  try {
    const { createdById, values } = decoded(codecs, current, event);
    const { replayId } = org.events.publish({
      eventName: current.eventName,
      values,
      publishedById: createdById,
      startsAutomation: isActive(createdById)
    });
    return { replayId: replayIdBytes(replayId), correlationKey };
  } catch (error) {
    if (!(error instanceof EventProblem) && !(error instanceof SalesforceError)) throw error;
    return { error: { code: 'PUBLISH', msg: error.message }, correlationKey };
  }
}

/** Why one event of a request cannot be published. The texts are ours. */
class EventProblem extends Error {}

function decoded(codecs: EventCodecs, current: EventCodec, event: ProducerEvent) {
  if (event.payload.length > largestEvent) {
    throw new EventProblem('The event message is larger than 1 MB.');
  }
  // Events made with an earlier schema of the same event are taken.
  const codec = codecs.bySchemaId(event.schemaId);
  if (codec?.eventName !== current.eventName) {
    throw new EventProblem(`The schema ID ${event.schemaId} is not one of ${current.eventName}.`);
  }
  try {
    return codec.decode(event.payload);
  } catch {
    throw new EventProblem(`The payload does not fit the schema ${event.schemaId}.`);
  }
}

/** Whether ids are those of active users; each is looked up once in a request, since most of its events name the same. */
function activeUsers(org: Org): (userId: string) => boolean {
  const known = new Map<string, boolean>();
  return (userId) => {
    const active = known.get(userId) ?? isActiveUser(org, userId);
    known.set(userId, active);
    return active;
  };
}

function isActiveUser(org: Org, userId: string): boolean {
  try {
    return org.access.ofUser(userId).userId === userId;
  } catch (error) {
    if (error instanceof SalesforceError) return false;
    throw error;
  }
}
