import type { RequestKind } from '../observer.ts';
import type { SentRecord } from '../failures/record-failure.ts';

/** Records to send to one object, and how. */
export interface Collection {
  readonly kind: Extract<RequestKind, 'insert' | 'publish' | 'update' | 'upsert'>;
  readonly method: 'PATCH' | 'POST';
  /** After the root, as `/composite/sobjects`. */
  readonly path: string;
  readonly repeatable: boolean;
  readonly records: readonly CollectionRecord[];
}

export interface CollectionRecord {
  /** With the names of the service. */
  readonly sent: SentRecord;
  /** As it goes out. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** How many records a request takes. Source: REST API Developer Guide, sObject Collections. */
const most = 200;

/** The records in lists of at most 200, in their order. */
export function chunksOf<T>(records: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(records.length / most) }, (_, index) =>
    records.slice(index * most, (index + 1) * most)
  );
}
