import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceValue } from './salesforce-records.ts';

/** How this service names itself in its requests, so that `changeOrigin` ends in `;client=LedgerBridge` for its changes. */
export const CLIENT_NAME = 'LedgerBridge';

/** The header of a change event (Change Data Capture Developer Guide, ChangeEventHeader). */
export interface RecordsChanged {
  /** As `Account`. */
  readonly object: string;
  /** `gap-…`: Salesforce could not tell the fields; `gap-overflow`: not even the records, of which `recordIds` is empty. */
  readonly type:
    | 'create'
    | 'update'
    | 'delete'
    | 'undelete'
    | 'gap-create'
    | 'gap-update'
    | 'gap-delete'
    | 'gap-undelete'
    | 'gap-overflow';
  /** 18 characters each. */
  readonly recordIds: readonly string[];
  /** Of the client that made the change, as `com/salesforce/api/rest/67.0;client=LedgerBridge`. */
  readonly changeOrigin: string;
  readonly commitUser: string;
  readonly committedAt: string;
  /** Names of the fields that changed; empty for those that are new or gone. */
  readonly changedFields: readonly string[];
}

/** A platform event or change event as it arrived. */
export interface ReceivedEvent {
  /** Opaque, as base64. */
  readonly replayId: string;
  /** The event's own id, the same when it is delivered again. */
  readonly eventId: string;
  /** By field name without the package's namespace; values as in `SalesforceRow`, moments as ISO 8601 in UTC. */
  readonly fields: Readonly<Record<string, SalesforceValue>>;
  /** For a change event: what changed, in which records. */
  readonly change?: RecordsChanged;
  /** Why its content cannot be read (LB714); `fields` is empty then. It is handed over, so that it blocks no other. */
  readonly unreadable?: LedgerBridgeError;
}

export interface SubscriptionOptions {
  /** As `/event/Sage_Order_Request__e` or `/data/AccountChangeEvent`; without the package's namespace. */
  readonly channel: string;
  /** Where to begin: after the last event that was processed, or with all that Salesforce still has (72 hours). */
  readonly after: string | undefined;
  /**
   * Takes events in their order, one call at a time; more are asked for when its promise is fulfilled. `latestReplayId`
   * is where to go on after these, also with keep-alives, where `events` is empty. When it rejects, the stream is opened
   * again from the last call that was fulfilled.
   */
  onEvents(events: readonly ReceivedEvent[], latestReplayId: string): Promise<void>;
  /**
   * Salesforce cannot go on after the replay id (LB712: too old, corrupted, or of before a migration): the stream goes on
   * with all events that are still there, once this is fulfilled, and what lies before must be found by a query.
   */
  onGap(reason: LedgerBridgeError): Promise<void>;
}

export interface SubscriptionState {
  readonly state: 'connecting' | 'open' | 'waiting' | 'closed';
  /** When something last came, keep-alives included; ISO 8601 in UTC. */
  readonly lastSignAt: string | undefined;
  /** Why it is waiting. */
  readonly lastFailure: LedgerBridgeError | undefined;
  readonly reopened: number;
  /** Processed since the start. */
  readonly events: number;
  /** Times that Salesforce could not go on after the replay id. */
  readonly gaps: number;
}

/** A stream that is kept open: watched for silence, opened again with backoff and jitter. */
export interface Subscription {
  state(): SubscriptionState;
  close(): Promise<void>;
}

export interface SalesforceEvents {
  subscribe(options: SubscriptionOptions): Subscription;
}
