import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { RecordsChanged, ReceivedEvent } from '../port/salesforce-events.ts';
import type { SalesforceRow } from '../port/salesforce-records.ts';
import { HEADER, headerReader } from './change-header.ts';
import type { PubSubConnection } from './connection.ts';
import { payloadDecoder } from './decode-event.ts';
import type { ConsumerEvent } from './messages.ts';
import { isNotFound, isRefusal } from './stream-failure.ts';

/** What is needed to get a schema. */
type SchemaSource = Pick<PubSubConnection, 'schemaJson'>;

/** What an event holds: fields, and for a change event what changed. */
interface Content {
  readonly fields: SalesforceRow;
  readonly change?: RecordsChanged;
}

/** Throws an Error for what is not of its schema. */
type ContentReader = (payload: Buffer) => Content;

/** Reads events. An id means the same schema for ever, so each is asked for once. */
export class EventReader {
  readonly #readers = new Map<string, ContentReader>();
  readonly #nameOf: (field: string) => string;

  constructor(nameOf: (field: string) => string) {
    this.#nameOf = nameOf;
  }

  /** Rejects with the error of gRPC when a schema cannot be had now. An event that cannot be read says so itself. */
  async read({ event, replayId }: ConsumerEvent, source: SchemaSource): Promise<ReceivedEvent> {
    const { id: eventId, schemaId, payload } = event;
    const identity = { eventId, replayId: replayId.toString('base64') };
    try {
      const read = await this.#reader(schemaId, source);
      return { ...identity, ...read(payload) };
    } catch (error) {
      if (isRefusal(error) && !isNotFound(error)) throw error;
      return { ...identity, fields: {}, unreadable: unreadable(schemaId, error) };
    }
  }

  async #reader(schemaId: string, source: SchemaSource): Promise<ContentReader> {
    const known = this.#readers.get(schemaId);
    if (known !== undefined) return known;
    const reader = contentReader(await source.schemaJson(schemaId), this.#nameOf);
    this.#readers.set(schemaId, reader);
    return reader;
  }
}

function contentReader(schemaJson: string, nameOf: (field: string) => string): ContentReader {
  const decode = payloadDecoder(schemaJson, nameOf);
  const readHeader = headerReader(schemaJson, nameOf);
  return (payload) => {
    const { [HEADER]: header, ...fields } = decode(payload);
    return header === undefined ? { fields } : { fields, change: readHeader(header) };
  };
}

/** The decoder's words may quote the payload, so they go nowhere. */
function unreadable(schemaId: string, error: unknown): LedgerBridgeError {
  const why = isRefusal(error)
    ? 'Salesforce does not have its schema'
    : 'its content does not fit its schema';
  return new LedgerBridgeError('LB714', { detail: `An event cannot be read: ${why} (${schemaId}).` });
}
