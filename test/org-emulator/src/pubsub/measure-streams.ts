import { Client, credentials, Metadata } from '@grpc/grpc-js';
import avro from 'avsc';
import { z } from 'zod';
import { loadServiceDefinition } from './grpc-service.ts';

/** Where and as whom to measure. The topic must be one of a platform event without required fields of other types. */
export interface StreamMeasurement {
  /** `host:port` of the Pub/Sub API, and the PEM to trust. */
  readonly endpoint: string;
  readonly certificate: string;
  readonly headers: Readonly<Record<'accesstoken' | 'instanceurl' | 'tenantid', string>>;
  readonly topicName: string;
  /** How many events to publish, 200 in a request. */
  readonly events: number;
}

/** Events a second, both with one client over one connection. */
export interface StreamRates {
  readonly publishedPerSecond: number;
  /** Delivered to a subscriber that asks for 100 whenever it has had 100. */
  readonly deliveredPerSecond: number;
}

const batch = 200;
const requested = 100;
const answerSchema = z.looseObject({ schemaId: z.string() });
const schemaAnswer = z.looseObject({ schemaJson: z.string() });
const fetchSchema = z.looseObject({ events: z.array(z.unknown()) });

/** Measures how fast a local org takes and delivers events: publishes all, then reads them from the earliest on. */
export async function measureStreams(measurement: StreamMeasurement): Promise<StreamRates> {
  const { endpoint, certificate, events } = measurement;
  const client = new Client(endpoint, credentials.createSsl(Buffer.from(certificate)));
  try {
    const payloads = await preparePayload(client, measurement);
    const publishStarted = performance.now();
    for (let sent = 0; sent < events; sent += batch) {
      const count = Math.min(batch, events - sent);
      const request = { topicName: measurement.topicName, events: Array<unknown>(count).fill(payloads) };
      await call(client, measurement, 'Publish', request);
    }
    const published = performance.now();
    await drain(client, measurement);
    return {
      publishedPerSecond: perSecond(events, published - publishStarted),
      deliveredPerSecond: perSecond(events, performance.now() - published)
    };
  } finally {
    client.close();
  }
}

function perSecond(count: number, milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}

/** One event with empty fields, in the topic's own schema. */
async function preparePayload(client: Client, measurement: StreamMeasurement): Promise<unknown> {
  const topic = await call(client, measurement, 'GetTopic', { topicName: measurement.topicName });
  const { schemaId } = answerSchema.parse(topic);
  const { schemaJson } = schemaAnswer.parse(await call(client, measurement, 'GetSchema', { schemaId }));
  const schema = z.object({ fields: z.array(z.object({ name: z.string() })) }).parse(JSON.parse(schemaJson));
  const empty = schema.fields.map(({ name }) => [name, null] as const);
  const system = { CreatedDate: Date.now(), CreatedById: measurement.headers.accesstoken.slice(0, 15) };
  const type = avro.Type.forSchema(z.custom<avro.Schema>().parse(JSON.parse(schemaJson)), {
    wrapUnions: true
  });
  return { id: 'measured', schemaId, payload: type.toBuffer({ ...Object.fromEntries(empty), ...system }) };
}

function metadataOf({ headers }: StreamMeasurement): Metadata {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  return metadata;
}

let service: ReturnType<typeof loadServiceDefinition> | undefined;

function methodOf(name: string) {
  service ??= loadServiceDefinition();
  const method = service[name];
  if (!method) throw new Error(`There is no method ${name}`);
  return method;
}

function call(client: Client, measurement: StreamMeasurement, name: string, request: unknown) {
  const { path, requestSerialize, responseDeserialize } = methodOf(name);
  return new Promise<unknown>((resolve, reject) => {
    const answered = (error: Error | null, response?: unknown) => (error ? reject(error) : resolve(response));
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadataOf(measurement),
      answered
    );
  });
}

function drain(client: Client, measurement: StreamMeasurement): Promise<void> {
  const { path, requestSerialize, responseDeserialize } = methodOf('Subscribe');
  const { topicName, events } = measurement;
  return new Promise((resolve, reject) => {
    const stream = client.makeBidiStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      metadataOf(measurement)
    );
    let [received, open] = [0, requested];
    stream.on('data', (response: unknown) => {
      const { length } = fetchSchema.parse(response).events;
      received += length;
      open -= length;
      if (received >= events) {
        stream.cancel();
        resolve();
      } else if (open === 0) {
        open = requested;
        stream.write({ numRequested: requested });
      }
    });
    stream.on('error', reject);
    stream.write({ topicName, replayPreset: 'EARLIEST', numRequested: requested });
  });
}
