import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/**
 * A row of a query. Names come without the package's namespace, in Salesforce's own spelling. Numbers come as plain
 * decimal text, so that money never is a float; flags as booleans; moments and days as Salesforce writes them; a parent
 * as a row, children as a list of rows; what is empty as null.
 */
export interface SalesforceRow {
  readonly [field: string]: SalesforceValue;
}

export type SalesforceValue = string | boolean | null | SalesforceRow | readonly SalesforceRow[];

/** Values to write, by field. A number goes as decimal text, and arrives as the number that it writes. */
export type SalesforceFields = Readonly<Record<string, string | number | boolean | null>>;

/** What became of one record of a list. */
export type RecordOutcome =
  | { readonly ok: true; readonly id: string; readonly created: boolean }
  | { readonly ok: false; readonly error: LedgerBridgeError };

export interface QueryOptions {
  /** Also records that were deleted and are still in the recycle bin: `IsDeleted` tells them. */
  readonly withDeleted?: boolean;
}

/** Records to change: at most the caller's list, sent in as few requests as the API allows (200 records each). */
export interface SalesforceRecords {
  /**
   * Every page of a query, children within it complete. Text in a condition goes through `quoted`. The query goes in an
   * address, which Salesforce takes up to 16 KiB of: about 400 ids.
   * @throws LedgerBridgeError LB70x.
   */
  query(soql: string, options?: QueryOptions): AsyncIterable<readonly SalesforceRow[]>;
  /** As `query`, all pages together; for what is known to be little. */
  all(soql: string): Promise<readonly SalesforceRow[]>;
  /** Each record has its own outcome, in the order given. Rejects only when nothing can be said of any record. */
  update(
    object: string,
    records: readonly { readonly id: string; readonly fields: SalesforceFields }[]
  ): Promise<readonly RecordOutcome[]>;
  /** New records; what is sent twice is there twice, so upsert is better wherever there is an external id. */
  insert(object: string, records: readonly SalesforceFields[]): Promise<readonly RecordOutcome[]>;
  /** A record that is not there any more counts as deleted. */
  delete(object: string, ids: readonly string[]): Promise<readonly RecordOutcome[]>;
  /** By a unique external id, so that what is written twice is there once. The field itself is in `fields`. */
  upsert(
    object: string,
    externalIdField: string,
    records: readonly SalesforceFields[]
  ): Promise<readonly RecordOutcome[]>;
  /** Publishes platform events. What is published twice arrives twice: its readers must bear that. */
  publish(event: string, events: readonly SalesforceFields[]): Promise<readonly RecordOutcome[]>;
}

/** A text as a SOQL literal, with its quotes. Source: SOQL and SOSL Reference, Quoted String Escape Sequences. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character);
  return `'${escaped}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f'
};
