import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import { tenantGuid } from './tenant.ts';
import { type CallContext, type ServiceParts, unary, unsupported } from './grpc-service.ts';
import type * as messages from './messages.ts';
import { publish } from './publisher.ts';
import { publishStream } from './publish-stream.ts';
import { refusals } from './pubsub-error.ts';
import { CutConnection, strikeCall } from './stream-faults.ts';
import { subscribe } from './subscribe.ts';
import { canPublish, canSubscribe, findTopic, selectedEntities } from './topics.ts';

/** The calls of the service `eventbus.v1.PubSub`. */
export function serviceCalls(parts: ServiceParts): UntypedServiceImplementation {
  const topicName = (request: { readonly topicName: string }) => request.topicName;
  return {
    GetTopic: unary(parts, 'GetTopic', topicName, async (request: messages.TopicRequest, context) => {
      await before(parts, context, `GetTopic ${request.topicName}`);
      return topicInfo(parts, context, request);
    }),
    GetSchema: unary(
      parts,
      'GetSchema',
      ({ schemaId }: messages.SchemaRequest) => schemaId,
      async ({ schemaId }, context) => {
        await before(parts, context, `GetSchema ${schemaId}`);
        return schemaInfo(parts, context, schemaId);
      }
    ),
    Publish: unary(parts, 'Publish', topicName, (request: messages.PublishRequest, context) =>
      publishRequest(parts, context, request)
    ),
    PublishStream: publishStream(parts),
    Subscribe: subscribe(parts),
    ManagedSubscribe: unsupported(parts, 'ManagedSubscribe')
  };
}

async function publishRequest(
  { org, codecs }: ServiceParts,
  context: CallContext,
  request: messages.PublishRequest
): Promise<messages.PublishResponse> {
  const access = context.caller();
  const { cut } = await strikeCall(org, `Publish ${request.topicName}`);
  const published = publish(org, codecs, access, request);
  if (cut) throw new CutConnection();
  return { ...published, rpcId: context.rpcId };
}

async function before({ org }: ServiceParts, context: CallContext, subject: string): Promise<void> {
  context.caller();
  const { cut } = await strikeCall(org, subject);
  if (cut) throw new CutConnection();
}

function topicInfo(
  { org, codecs }: ServiceParts,
  context: CallContext,
  { topicName }: messages.TopicRequest
): messages.TopicInfo {
  if (topicName === '') throw refusals.blankTopic(false);
  const topic = findTopic(org, topicName);
  if (!topic) throw refusals.noTopic(tenantGuid(org), topicName);
  const access = context.caller();
  const rights = { canPublish: canPublish(access, topic), canSubscribe: canSubscribe(access, topic) };
  if (!rights.canPublish && !rights.canSubscribe) {
    throw refusals.noTopicAccess(tenantGuid(org), topicName);
  }
  return {
    topicName,
    tenantGuid: tenantGuid(org),
    ...rights,
    // A channel of several events has no schema of its own.
    schemaId: topic.object ? codecs.of(topic.object).schemaId : '',
    rpcId: context.rpcId
  };
}

function schemaInfo(
  { org, codecs }: ServiceParts,
  { rpcId }: CallContext,
  schemaId: string
): messages.SchemaInfo {
  if (schemaId === '') throw refusals.blankSchemaId();
  const codec = codecs.bySchemaId(schemaId) ?? codecs.bySchemaId(lookAgain());
  if (!codec) throw refusals.noSchema(schemaId);
  return { schemaJson: codec.schemaJson, schemaId, rpcId };

  /** The id may be of an event that nobody has asked for yet. */
  function lookAgain(): string {
    const events = org.schema.objects.filter(({ options }) => options.kind === 'platformEvent');
    for (const object of [...events, ...selectedEntities(org)]) codecs.of(object);
    return schemaId;
  }
}
