import {
  asPubSubError,
  CallContext,
  type PublishCall,
  type PublishHandler,
  type ServiceParts
} from './grpc-service.ts';
import type { PublishRequest } from './messages.ts';
import { publish } from './publisher.ts';
import { refusals } from './pubsub-error.ts';
import { CutConnection, strikeCall } from './stream-faults.ts';

/** PublishStream: each request is answered, in order. Faults strike each as `PublishStream <topic>`. */
export function publishStream(parts: ServiceParts): PublishHandler {
  return (call) => {
    const context = new CallContext(parts, call, 'PublishStream');
    let topicName = '';
    let failed = false;
    const serve = async (request: PublishRequest) => {
      if (failed) return;
      const startedAt = performance.now();
      topicName ||= request.topicName;
      try {
        await answer(parts, call, context, { ...request, topicName: topicOf(request, topicName) });
        context.note(topicName, 0, startedAt, 0);
      } catch (error) {
        failed = true;
        const cut = error instanceof CutConnection;
        context.note(topicName, 0, startedAt, cut ? null : asPubSubError(error).status);
        if (cut) context.cut();
        else call.emit('error', context.refusal(asPubSubError(error)));
      }
    };
    let previous = Promise.resolve();
    const end = () => call.end();
    parts.openStreams.add(end);
    call.on('close', () => parts.openStreams.delete(end));
    call.on('data', (request: PublishRequest) => {
      previous = previous.then(() => serve(request));
    });
    call.on('end', () => void previous.then(end));
  };
}

/** Later requests may leave the topic out. */
function topicOf(request: PublishRequest, first: string): string {
  if (request.topicName !== '' && request.topicName !== first) throw refusals.topicChanged(true);
  return first;
}

async function answer(
  { org, codecs }: ServiceParts,
  call: PublishCall,
  context: CallContext,
  request: PublishRequest
): Promise<void> {
  const access = context.caller();
  const { cut } = await strikeCall(org, `PublishStream ${request.topicName}`);
  const published = publish(org, codecs, access, request);
  if (cut) throw new CutConnection();
  call.write({ ...published, rpcId: context.rpcId });
}
