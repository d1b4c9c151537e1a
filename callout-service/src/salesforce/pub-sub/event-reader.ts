import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { ReceivedEvent } from '../port/salesforce-events.ts';
import type { PubSubConnection } from './connection.ts';
import { payloadDecoder, type PayloadDecoder } from './decode-event.ts';
import type { ConsumerEvent } from './messages.ts';
import { isNotFound, isRefusal } from './stream-failure.ts';

/** What is needed to get a schema. */
type SchemaSource = Pick<PubSubConnection, 'schemaJson'>;

/** Reads events. An id means the same schema for ever, so each is asked for once. */
export class EventReader {
  readonly #decoders = new Map<string, PayloadDecoder>();
  readonly #nameOf: (field: string) => string;

  constructor(nameOf: (field: string) => string) {
    this.#nameOf = nameOf;
  }

  /** Rejects with the error of gRPC when a schema cannot be had now. An event that cannot be read says so itself. */
  async read({ event, replayId }: ConsumerEvent, source: SchemaSource): Promise<ReceivedEvent> {
    const { id: eventId, schemaId, payload } = event;
    const identity = { eventId, replayId: replayId.toString('base64') };
    try {
      const decode = await this.#decoder(schemaId, source);
      return { ...identity, fields: decode(payload) };
    } catch (error) {
      if (isRefusal(error) && !isNotFound(error)) throw error;
      return { ...identity, fields: {}, unreadable: unreadable(schemaId, error) };
    }
  }

  async #decoder(schemaId: string, source: SchemaSource): Promise<PayloadDecoder> {
    const known = this.#decoders.get(schemaId);
    if (known !== undefined) return known;
    const decoder = payloadDecoder(await source.schemaJson(schemaId), this.#nameOf);
    this.#decoders.set(schemaId, decoder);
    return decoder;
  }
}

/** The decoder's words may quote the payload, so they go nowhere. */
function unreadable(schemaId: string, error: unknown): LedgerBridgeError {
  const why = isRefusal(error)
    ? 'Salesforce does not have its schema'
    : 'its content does not fit its schema';
  return new LedgerBridgeError('LB714', { detail: `An event cannot be read: ${why} (${schemaId}).` });
}
